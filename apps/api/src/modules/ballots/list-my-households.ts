import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { latestSigned } from '../agreements';
import { BindingAccess, type BindingState, type Relation } from '../bindings';
import { InterestLookup } from '../interest';
import { ProxyAccess, type HeldLetter } from '../proxies';
import { frozenOf, RollDirectory, type HouseholdPlace } from '../roll';
import { entitlementsOf, latestRoundOfStairwells, type EntitlementRow, type RoundRow } from '../rounds';
import { BallotsAccess } from './ballots.access';
import { currentBallot, hasOpenCase, visibleBallots } from './ballots.presenter';
import { ballotsOf, type StandingBallot } from './ballots.repository';
import type { MyHouseholdDto, MyRoundDto } from './dto/my-household.dto';

/** The round that asks a household of mine, with what it has said and signed. */
interface MyRound {
  round: RoundRow;
  entitlement: EntitlementRow;
  ballots: StandingBallot[];
  signedAt: Date | undefined;
}

/** A household of mine, by a binding, by letters, or by both. */
interface Mine {
  bindingId: string;
  householdId: string;
  relation: Relation;
  state: BindingState;
  expiresOn: string | null;
  returnReason: string | null;
  /** Letters of its owners in force today; empty for somebody who may vote anyway. */
  letters: HeldLetter[];
}

/** The households an account is bound to or proxy of, each with its round and its ballot: the first page after logging in. */
@Injectable()
export class ListMyHouseholds {
  constructor(
    private readonly bindings: BindingAccess,
    private readonly proxies: ProxyAccess,
    private readonly access: BallotsAccess,
    private readonly roll: RollDirectory,
    private readonly interest: InterestLookup,
  ) {}

  /** Oldest binding first, then those by letter; empty for an account without any. */
  async execute(tx: EntityManager, actor: Actor): Promise<MyHouseholdDto[]> {
    const all = await this.householdsOf(tx, actor);
    const householdIds = all.map(({ householdId }) => householdId);
    if (householdIds.length === 0) return [];
    const places = await this.roll.householdPlace(tx, householdIds);
    const interests = await this.interest.latestOf(tx, householdIds);
    const rounds = await this.roundsOf(tx, places);

    return all.map((mine) => {
      const place = places.get(mine.householdId)!;
      if (mine.state !== 'approved') return this.unapproved(mine, place);
      const asked = askedAs(mine, rounds.get(mine.householdId));
      const letter = letterFor(mine, asked);
      const mayVote = letter !== null || this.mayVoteItself(mine, asked);
      const interest = mine.relation === 'proxy' ? undefined : interests.get(mine.householdId);
      return {
        ...this.unapproved(mine, place),
        relation: letter ? ('proxy' as const) : mine.relation,
        mayVote: mayVote && place.ballotFrozenAt === null,
        frozen: frozenOf(place),
        proxyAuthorisationId: letter?.id ?? null,
        areaDm2: asked?.entitlement.areaDm2 ?? place.areaDm2,
        interest: interest ? { stance: interest.stance, receivedAt: interest.receivedAt.toISOString() } : null,
        round: asked ? this.roundOf(actor, mine, asked) : null,
      };
    });
  }

