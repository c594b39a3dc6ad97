import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Secrets } from '../secrets';
import { RecoveryCode } from './recovery-code.entity';

const SHEET = 10;
/** No letter that looks like a digit or another letter on paper. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const SECRET_LENGTH = 10;

/** A sheet of codes before it is written down. */
export interface NewSheet {
  /** `3-K7QXM-2PRTB`: as its owner keeps them. */
  codes: string[];
  hashes: string[];
}

/**
 * Ten codes on paper for the day the telephone is lost, each good once. A code begins with its place on the sheet, so
 * that one hash has to be tried and not ten; the rest is 50 random bits under argon2id.
 */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A new sheet, not yet anybody's. Takes a fifth of a second: outside a transaction. */
  async make(): Promise<NewSheet> {
    const bodies = Array.from({ length: SHEET }, randomBody);
    return {
      codes: bodies.map((body, position) => `${position}-${body.slice(0, 5)}-${body.slice(5)}`),
      hashes: await Promise.all(bodies.map((body) => this.secrets.passwordHash(body))),
    };
  }

  /** Makes a sheet an account's only one. */
  async replace(tx: EntityManager, accountId: string, { hashes }: NewSheet): Promise<void> {
    await tx.delete(RecoveryCode, { accountId });
    const createdAt = this.clock.now();
    await tx.insert(
      RecoveryCode,
      hashes.map((codeHash, position) => ({ accountId, position, codeHash, createdAt })),
    );
  }

  /** Spends a code. @returns how many are left, or null when it was wrong or already used */
  async use(tx: EntityManager, accountId: string, code: string): Promise<number | null> {
    const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const position = Number(plain[0]);
    const known = await tx.findOneBy(RecoveryCode, { accountId, position, usedAt: IsNull() });
    if (!(await this.secrets.passwordMatches(known?.codeHash ?? null, plain.slice(1)))) return null;
    const change = await tx.update(
      RecoveryCode,
      { accountId, position, usedAt: IsNull(), codeHash: known!.codeHash },
      { usedAt: this.clock.now() },
    );
    return change.affected === 1 ? tx.countBy(RecoveryCode, { accountId, usedAt: IsNull() }) : null;
  }

  /** Takes the sheet away. */
  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(RecoveryCode, { accountId });
  }
}

function randomBody(): string {
  return Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
