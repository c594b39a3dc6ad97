import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { chainHeadOf } from '../chain';
import { announcedDecisionOf, Tallies, turnoutOf } from '../decisions';
import { InterestLookup } from '../interest';
import { RollDirectory } from '../roll';
import { latestRoundOfStairwells, type RoundRow } from '../rounds';
import type { PublicRoundDto, PublicStairwellDto } from './dto/public-stairwell.dto';
import { refusals } from './projects.refusals';

/** The page behind the poster's link, for anyone. */
@Injectable()
export class ReadPublicStairwell {
  constructor(
    private readonly roll: RollDirectory,
    private readonly interest: InterestLookup,
    private readonly tallies: Tallies,
  ) {}

  /** @throws stairwell_link_unknown (404) */
  async execute(tx: EntityManager, code: string): Promise<PublicStairwellDto> {
    const place = await this.roll.stairwellByCode(tx, code);
    if (!place) throw refusals.stairwell_link_unknown();
    const { stairwellId } = place;
    const registered = await this.interest.registeredCount(tx, [stairwellId]);
    const round = (await latestRoundOfStairwells(tx, [stairwellId])).get(stairwellId);
    return {
      code: place.code,
      estateName: place.estateName,
      buildingName: place.buildingName,
      name: place.stairwellName,
      householdCount: place.householdCount,
      floorCount: place.floorCount,
      builtYear: place.builtYear,
      hotline: place.hotline,
      stage: place.stage,
      stageSinceOn: place.stageSinceOn,
      interest: { registeredHouseholds: registered.get(stairwellId) ?? 0 },
      round: round ? await this.roundOf(tx, round) : null,
    };
  }

  private async roundOf(tx: EntityManager, round: RoundRow): Promise<PublicRoundDto> {
    const stored = (await this.tallies.stored(tx, [round.id])).get(round.id);
    const { id, version, verified, electronicBallots } = round.ruleset as Ruleset;
    return {
      id: round.id,
      state: round.state,
      title: round.title,
      statement: round.statement,
      ruleset: { id, version, verified, electronicBallots },
      openedAt: round.openedAt!.toISOString(),
      closesAt: round.closesAt.toISOString(),
      closedAt: round.closedAt?.toISOString() ?? null,
      announcedAt: round.announcedAt?.toISOString() ?? null,
      turnout: turnoutOf(stored),
      decision: announcedDecisionOf(round),
      countedAt: stored!.countedAt.toISOString(),
      chain: await chainHeadOf(tx, round.id),
    };
  }
}
