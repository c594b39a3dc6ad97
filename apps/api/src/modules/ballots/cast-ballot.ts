import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { helperText, type Actor, type Caller } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { appendBallot } from '../chain';
import { Tallies } from '../decisions';
import { Submissions } from '../reviews';
import { findEntitlement, turnoutOf } from '../rounds';
import { hashOfBallot } from './ballot-hash';
import { Ballot } from './ballot.entity';
import type { BallotChannel } from './ballot.types';
import { BallotsAccess } from './ballots.access';
import { presentMyBallot } from './ballots.presenter';
import { refusals } from './ballots.refusals';
import {
  ballotsOf,
  findBallot,
  householdStanding,
  lockCastableRound,
  type CastableRound,
  type CountedBallotRow,
} from './ballots.repository';
import type { CastBallotInput, CastBallotResultDto } from './dto/cast-ballot.dto';
import { Evidence, type ReadEvidence } from './evidence';
import { PlainBallots } from './plain/plain-ballots';
import { newReceiptCode } from './receipt-code';

/**
 * The one way in for every ballot, whatever its channel, in one transaction. The round's tally row is locked first and
 * the round read after it, so casting, reviewing and closing take turns.
 */
@Injectable()
export class CastBallot {
  constructor(
    private readonly transactions: Transactions,
    private readonly plain: PlainBallots,
    private readonly access: BallotsAccess,
    private readonly evidence: Evidence,
    private readonly submissions: Submissions,
    private readonly tallies: Tallies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A ballot as it comes in: in one round trip when it is plain, else the long way. Answers and refusals are the same. */
  async receive(caller: Caller, roundId: string, input: CastBallotInput): Promise<CastBallotResultDto> {
    const taken = await this.plain.cast(caller, roundId, input);
    return taken ?? this.execute(await caller.actor(), roundId, input);
  }

  /**
   * Casts or changes a household's ballot. The same id with the same content answers the same receipt for ever, also
   * after the round has closed.
   * @returns the ballot with its receipt, and the turnout including it
   * @throws not_found, not_bound (404); may_not_vote, not_assigned, channel_not_yours (403); round_closed,
   *   round_not_open, ballot_final, ballot_frozen, proxy_cap_reached (409); id_reused (422); evidence_missing and unreadable images (400), too large (413)
   */
  async execute(actor: Actor, roundId: string, input: CastBallotInput): Promise<CastBallotResultDto> {
    const evidence = await this.evidence.read(actor, input);
    return this.transactions.run(async (tx) => {
      const round = await lockCastableRound(tx, roundId);
      if (!round) throw common.not_found();
      const known = await findBallot(tx, input.id);
      if (known) {
        const kept = await this.evidence.asKept(tx, known, evidence);
        const hash = ballotHash(actor, round, input, kept, known.proxyAuthorisationId);
        if (known.contentHash !== hash) throw common.id_reused();
      } else {
        await this.cast(tx, actor, round, input, evidence);
      }
      return this.answer(tx, round, input);
    });
  }

  private async cast(
    tx: EntityManager,
    actor: Actor,
    round: CastableRound,
    input: CastBallotInput,
    evidence: ReadEvidence,
  ): Promise<void> {
    const entitlement = await findEntitlement(tx, round.id, input.householdId);
    if (!entitlement) throw common.not_found();
    const proxyAuthorisationId = await this.access.assertMayCast(tx, actor, round, entitlement, input);
    const receivedAt = this.clock.now();
    assertOpen(round, receivedAt);
    if (entitlement.ballotFrozenAt) throw refusals.ballot_frozen({ since: entitlement.ballotFrozenAt.toISOString() });

    const { nextSeq, counted } = await householdStanding(tx, round.id, input.householdId);
    if (counted && round.ruleset.changeOfMind === 'never') throw refusals.ballot_final();
    const differsFromBallotId = disagreesWith(counted, input);
    const needsReview = isWitnessed(input.channel) || differsFromBallotId !== null;

    const kept = await this.evidence.keep(tx, actor, evidence);
    const ballot = {
      id: input.id,
      roundId: round.id,
      householdId: input.householdId,
      seq: nextSeq,
      choice: input.choice,
      channel: input.channel,
      recordedBy: actor.accountId,
      castAt: input.castAt,
      receivedAt,
      ...kept,
      proxyAuthorisationId,
      signerName: input.signerName ?? null,
      signerRelation: input.signerRelation ?? null,
      identityCheck: input.identityCheck ?? null,
      schemeHash: round.schemeHash,
      costTableHash: round.costTableHash,
      agreementHash: round.agreementHash,
      rulesetHash: round.rulesetHash,
      contentHash: ballotHash(actor, round, input, evidence, proxyAuthorisationId),
      receiptCode: newReceiptCode(),
      needsReview,
    };
    await tx.insert(Ballot, { ...ballot, assistedBy: helperText(actor.helper) });
    await appendBallot(tx, round.id, ballot);
    if (needsReview) await this.submit(tx, actor, round, input, differsFromBallotId);
    else await this.tallies.recount(tx, round.id);
    await this.audit.record(tx, {
      actor,
      action: 'ballot.cast',
      subjectKind: 'ballot',
      subjectId: input.id,
      estateId: round.estateId,
      detail: { roundId: round.id, householdId: input.householdId, channel: input.channel, seq: nextSeq },
    });
  }

  private async submit(
    tx: EntityManager,
    actor: Actor,
    round: CastableRound,
    input: CastBallotInput,
    differsFromBallotId: string | null,
  ): Promise<void> {
    await this.submissions.submit(tx, {
      kind: 'ballot',
      estateId: round.estateId,
      householdId: input.householdId,
      roundId: round.id,
      ballotId: input.id,
      differsFromBallotId,
      submittedBy: actor.accountId,
    });
  }

  private async answer(tx: EntityManager, round: CastableRound, input: CastBallotInput): Promise<CastBallotResultDto> {
    const ballots = await ballotsOf(tx, [{ roundId: round.id, householdId: input.householdId }]);
    const stored = await this.tallies.stored(tx, [round.id]);
    return {
      ballot: presentMyBallot(ballots.find((ballot) => ballot.id === input.id)!),
      turnout: turnoutOf(stored.get(round.id)),
      closesAt: round.closesAt.toISOString(),
    };
  }
}

/** The server's time decides; a round past its closing time is closed even before an officer closes it. */
function assertOpen(round: CastableRound, now: Date): void {
  if (round.state === 'void') throw refusals.round_not_open();
  if (round.state !== 'open' || now >= round.closesAt) throw refusals.round_closed();
}

/** Taken by someone else's hand, so that it waits for a second pair of eyes. A proxy's letter was looked at before. */
const isWitnessed = (channel: BallotChannel): boolean => channel === 'home_visit' || channel === 'paper';

/** A ballot that says something else than the counted one, through another channel, replaces nothing without a review. */
function disagreesWith(counted: CountedBallotRow | null, input: CastBallotInput): string | null {
  const disagrees = counted !== null && counted.channel !== input.channel && counted.choice !== input.choice;
  return disagrees ? counted.id : null;
}

/** The receipt's promise stands on this: whoever sends the same again gets the same answer. */
function ballotHash(
  actor: Actor,
  round: CastableRound,
  input: CastBallotInput,
  evidence: ReadEvidence,
  proxyAuthorisationId: string | null,
): string {
  return hashOfBallot({
    id: input.id,
    roundId: round.id,
    householdId: input.householdId,
    choice: input.choice,
    channel: input.channel,
    castAt: input.castAt.toISOString(),
    recordedBy: actor.accountId,
    signatureSha256: evidence.signature?.sha256 ?? null,
    paperPhotoSha256: evidence.photo?.sha256 ?? null,
    signerName: input.signerName ?? null,
    signerRelation: input.signerRelation ?? null,
    identityCheck: input.identityCheck ?? null,
    schemeHash: round.schemeHash,
    costTableHash: round.costTableHash,
    agreementHash: round.agreementHash,
    rulesetHash: round.rulesetHash,
    ...(proxyAuthorisationId === null ? {} : { proxyAuthorisationId }),
  });
}
