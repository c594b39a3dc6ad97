import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Caller } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { hashOfVersion } from './ballot-hash';
import { BallotVersions } from './ballot-versions';
import { BallotsAccess } from './ballots.access';
import { findBallot, lockCastableRound, type CastableRound } from './ballots.repository';
import type { CastBallotInput, CastBallotResultDto } from './dto/cast-ballot.dto';
import { Evidence, type ReadEvidence } from './evidence';
import { assertTakes } from './intake';
import { PlainBallots } from './plain/plain-ballots';

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
    private readonly versions: BallotVersions,
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
        const hash = hashOfVersion(actor, round, input, kept, known.proxyAuthorisationId);
        if (known.contentHash !== hash) throw common.id_reused();
      } else {
        await this.cast(tx, actor, round, input, evidence);
      }
      // A volunteer and a proxy learn nothing of what else the household has said.
      const maySeeChoices = input.channel === 'self_service' || input.channel === 'paper';
      return this.versions.answer(tx, round, input, maySeeChoices);
    });
  }

  private async cast(
    tx: EntityManager,
    actor: Actor,
    round: CastableRound,
    input: CastBallotInput,
    evidence: ReadEvidence,
  ): Promise<void> {
    this.evidence.assertEnough(round.ruleset, input);
    const receivedAt = this.clock.now();
    const letter = await assertTakes(tx, round, input.householdId, receivedAt, (entitlement) =>
      this.access.assertMayCast(tx, actor, round, entitlement, input),
    );
    const { id, householdId, choice, channel, castAt } = input;
    await this.versions.add(tx, actor, round, {
      ...{ id, householdId, choice, channel, castAt, receivedAt },
      ...(await this.evidence.keep(tx, actor, evidence)),
      proxyAuthorisationId: letter,
      signerName: input.signerName ?? null,
      signerRelation: input.signerRelation ?? null,
      identityCheck: input.identityCheck ?? null,
      contentHash: hashOfVersion(actor, round, input, evidence, letter),
    });
  }
}
