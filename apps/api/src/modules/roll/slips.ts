import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Limits } from '../../platform/limits';
import { Secrets } from '../accounts';
import { rollRefusals } from './roll.refusals';

const mostTries = 5;
const lockedMinutes = 15;

/**
 * The PIN of an office's slip: made, kept as a slow hash, and checked with a lock after five wrong tries. Six digits have
 * little to hide behind, so guessing is held back by the lock, not by the hash.
 */
@Injectable()
export class Slips {
  constructor(
    private readonly limits: Limits,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Is this the PIN of the household's slip?
   * The try is counted before the PIN is compared and in a statement of its own: tries made at the same moment are all
   * counted, and rolling back the caller's transaction does not give a try back.
   * @returns false when it is wrong or no slip was ever made out
   * @throws slip_locked (429, Retry-After) for 15 minutes after five wrong tries, and until tomorrow after twenty
   */
  async verify(tx: EntityManager, householdId: string, pin: string): Promise<boolean> {
    return this.limits.watch(
      [['slipHousehold', householdId, rollRefusals.slip_locked]],
      () => this.spendTry(tx, householdId, pin),
      (isRight) => !isRight,
    );
  }

  /**
   * The same for a door that does not exist: as much work, as many tries, the same lock. Otherwise five guesses would
   * tell which doors there are and which of them have a slip.
   * @param door as it was named
   */
  async verifyNobodys(door: string, pin: string): Promise<false> {
    return this.limits.watch(
      [['slipHousehold', door, rollRefusals.slip_locked]],
      () => this.compareWithNobodys(door, pin),
      () => true,
    );
  }

  /** A new slip is not to answer for the guesses at the old one. */
  async forgetGuesses(householdIds: readonly string[]): Promise<void> {
    await Promise.all(householdIds.map((householdId) => this.limits.clear('slipHousehold', householdId)));
  }

  private async spendTry(tx: EntityManager, householdId: string, pin: string): Promise<boolean> {
    const connection = tx.connection.manager;
    const now = this.clock.now();
    const lockedUntil = new Date(now.getTime() + lockedMinutes * 60_000);
    const [counted] = (await connection.query(
      `UPDATE slips
          SET failed_tries = CASE WHEN locked_until <= $2 THEN 1 ELSE failed_tries + 1 END,
              locked_until = CASE WHEN locked_until <= $2 OR failed_tries + 1 < ${mostTries} THEN NULL ELSE $3::timestamptz END
        WHERE household_id = $1 AND (locked_until IS NULL OR locked_until <= $2)
        RETURNING pin_hash AS "pinHash", issued_at AS "issuedAt"`,
      [householdId, now, lockedUntil],
    )) as [{ pinHash: string; issuedAt: Date }[], number];
    const slip = counted[0];
    if (!slip) {
      await this.refuseIfLocked(connection, householdId, now);
      return this.compareWithNobodys(householdId, pin);
    }
    if (!/^\d{6}$/.test(pin) || !(await this.secrets.passwordMatches(slip.pinHash, pin))) return false;
    await connection.query(
      `UPDATE slips SET failed_tries = 0, locked_until = NULL WHERE household_id = $1 AND pin_hash = $2`,
      [householdId, slip.pinHash],
    );
    return true;
  }

  /** A new PIN and what may be stored of it. */
  async make(): Promise<{ pin: string; pinHash: string }> {
    const pin = this.secrets.newCode();
    return { pin, pinHash: await this.secrets.passwordHash(pin) };
  }

  private async compareWithNobodys(door: string, pin: string): Promise<false> {
    await this.limits.spend('slipNobodys', door, rollRefusals.slip_locked);
    await this.secrets.passwordMatches(null, pin);
    return false;
  }

  private async refuseIfLocked(connection: EntityManager, householdId: string, now: Date): Promise<void> {
    const rows: { lockedUntil: Date | null }[] = await connection.query(
      `SELECT locked_until AS "lockedUntil" FROM slips WHERE household_id = $1`,
      [householdId],
    );
    const until = rows[0]?.lockedUntil;
    if (!until) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));
    throw rollRefusals.slip_locked({ retryAfterSeconds });
  }
}
