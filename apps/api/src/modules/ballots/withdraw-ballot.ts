import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { hashOfVersion } from './ballot-hash';
import { BallotVersions } from './ballot-versions';
import { BallotsAccess } from './ballots.access';
import { findBallot, lockCastableRound } from './ballots.repository';
import type { CastBallotResultDto, WithdrawBallotInput } from './dto/cast-ballot.dto';
import { NO_EVIDENCE } from './evidence';
import { assertTakes } from './intake';

/**
 * Takes back what a household has said (撤回), by whoever may cast for it on a phone. It is a version like any other, with
 * a receipt: after it the household has said nothing, and may vote again.
 */
@Injectable()
export class WithdrawBallot {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: BallotsAccess,
    private readonly versions: BallotVersions,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat, also after the round has closed.
   * @throws not_found, not_bound (404); may_not_vote (403); nothing_to_withdraw, round_closed, round_not_open,
   *   ballot_final, ballot_frozen (409); id_reused (422)
   */
  async execute(
    actor: Actor,
    roundId: string,
    householdId: string,
    { id, withdrawnAt: castAt }: WithdrawBallotInput,
  ): Promise<CastBallotResultDto> {
    return this.transactions.run(async (tx) => {
      const round = await lockCastableRound(tx, roundId);
      if (!round) throw common.not_found();
      const said = { id, householdId, choice: null, castAt };
      const known = await findBallot(tx, id);
      if (known) {
        const { channel, proxyAuthorisationId } = known;
        const hash = hashOfVersion(actor, round, { ...said, channel }, NO_EVIDENCE, proxyAuthorisationId);
        if (known.contentHash !== hash) throw common.id_reused();
        return this.versions.answer(tx, round, said, channel === 'self_service');
      }
      const receivedAt = this.clock.now();
      const { channel, letter } = await assertTakes(tx, round, householdId, receivedAt, async (entitlement) => {
        const own = await this.access.ownChannel(tx, actor, round, entitlement);
        return {
          channel: own,
          letter: await this.access.assertMayCast(tx, actor, round, entitlement, { channel: own }),
        };
      });
      await this.versions.add(tx, actor, round, {
        ...{ ...said, channel, receivedAt, signatureId: null, paperPhotoId: null, proxyAuthorisationId: letter },
        ...{ signerName: null, signerRelation: null, identityCheck: null },
        contentHash: hashOfVersion(actor, round, { ...said, channel }, NO_EVIDENCE, letter),
      });
      return this.versions.answer(tx, round, said, channel === 'self_service');
    });
  }
}
