import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { accountRefusals } from '../accounts.refusals';
import { Secrets } from '../secrets';
import { PasswordTry } from './password-tries.entity';

const MOST_TRIES = 5;
const LOCK_MS = 15 * 60_000;
const FORGOTTEN_AFTER_MS = 86_400_000;

/**
 * Five wrong passwords lock a username for a quarter of an hour, whether anybody has that name or not: a lock that only
 * existing names had would tell which exist.
 */
@Injectable()
export class PasswordTries {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try before it is judged, in one statement: a hundred tries at once are a hundred tries.
   * @returns whether it was the last one before the lock
   * @throws password_locked (429, with Retry-After)
   */
  async spend(tx: EntityManager, username: string): Promise<{ isLast: boolean }> {
    const now = this.clock.now();
    const nameDigest = this.secrets.usernameDigest(username);
    await tx.delete(PasswordTry, { lastTryAt: LessThan(new Date(now.getTime() - FORGOTTEN_AFTER_MS)) });
    const rows = await tx.query<{ tries: number }[]>(
      `INSERT INTO password_tries AS t (name_digest, tries, last_try_at) VALUES ($1, 1, $2)
       ON CONFLICT (name_digest) DO UPDATE
         SET tries = CASE WHEN t.locked_until IS NULL THEN t.tries + 1 ELSE 1 END, last_try_at = $2,
             locked_until = CASE WHEN t.locked_until IS NULL AND t.tries + 1 >= $3 THEN $4::timestamptz END
         WHERE t.locked_until IS NULL OR t.locked_until <= $2
       RETURNING tries`,
      [nameDigest, now, MOST_TRIES, new Date(now.getTime() + LOCK_MS)],
    );
    if (rows[0]) return { isLast: rows[0].tries >= MOST_TRIES };
    const { lockedUntil } = await tx.findOneByOrFail(PasswordTry, { nameDigest });
    const leftMs = (lockedUntil?.getTime() ?? 0) - now.getTime();
    throw accountRefusals.password_locked({ retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1_000)) });
  }

  /** Forgets them: the password was right, or there is a new one. */
  async clear(tx: EntityManager, username: string): Promise<void> {
    await tx.delete(PasswordTry, { nameDigest: this.secrets.usernameDigest(username) });
  }
}
