import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Vault } from '../../../platform/vault';
import { StaffTotp } from './staff-totp.entity';
import { stepOfTotpCode } from './totp';

const COLUMN = 'staff_totp.secret';
/** A QR code that was shown longer ago than this is no longer good. */
const SET_UP_WITHIN_MS = 30 * 60_000;

/** The secrets of authenticator apps, sealed in their column. Checks lock the row: a code is taken once. */
@Injectable()
export class TotpSecrets {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Whether an account has an app that counts. */
  async isEnrolled(tx: EntityManager, accountId: string): Promise<boolean> {
    return tx.existsBy(StaffTotp, { accountId, confirmedAt: Not(IsNull()) });
  }

  /** Keeps a secret that is being set up, in place of an earlier attempt. */
  async propose(tx: EntityManager, accountId: string, secret: string): Promise<void> {
    await tx.delete(StaffTotp, { accountId, confirmedAt: IsNull() });
    const id = randomUUID();
    const secretSealed = this.vault.seal(COLUMN, id, secret);
    await tx.insert(StaffTotp, { id, accountId, secretSealed, createdAt: this.clock.now() });
  }

  /**
   * Makes the secret that is being set up the account's only one, when the code is one of its own.
   * @returns false for a wrong code, null when nothing is being set up
   */
  async confirm(tx: EntityManager, accountId: string, code: string): Promise<boolean | null> {
    const pending = await this.lock(tx, { accountId, confirmedAt: IsNull() });
    const now = this.clock.now();
    if (!pending || now.getTime() - pending.createdAt.getTime() > SET_UP_WITHIN_MS) return null;
    const lastStep = stepOfTotpCode(this.open(pending), code, now);
    if (lastStep === null) return false;
    await tx.delete(StaffTotp, { accountId, confirmedAt: Not(IsNull()) });
    await tx.update(StaffTotp, { id: pending.id }, { confirmedAt: now, lastStep });
    return true;
  }

  /** Takes a code: this half-minute's or a neighbouring one's, later than every code taken before. */
  async take(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const totp = await this.lock(tx, { accountId, confirmedAt: Not(IsNull()) });
    const step = totp && stepOfTotpCode(this.open(totp), code, this.clock.now());
    if (!totp || step === null || (totp.lastStep !== null && step <= totp.lastStep)) return false;
    await tx.update(StaffTotp, { id: totp.id }, { lastStep: step });
    return true;
  }

  /** The secret in use and the newest half-minute spent; for the demo's guide, which plays the app. */
  async reveal(tx: EntityManager, accountId: string): Promise<{ secret: string; lastStep: number | null } | null> {
    const totp = await tx.findOneBy(StaffTotp, { accountId, confirmedAt: Not(IsNull()) });
    return totp && { secret: this.open(totp), lastStep: totp.lastStep };
  }

  /** Gives an account a secret without a code to prove it; for the demo's seed. */
  async install(tx: EntityManager, accountId: string, secret: string): Promise<void> {
    await tx.delete(StaffTotp, { accountId });
    await this.propose(tx, accountId, secret);
    await tx.update(StaffTotp, { accountId }, { confirmedAt: this.clock.now() });
  }

  /** Takes the app away. */
  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(StaffTotp, { accountId });
  }

  private lock(tx: EntityManager, where: object): Promise<StaffTotp | null> {
    return tx.findOne(StaffTotp, { where, lock: { mode: 'pessimistic_write' } });
  }

  private open({ id, secretSealed }: StaffTotp): string {
    return this.vault.open(COLUMN, id, secretSealed);
  }
}
