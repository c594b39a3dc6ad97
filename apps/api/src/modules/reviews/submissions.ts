import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { refusals } from './review.refusals';
import { WAITING_STATES } from './review.types';
import { Submission } from './submission.entity';

interface Common {
  estateId: string;
  householdId: string;
  submittedBy: string;
}
/** Something that must be looked at by a second person before it takes effect. */
export type NewSubmission =
  | (Common & { kind: 'binding'; bindingId: string })
  | (Common & { kind: 'proxy_authorisation'; proxyAuthorisationId: string })
  | (Common & { kind: 'ballot'; ballotId: string; roundId: string });

/** The way into the review queue. */
@Injectable()
export class Submissions {
  constructor(private readonly clock: Clock) {}

  /** Puts a binding, a proxy's letter or a ballot into the queue, in the transaction that writes it. */
  async submit(tx: EntityManager, submission: NewSubmission): Promise<{ id: string }> {
    const id = randomUUID();
    await tx.insert(Submission, { ...submission, id, state: 'received', submittedAt: this.clock.now() });
    return { id };
  }

  /**
   * A binding that was decided comes back: → resubmitted, under the id its reviewers know.
   * @returns false when it never was in the queue
   * @throws not_resubmittable (409) when it already waits for an answer
   */
  async resubmit(tx: EntityManager, { bindingId }: { bindingId: string }): Promise<boolean> {
    const known = await tx.findOne(Submission, { where: { bindingId }, lock: { mode: 'pessimistic_write' } });
    if (!known) return false;
    if (WAITING_STATES.some((state) => state === known.state)) throw refusals.not_resubmittable();
    await tx.update(
      Submission,
      { id: known.id },
      { state: 'resubmitted', submittedAt: this.clock.now(), decidedAt: null },
    );
    return true;
  }

  /** What was handed in is no longer asked for: it leaves the queue without anyone's verdict. Safe to repeat. */
  async withdraw(tx: EntityManager, what: { bindingId: string } | { proxyAuthorisationId: string }): Promise<void> {
    await tx.update(
      Submission,
      { ...what, state: In([...WAITING_STATES, 'has_issues']) },
      { state: 'rejected', decidedAt: this.clock.now() },
    );
  }

  /** How many answers the office still owes, by round; a round without any is not in the map. */
  async waitingByRound(tx: EntityManager, roundIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { roundId: string; waiting: number }[] = await tx.query(
      `SELECT round_id AS "roundId", count(*)::int AS waiting
         FROM submissions
        WHERE round_id = ANY($1) AND state IN ('received', 'resubmitted')
        GROUP BY round_id`,
      [roundIds],
    );
    return new Map(rows.map((row) => [row.roundId, row.waiting]));
  }
}
