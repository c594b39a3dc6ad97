import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Account } from '../account.entity';
import { factorRefusals } from './second-factor.refusals';

const MOST_TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Wrong codes of the second step, from the app and from the sheet together: the fifth locks both for a quarter of an hour. */
@Injectable()
export class FactorTries {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts a try before it is judged, in one statement: tries at the same moment all count.
   * @returns whether it was the last one before the lock
   * @throws second_factor_locked (429, with Retry-After)
   */
  async spend(tx: EntityManager, accountId: string): Promise<{ isLast: boolean }> {
    const now = this.clock.now();
    const [rows] = await tx.query<[{ tries: number }[], number]>(
      `UPDATE accounts
          SET factor_tries = (factor_tries + 1) % $3,
              factor_locked_until = CASE WHEN factor_tries + 1 >= $3 THEN $4::timestamptz END
        WHERE id = $1 AND (factor_locked_until IS NULL OR factor_locked_until <= $2)
        RETURNING factor_tries AS tries`,
      [accountId, now, MOST_TRIES, new Date(now.getTime() + LOCK_MS)],
    );
    if (rows[0]) return { isLast: rows[0].tries === 0 };
    const { factorLockedUntil } = await tx.findOneByOrFail(Account, { id: accountId });
    const leftMs = (factorLockedUntil?.getTime() ?? 0) - now.getTime();
    throw factorRefusals.second_factor_locked({ retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1_000)) });
  }

  /** Forgets them: the code was right. */
  async clear(tx: EntityManager, accountId: string): Promise<void> {
    await tx.update(Account, { id: accountId }, { factorTries: 0, factorLockedUntil: null });
  }
}