  private async householdsOf(tx: EntityManager, { accountId, role }: Actor): Promise<Mine[]> {
    const bindings = await this.bindings.bindingsOf(tx, accountId);
    const letters = role === 'resident' ? await this.proxies.lettersOf(tx, accountId) : [];
    const returned = bindings.filter(({ state }) => state === 'returned').map(({ id }) => id);
    const reasons = returned.length > 0 ? await this.bindings.returnReasons(tx, returned) : new Map<string, string>();
    const bound = bindings.map(({ id, householdId, relation, state, expiresOn }) => ({
      bindingId: id,
      householdId,
      relation,
      state,
      expiresOn,
      returnReason: reasons.get(id) ?? null,
      letters: this.bindings.mayVote(relation) ? [] : letters.filter((letter) => letter.householdId === householdId),
    }));
    const inForce = new Set(bound.filter(({ state }) => state === 'approved').map(({ householdId }) => householdId));
    const byLetter = new Map<string, Mine>();
    for (const letter of letters) {
      const { id, householdId } = letter;
      if (inForce.has(householdId)) continue;
      const mine = byLetter.get(householdId);
      if (mine) mine.letters.push(letter);
      else
        byLetter.set(householdId, {
          bindingId: id,
          householdId,
          relation: 'proxy',
          state: 'approved',
          expiresOn: null,
          returnReason: null,
          letters: [letter],
        });
    }
    return [...bound.filter(({ householdId }) => !byLetter.has(householdId)), ...byLetter.values()];
  }

  /** What may be said before the office has approved: where it is, and nothing about it. */
  private unapproved(mine: Mine, place: HouseholdPlace): MyHouseholdDto {
    return {
      bindingId: mine.bindingId,
      householdId: mine.householdId,
      relation: mine.relation,
      bindingState: mine.state,
      returnReason: mine.returnReason,
      expiresOn: mine.expiresOn,
      mayVote: false,
      frozen: null,
      proxyAuthorisationId: null,
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

  /** By household, if it stands in the electorate of the round: one that came to the roll later is not asked. */
  private async roundsOf(
    tx: EntityManager,
    places: ReadonlyMap<string, HouseholdPlace>,
  ): Promise<Map<string, MyRound>> {
    const stairwellIds = new Set([...places.values()].map(({ stairwellId }) => stairwellId));
    const rounds = await latestRoundOfStairwells(tx, [...stairwellIds]);
    const pairs = [...places.values()].flatMap(({ householdId, stairwellId }) => {
      const round = rounds.get(stairwellId);
      return round ? [{ roundId: round.id, householdId, round }] : [];
    });
    const lines = new Map((await entitlementsOf(tx, pairs)).map((line) => [line.householdId, line]));
    const ballots = await ballotsOf(tx, pairs);
    const signed = await latestSigned(tx, pairs);
    const asked = new Map<string, MyRound>();
    for (const { roundId, householdId, round } of pairs) {
      const entitlement = lines.get(householdId);
      const own = ballots.filter((ballot) => ballot.householdId === householdId);
      const signedAt = signed.get(`${roundId} ${householdId}`);
      if (entitlement) asked.set(householdId, { round, entitlement, ballots: own, signedAt });
    }
    return asked;
  }

  private mayVoteItself({ relation }: Mine, asked: MyRound | null): boolean {
    if (!asked) return this.bindings.mayVote(relation);
    return this.access.mayVote(relation, { ruleset: asked.round.ruleset as Ruleset }, asked.entitlement);
  }

  private roundOf({ accountId }: Actor, mine: Mine, asked: MyRound): MyRoundDto {
    const { round } = asked;
    const maySeeChoices = this.mayVoteItself(mine, asked);
    const ballots = visibleBallots(asked.ballots, { accountId, maySeeChoices });
    return {
      id: round.id,
      state: round.state,
      title: round.title,
      closesAt: round.closesAt.toISOString(),
      myBallot: currentBallot(ballots),
      openCase: hasOpenCase(ballots),
      consentSignedAt: (maySeeChoices && asked.signedAt?.toISOString()) || null,
    };
  }
}

/** Whoever is nothing but a proxy sees only a round that the letter is for. */
function askedAs(mine: Mine, asked: MyRound | undefined): MyRound | null {
  if (!asked) return null;
  return mine.relation === 'proxy' && !letterFor(mine, asked) ? null : asked;
}

/** The letter that lets somebody vote in the round; without a round, one that is for every round. */
function letterFor({ letters }: Mine, asked: MyRound | null): HeldLetter | null {
  return letters.find(({ roundId }) => roundId === null || roundId === asked?.round.id) ?? null;
}
