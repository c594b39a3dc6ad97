import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { latestSigned } from '../agreements';
import { BindingAccess, type BindingFacts } from '../bindings';
import { InterestLookup } from '../interest';
import { RollDirectory, type HouseholdPlace } from '../roll';
import { findEntitlement, latestRoundOfStairwells, type EntitlementRow, type RoundRow } from '../rounds';
import { BallotsAccess } from './ballots.access';
import { currentBallot, visibleBallots } from './ballots.presenter';
import { ballotsOf } from './ballots.repository';
import type { MyHouseholdDto, MyRoundDto } from './dto/my-household.dto';

interface MyRound {
  round: RoundRow;
  entitlement: EntitlementRow;
}

/** The households an account is bound to, each with its round and its ballot: the first page after logging in. */
@Injectable()
export class ListMyHouseholds {
  constructor(
    private readonly bindings: BindingAccess,
    private readonly access: BallotsAccess,
    private readonly roll: RollDirectory,
    private readonly interest: InterestLookup,
  ) {}

  /** Oldest binding first; empty for an account without any. */
  async execute(tx: EntityManager, actor: Actor): Promise<MyHouseholdDto[]> {
    const bindings = await this.bindings.bindingsOf(tx, actor.accountId);
    const householdIds = bindings.map((binding) => binding.householdId);
    if (householdIds.length === 0) return [];
    const places = await this.roll.householdPlace(tx, householdIds);
    const interests = await this.interest.latestOf(tx, householdIds);
    const rounds = await latestRoundOfStairwells(tx, [...new Set([...places.values()].map((p) => p.stairwellId))]);

    return Promise.all(
      bindings.map(async (binding) => {
        const place = places.get(binding.householdId)!;
        if (binding.state !== 'approved') return this.unapproved(binding, place);
        const mine = await this.asked(tx, rounds.get(place.stairwellId), binding.householdId);
        const interest = interests.get(binding.householdId);
        return {
          ...this.unapproved(binding, place),
          mayVote: mine ? this.mayVote(binding, mine) : this.bindings.mayVote(binding.relation),
          areaDm2: mine?.entitlement.areaDm2 ?? place.areaDm2,
          interest: interest ? { stance: interest.stance, receivedAt: interest.receivedAt.toISOString() } : null,
          round: mine ? await this.roundOf(tx, actor, binding, mine) : null,
        };
      }),
    );
  }

  /** What may be said before the office has approved: where it is, and nothing about it. */
  private unapproved(binding: BindingFacts, place: HouseholdPlace): MyHouseholdDto {
    return {
      bindingId: binding.id,
      householdId: binding.householdId,
      relation: binding.relation,
      bindingState: binding.state,
      mayVote: false,
      stairwellCode: place.stairwellCode,
      estateName: place.estateName,
      buildingName: place.buildingName,
      stairwellName: place.stairwellName,
      roomNo: place.roomNo,
      floor: place.floor,
      areaDm2: null,
      interest: null,
      round: null,
    };
  }

  /** The round, if the household stands in its electorate: one that came to the roll later is not asked. */
  private async asked(tx: EntityManager, round: RoundRow | undefined, householdId: string): Promise<MyRound | null> {
    const entitlement = round && (await findEntitlement(tx, round.id, householdId));
    return round && entitlement ? { round, entitlement } : null;
  }

  private mayVote(binding: BindingFacts, { round, entitlement }: MyRound): boolean {
    return this.access.mayVote(binding.relation, { ruleset: round.ruleset as Ruleset }, entitlement);
  }

  private async roundOf(tx: EntityManager, actor: Actor, binding: BindingFacts, mine: MyRound): Promise<MyRoundDto> {
    const { round } = mine;
    const pair = { roundId: round.id, householdId: binding.householdId };
    const maySeeChoices = this.mayVote(binding, mine);
    const ballots = visibleBallots(await ballotsOf(tx, [pair]), { accountId: actor.accountId, maySeeChoices });
    const signedAt = maySeeChoices
      ? (await latestSigned(tx, [pair])).get(`${pair.roundId} ${pair.householdId}`)
      : undefined;
    return {
      id: round.id,
      state: round.state,
      title: round.title,
      closesAt: round.closesAt.toISOString(),
      myBallot: currentBallot(ballots),
      consentSignedAt: signedAt?.toISOString() ?? null,
    };
  }
}
