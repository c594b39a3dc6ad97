import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { helperText, type Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Cases } from '../cases';
import { appendBallot } from '../chain';
import { Tallies, turnoutOf } from '../decisions';
import { Submissions } from '../reviews';
import { Ballot } from './ballot.entity';
import { presentMyBallot } from './ballots.presenter';
import { refusals } from './ballots.refusals';
import { ballotsOf, householdStanding, type CastableRound } from './ballots.repository';
import { differs, isWitnessed } from './differing';
import type { CastBallotResultDto } from './dto/cast-ballot.dto';
import { newReceiptCode } from './receipt-code';

/** A version of what a household says, before it has its place among the others: a ballot, or a withdrawal. */
export type NewVersion = Pick<
  Ballot,
  | 'id'
  | 'householdId'
  | 'choice'
  | 'channel'
  | 'castAt'
  | 'receivedAt'
  | 'signatureId'
  | 'paperPhotoId'
  | 'proxyAuthorisationId'
  | 'signerName'
  | 'signerRelation'
  | 'identityCheck'
  | 'contentHash'
>;

/**
 * The versions of what a household says: added one after the other, none ever changed. A new one counts at once, waits
 * for a review, or is held in a case beside the one that counts.
 */
@Injectable()
export class BallotVersions {
  constructor(
    private readonly cases: Cases,
    private readonly submissions: Submissions,
    private readonly tallies: Tallies,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds a version, under the round's tally lock, with its event in the chain and its line in the audit log.
   * @throws ballot_final (409) where the ruleset knows no change of mind; nothing_to_withdraw (409)
   */
  async add(tx: EntityManager, actor: Actor, round: CastableRound, version: NewVersion): Promise<void> {
    const { householdId, choice, channel } = version;
    const { nextSeq, counted, waiting } = await householdStanding(tx, round.id, householdId);
    if (counted && round.ruleset.changeOfMind === 'never') throw refusals.ballot_final();
    if (choice === null && !counted && waiting === 0) throw refusals.nothing_to_withdraw();
    const openCase = await this.cases.openOf(tx, round.id, householdId);
    const isHeld = openCase !== null || (counted && differs(counted, { ...version, recordedBy: actor.accountId }));
    const needsReview = isHeld || isWitnessed(channel);

    const ballot = {
      ...version,
      roundId: round.id,
      seq: nextSeq,
      recordedBy: actor.accountId,
      schemeHash: round.schemeHash,
      costTableHash: round.costTableHash,
      agreementHash: round.agreementHash,
      rulesetHash: round.rulesetHash,
      receiptCode: newReceiptCode(),
      needsReview,
    };
    await tx.insert(Ballot, { ...ballot, assistedBy: helperText(actor.helper) });
    const takesPlace = choice !== null && counted !== null && !needsReview;
    await appendBallot(tx, round.id, ballot, takesPlace ? counted.id : undefined);
    const at = version.receivedAt;
    const about = { roundId: round.id, householdId, estateId: round.estateId, ballotId: version.id };
    if (isHeld) await this.cases.hold(tx, actor, openCase, { ...about, earlierBallotId: counted?.id ?? null, at });
    else if (needsReview) await this.submissions.submit(tx, { kind: 'ballot', ...about, submittedBy: actor.accountId });
    else await this.tallies.recount(tx, round.id);
    await this.audit.record(tx, {
      actor,
      action: choice === null ? 'ballot.withdraw' : 'ballot.cast',
      subjectKind: 'ballot',
      subjectId: version.id,
      estateId: round.estateId,
      detail: { roundId: round.id, householdId, channel, seq: nextSeq },
    });
  }

  /**
   * What whoever sent a version is told: its receipt, how it stands, and the turnout with it.
   * @param maySeeChoices whether they may know what else the household has said
   */
  async answer(
    tx: EntityManager,
    round: CastableRound,
    { id, householdId }: { id: string; householdId: string },
    maySeeChoices: boolean,
  ): Promise<CastBallotResultDto> {
    const ballots = await ballotsOf(tx, [{ roundId: round.id, householdId }]);
    const stored = await this.tallies.stored(tx, [round.id]);
    const sent = ballots.find((ballot) => ballot.id === id)!;
    const counted = ballots.find(({ state }) => state === 'counted');
    const isInCase = maySeeChoices && sent.state === 'in_case';
    return {
      ballot: presentMyBallot(sent, maySeeChoices),
      openCase: isInCase && counted ? { countedBallot: presentMyBallot(counted, maySeeChoices) } : null,
      turnout: turnoutOf(stored.get(round.id)),
      closesAt: round.closesAt.toISOString(),
    };
  }
}
