import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertNothingPending, type Actor } from '../../platform/access';
import { common } from '../../platform/errors';
import { BindingAccess, type Relation } from '../bindings';
import { VolunteerAccess } from '../roll';
import type { EntitlementRow } from '../rounds';
import { refusals } from './ballots.refusals';
import type { CastableRound } from './ballots.repository';
import type { CastBallotInput } from './dto/cast-ballot.dto';

/** What deciding about a household's vote needs of a round. */
type RuledRound = Pick<CastableRound, 'ruleset'>;

/** Who may cast, and who may see, which household's ballots. */
@Injectable()
export class BallotsAccess {
  constructor(
    private readonly bindings: BindingAccess,
    private readonly volunteers: VolunteerAccess,
  ) {}

  /**
   * Insists that this actor may record this ballot.
   * @throws not_bound (404) for someone else's household, may_not_vote (403) for a tenant or relative, not_assigned
   *   (403) for a door of another volunteer, channel_not_yours (403)
   */
  async assertMayCast(
    tx: EntityManager,
    actor: Actor,
    round: RuledRound,
    entitlement: EntitlementRow,
    { channel, signerRelation }: Pick<CastBallotInput, 'channel' | 'signerRelation'>,
  ): Promise<void> {
    switch (channel) {
      case 'self_service': {
        if (actor.role === 'officer') throw refusals.channel_not_yours();
        const relation = await this.bindings.assertBound(tx, actor.accountId, entitlement.householdId);
        if (!this.mayVote(relation, round, entitlement)) throw refusals.may_not_vote();
        return;
      }
      case 'home_visit':
        if (actor.role !== 'volunteer') throw refusals.channel_not_yours();
        assertNothingPending(actor);
        await this.volunteers.assertAssigned(tx, actor.accountId, entitlement.stairwellId);
        break;
      case 'paper':
        if (actor.role !== 'officer') throw refusals.channel_not_yours();
    }
    if (signerRelation && !this.mayVote(signerRelation, round, entitlement)) throw refusals.may_not_vote();
  }

  /**
   * What someone may do with a household's ballot paper.
   * @throws not_found (404) unless bound to the household, volunteer of its stairwell, or an officer
   */
  async viewerOf(tx: EntityManager, actor: Actor, round: RuledRound, entitlement: EntitlementRow) {
    if (actor.role === 'officer') return { accountId: actor.accountId, mayVote: false, maySeeChoices: true };
    const relation = await this.bindings.relationOf(tx, actor.accountId, entitlement.householdId);
    if (relation) {
      const mayVote = this.mayVote(relation, round, entitlement);
      return { accountId: actor.accountId, mayVote, maySeeChoices: mayVote };
    }
    const isTheirDoor =
      actor.role === 'volunteer' &&
      (await this.volunteers.isAssignedToHousehold(tx, actor.accountId, entitlement.householdId));
    if (!isTheirDoor) throw common.not_found();
    assertNothingPending(actor);
    return { accountId: actor.accountId, mayVote: true, maySeeChoices: false };
  }

  /** Whether the relation carries the vote; the tenant of public housing has it only where the pinned ruleset says so. */
  mayVote(relation: Relation, round: RuledRound, { tenure }: Pick<EntitlementRow, 'tenure'>): boolean {
    const tenantSpeaks = tenure === 'public_rental' && round.ruleset.publicHousing === 'tenant_opinion';
    return this.bindings.mayVote(relation) || (relation === 'tenant' && tenantSpeaks);
  }
}
