import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { Cases, officeBallots, presentOfficeBallot } from '../cases';
import { appendEvent } from '../chain';
import { Tallies } from '../decisions';
import {
  SubmissionHandlers,
  type SubmissionDescription,
  type ReviewVerdict,
  type SubmissionHandler,
  type SubmissionRow,
} from '../reviews';
import { refusals } from './ballots.refusals';
import { findBallot, householdStanding, isFrozen, lockCastableRound } from './ballots.repository';
import { differs } from './differing';

/** What the review queue needs to know of ballots, and what a verdict does: the round is counted again. */
@Injectable()
export class BallotReviews implements SubmissionHandler, OnModuleInit {
  readonly kind = 'ballot';

  constructor(
    private readonly handlers: SubmissionHandlers,
    private readonly cases: Cases,
    private readonly tallies: Tallies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** The ballot and its evidence. */
  async describe(tx: EntityManager, submission: SubmissionRow): Promise<SubmissionDescription> {
    const [ballot] = await officeBallots(tx, [submission.ballotId!]);
    const { signatureId, paperPhotoId, typedName, ...facts } = presentOfficeBallot(ballot!);
    return {
      facts: { ...facts, ownerNames: ballot!.ownerNames, areaDm2: ballot!.areaDm2 },
      evidence: { signatureId, paperPhotoId, typedName },
    };
  }

  /**
   * Counts the round again, under its lock, and links the verdict into its chain. An approved ballot that would replace
   * what somebody else of the household has said since becomes a case; one that takes the place of another names it.
   * @throws review_too_late (409) once the round is announced or void; ballot_frozen (409) for an approval while a
   *   dispute keeps the household's ballot as it is
   */
  async decided(tx: EntityManager, submission: SubmissionRow, verdict: ReviewVerdict, actor: Actor): Promise<void> {
    const round = await lockCastableRound(tx, submission.roundId!);
    if (round?.state !== 'open' && round?.state !== 'closed') throw refusals.review_too_late();
    if (verdict === 'approve' && (await isFrozen(tx, submission.householdId))) throw refusals.ballot_frozen();
    const at = this.clock.now();
    if (verdict === 'approve') await this.approve(tx, submission, actor, at);
    else await appendEvent(tx, round.id, verdict, { ballotId: submission.ballotId }, at);
    await this.tallies.recount(tx, round.id);
  }

  private async approve(tx: EntityManager, submission: SubmissionRow, actor: Actor, at: Date): Promise<void> {
    const { householdId, estateId } = submission;
    const roundId = submission.roundId!;
    const ballot = (await findBallot(tx, submission.ballotId!))!;
    const { counted } = await householdStanding(tx, roundId, householdId, ballot.id);
    const openCase = await this.cases.openOf(tx, roundId, householdId);
    const replaced = counted !== null && ballot.seq > counted.seq ? counted : null;
    const isHeld = openCase !== null || (replaced !== null && differs(replaced, ballot));
    const supersedes = isHeld ? undefined : replaced?.id;
    await appendEvent(tx, roundId, 'approve', { ballotId: ballot.id, supersedes }, at);
    if (!isHeld) return;
    const held = { ballotId: ballot.id, roundId, householdId, estateId, earlierBallotId: counted?.id ?? null, at };
    await this.cases.hold(tx, actor, openCase, held);
  }
}
