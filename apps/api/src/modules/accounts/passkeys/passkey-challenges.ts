import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { LessThan, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { PasskeyChallenge } from './passkey-challenge.entity';

const GOOD_FOR_MS = 5 * 60_000;

/** Challenges: each is answered once, by whoever takes it out first. */
@Injectable()
export class PasskeyChallenges {
  constructor(private readonly clock: Clock) {}

  /** Keeps a challenge for five minutes. @param accountId whose new passkey it is for; null for a sign-in */
  async keep(tx: EntityManager, challenge: string, accountId: string | null): Promise<string> {
    const createdAt = this.clock.now();
    const id = randomUUID();
    await tx.delete(PasskeyChallenge, { expiresAt: LessThan(createdAt) });
    const expiresAt = new Date(createdAt.getTime() + GOOD_FOR_MS);
    await tx.insert(PasskeyChallenge, { id, accountId, challenge, createdAt, expiresAt });
    return id;
  }

  /** Takes a challenge out; null when it is unknown, too old, taken already or somebody else's. */
  async take(tx: EntityManager, id: string, accountId: string | null): Promise<string | null> {
    const [rows] = await tx.query<[{ challenge: string }[], number]>(
      `DELETE FROM passkey_challenges
        WHERE id = $1 AND account_id IS NOT DISTINCT FROM $2 AND expires_at > $3
        RETURNING challenge`,
      [id, accountId, this.clock.now()],
    );
    return rows[0]?.challenge ?? null;
  }
}
