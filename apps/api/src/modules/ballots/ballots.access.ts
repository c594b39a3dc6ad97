import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertNothingPending, type Actor } from '../../platform/access';
import { common } from '../../platform/errors';
import { BindingAccess, type Relation } from '../bindings';
import { mayBeTold } from '../decisions';
import { ProxyAccess } from '../proxies';
import { RollAccess, VolunteerAccess, type Reach } from '../roll';
import type { EntitlementRow } from '../rounds';
import type { Viewer } from './ballots.presenter';
import { refusals } from './ballots.refusals';
import type { CastableRound } from './ballots.repository';
import type { CastBallotInput } from './dto/cast-ballot.dto';

/** What deciding about a household's vote needs of a round. */
type RuledRound = Pick<CastableRound, 'id' | 'state' | 'ruleset'>;

/** Someone who may read a ballot paper, and what else they may do with it. */
export interface BallotViewer extends Viewer {
  mayVote: boolean;
  /** The letter by which they may vote; null for everyone who is no proxy. */
  proxyAuthorisationId: string | null;
}

/** Who may cast, and who may see, which household's ballots. */
@Injectable()
export class BallotsAccess {
  constructor(
    private readonly bindings: BindingAccess,
    private readonly proxies: ProxyAccess,
    private readonly volunteers: VolunteerAccess,
    private readonly roll: RollAccess,
  ) {}

  /**
   * Insists that this actor may record this ballot.
   * @returns the letter a proxy casts by; null for every other channel
   * @throws not_bound (404) for someone else's household, may_not_vote (403) for a tenant or relative, not_assigned
   *   (403) for a door of another volunteer, channel_not_yours (403), proxy_cap_reached (409)
   */
  async assertMayCast(
    tx: EntityManager,
    actor: Actor,
    round: RuledRound,
    entitlement: EntitlementRow,
    { channel, signerRelation }: Pick<CastBallotInput, 'channel' | 'signerRelation'>,
  ): Promise<string | null> {
    switch (channel) {
      case 'self_service': {
        if (actor.role === 'officer') throw refusals.channel_not_yours();
        const relation = await this.bindings.assertBound(tx, actor.accountId, entitlement.householdId);
        if (!this.mayVote(relation, round, entitlement)) throw refusals.may_not_vote();
        return null;
      }
      case 'proxy':
        // Whoever collects ballots at the doors does not cast them for others too.
        if (actor.role !== 'resident') throw refusals.channel_not_yours();
        return this.proxies.assertMayCast(tx, actor.accountId, round, entitlement.householdId);
      case 'home_visit':
        if (actor.role !== 'volunteer') throw refusals.channel_not_yours();
        assertNothingPending(actor);
        await this.volunteers.assertAssigned(tx, actor.accountId, entitlement.stairwellId);
        break;
      case 'paper':
        if (actor.role !== 'officer') throw refusals.channel_not_yours();
        await this.assertReached(tx, actor, entitlement);
    }
    if (signerRelation && !this.mayVote(signerRelation, round, entitlement)) throw refusals.may_not_vote();
    return null;
  }

  /** By which channel someone speaks for a household on their own phone: for their own, else by letter. */
  async ownChannel(
    tx: EntityManager,
    { accountId, role }: Actor,
    round: RuledRound,
    entitlement: EntitlementRow,
  ): Promise<'self_service' | 'proxy'> {
    const relation = await this.bindings.relationOf(tx, accountId, entitlement.householdId);
    if (role !== 'resident' || (relation && this.mayVote(relation, round, entitlement))) return 'self_service';
    const letter = await this.proxies.letterFor(tx, accountId, round.id, entitlement.householdId);
    return letter === null ? 'self_service' : 'proxy';
  }

  /**
   * What someone may do with a household's ballot paper. A proxy may vote and sees only what they cast themselves; so
   * does an officer while the round is open.
   * @throws not_found (404) unless bound to the household, its proxy, volunteer of its stairwell, or an officer there
   */
  async viewerOf(
    tx: EntityManager,
    actor: Actor,
    round: RuledRound,
    entitlement: EntitlementRow,
  ): Promise<BallotViewer> {
    const { accountId, role } = actor;
    const viewer = { accountId, mayVote: false, maySeeChoices: false, proxyAuthorisationId: null };
    if (role === 'officer') {
      await this.assertReached(tx, actor, entitlement);
      return { ...viewer, maySeeChoices: mayBeTold('officers', round, 'choices') };
    }
    const relation = await this.bindings.relationOf(tx, accountId, entitlement.householdId);
    if (relation && this.mayVote(relation, round, entitlement)) {
      return { ...viewer, mayVote: true, maySeeChoices: true };
    }
    const proxyAuthorisationId =
      role === 'resident' ? await this.proxies.letterFor(tx, accountId, round.id, entitlement.householdId) : null;
    if (proxyAuthorisationId) return { ...viewer, mayVote: true, proxyAuthorisationId };
    if (relation) return viewer;
    const isTheirDoor =
      role === 'volunteer' && (await this.volunteers.isAssignedToHousehold(tx, accountId, entitlement.householdId));
    if (!isTheirDoor) throw common.not_found();
    assertNothingPending(actor);
    return { ...viewer, mayVote: true };
  }

  /**
   * Whether the office's people may look at a photographed paper: a ballot, what shows a relation, a proxy's letter.
   * @throws not_found (404), also for a photo that belongs to no household in reach
   */
  async assertMaySeePhoto(tx: EntityManager, actor: Reach, photoId: string): Promise<void> {
    const rows: { householdId: string }[] = await tx.query(
      `SELECT household_id AS "householdId" FROM ballots WHERE paper_photo_id = $1
        UNION SELECT b.household_id FROM binding_evidence v JOIN bindings b ON b.id = v.binding_id WHERE v.photo_id = $1
        UNION SELECT household_id FROM proxy_authorisations WHERE letter_photo_id = $1`,
      [photoId],
    );
    const [shown] = rows;
    if (!shown) throw common.not_found();
    await this.assertReached(tx, actor, shown);
  }

  private async assertReached(tx: EntityManager, actor: Reach, { householdId }: { householdId: string }) {
    await this.roll.assertHousehold(tx, actor, householdId, () => common.not_found());
  }

  /** Whether the relation carries the vote; the tenant of public housing has it only where the pinned ruleset says so. */
  mayVote(relation: Relation, round: Pick<RuledRound, 'ruleset'>, { tenure }: Pick<EntitlementRow, 'tenure'>): boolean {
    const tenantSpeaks = tenure === 'public_rental' && round.ruleset.publicHousing === 'tenant_opinion';
    return this.bindings.mayVote(relation) || (relation === 'tenant' && tenantSpeaks);
  }
}
