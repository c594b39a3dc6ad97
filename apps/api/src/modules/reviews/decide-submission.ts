import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { ReadReviews } from './read-reviews';
import type { ReviewDetailDto } from './dto/review.dto';
import { Review } from './review.entity';
import { refusals } from './review.refusals';
import { WAITING_STATES, type ReviewVerdict, type SubmissionState } from './review.types';
import { ReviewsAccess } from './reviews.access';
import { lockSubmission } from './reviews.repository';
import { SubmissionHandlers } from './submission-handlers';
import { Submission } from './submission.entity';

const NEXT_STATE: Record<ReviewVerdict, SubmissionState> = {
  approve: 'approved',
  return: 'has_issues',
  reject: 'rejected',
};

/** An officer approves, returns or rejects a submission; the module it came from reacts in the same transaction. */
@Injectable()
export class DecideSubmission {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ReviewsAccess,
    private readonly handlers: SubmissionHandlers,
    private readonly reviews: ReadReviews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reason what must be put right; empty only for an approval
   * @throws not_found (404), own_submission (409) for the person who recorded it, already_decided (409)
   */
  async execute(actor: Actor, id: string, verdict: ReviewVerdict, reason: string): Promise<ReviewDetailDto> {
    return this.transactions.run(async (tx) => {
      const submission = await lockSubmission(tx, id);
      if (!submission) throw common.not_found();
      await this.access.assertReached(tx, actor, submission);
      if (!WAITING_STATES.some((state) => state === submission.state)) throw refusals.already_decided();
      if (submission.submittedBy === actor.accountId) throw refusals.own_submission();

      const reviewedAt = this.clock.now();
      const state = NEXT_STATE[verdict];
      await tx.insert(Review, {
        id: randomUUID(),
        submissionId: id,
        verdict,
        reason,
        reviewedBy: actor.accountId,
        reviewedAt,
      });
      await tx.update(Submission, { id }, { state, decidedAt: reviewedAt });
      await this.handlers.of(submission.kind).decided(tx, { ...submission, state }, verdict, actor);
      await this.audit.record(tx, {
        actor,
        action: `submission.${verdict}`,
        subjectKind: 'submission',
        subjectId: id,
        estateId: submission.estateId,
        detail: { kind: submission.kind, reason },
      });
      return this.reviews.detail(tx, actor, id);
    });
  }
}
