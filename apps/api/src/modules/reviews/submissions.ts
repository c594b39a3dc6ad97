import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { refusals } from './review.refusals';
import { Submission } from './submission.entity';

interface Common {
  estateId: string;
  householdId: string;
  submittedBy: string;
}
/** Something that must be looked at by a second person before it takes effect. */
export type NewSubmission =
  | (Common & { kind: 'binding'; bindingId: string })
  | (Common & { kind: 'ballot'; ballotId: string; roundId: string; differsFromBallotId?: string | null });

/** The way into the review queue. */
@Injectable()
export class Submissions {
  constructor(private readonly clock: Clock) {}

  /** Puts a binding or a ballot into the queue, in the transaction that writes it. */
  async submit(tx: EntityManager, submission: NewSubmission): Promise<{ id: string }> {
    const id = randomUUID();
    await tx.insert(Submission, { ...submission, id, state: 'received', submittedAt: this.clock.now() });
    return { id };
  }

  /**
   * A returned binding comes back corrected: has_issues → resubmitted.
   * @throws not_resubmittable (409) when it is not waiting for its submitter
   */
  async resubmit(tx: EntityManager, { bindingId }: { bindingId: string }): Promise<void> {
    const resubmitted = await tx.update(
      Submission,
      { bindingId, state: 'has_issues' },
      { state: 'resubmitted', submittedAt: this.clock.now(), decidedAt: null },
    );
    if (resubmitted.affected !== 1) throw refusals.not_resubmittable();
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
