import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { helperOfText } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { appendEvent } from '../chain';
import { Tallies } from '../decisions';
import {
  ReviewBallotDto,
  SubmissionHandlers,
  type SubmissionDescription,
  type ReviewVerdict,
  type SubmissionHandler,
  type SubmissionRow,
} from '../reviews';
import { refusals } from './ballots.refusals';
import { isFrozen, lockCastableRound, reviewableBallot, type ReviewableBallot } from './ballots.repository';

/** What the review queue needs to know of ballots, and what a verdict does: the round is counted again. */
@Injectable()
export class BallotReviews implements SubmissionHandler, OnModuleInit {
  readonly kind = 'ballot';

  constructor(
    private readonly handlers: SubmissionHandlers,
    private readonly tallies: Tallies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** The ballot, its evidence, and the counted ballot it disagrees with. */
  async describe(tx: EntityManager, submission: SubmissionRow): Promise<SubmissionDescription> {
    const ballot = await reviewableBallot(tx, submission.ballotId!);
    const other = submission.differsFromBallotId ? await reviewableBallot(tx, submission.differsFromBallotId) : null;
    return {
      facts: { ...presentReviewBallot(ballot), ownerNames: ballot.ownerNames, areaDm2: ballot.areaDm2 },
      evidence: {
        signatureId: ballot.signatureKind === 'drawn' ? ballot.signatureId : null,
        paperPhotoId: ballot.paperPhotoId,
        typedName: ballot.typedName,
      },
      differsFrom: other && presentReviewBallot(other),
    };
  }

  /**
   * Counts the round again, under its lock, and links the verdict into its chain.
   * @throws review_too_late (409) once the round is announced or void; ballot_frozen (409) for an approval while a
   *   dispute keeps the household's ballot as it is
   */
  async decided(tx: EntityManager, submission: SubmissionRow, verdict: ReviewVerdict): Promise<void> {
    const round = await lockCastableRound(tx, submission.roundId!);
    if (round?.state !== 'open' && round?.state !== 'closed') throw refusals.review_too_late();
    if (verdict === 'approve' && (await isFrozen(tx, submission.householdId))) throw refusals.ballot_frozen();
    await this.tallies.recount(tx, round.id);
    await appendEvent(tx, round.id, verdict, { ballotId: submission.ballotId }, this.clock.now());
  }
}

function presentReviewBallot(ballot: ReviewableBallot): ReviewBallotDto {
  return {
    id: ballot.id,
    choice: ballot.choice,
    channel: ballot.channel,
    castAt: ballot.castAt.toISOString(),
    receivedAt: ballot.receivedAt.toISOString(),
    recordedByName: ballot.recordedByName,
    assistedBy: helperOfText(ballot.assistedBy),
    signerName: ballot.signerName,
    signerRelation: ballot.signerRelation,
    identityCheck: ballot.identityCheck,
  };
}
