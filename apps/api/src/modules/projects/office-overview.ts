import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InterestLookup } from '../interest';
import { ReadReviews } from '../reviews';
import { RollDirectory } from '../roll';
import { ReadRounds } from '../rounds';
import type { OfficeTodayDto, StairwellSummaryDto } from './dto/office.dto';

/** What an officer sees first: what is owed today, and where each stairwell stands. */
@Injectable()
export class OfficeOverview {
  constructor(
    private readonly roll: RollDirectory,
    private readonly interest: InterestLookup,
    private readonly rounds: ReadRounds,
    private readonly reviews: ReadReviews,
  ) {}

  /** Open rounds, rounds to be announced, and reviews that wait. */
  async today(tx: EntityManager): Promise<OfficeTodayDto> {
    return {
      ...(await this.reviews.waiting(tx)),
      openRounds: await this.rounds.inStates(tx, ['open']),
      awaitingAnnouncement: await this.rounds.inStates(tx, ['closed']),
    };
  }

  /** Every stairwell of an estate in natural order; empty for an unknown estate. */
  async stairwells(tx: EntityManager, estateId: string): Promise<StairwellSummaryDto[]> {
    const places = await this.roll.stairwellsOfEstate(tx, estateId);
    const ids = places.map((place) => place.stairwellId);
    const registered = await this.interest.registeredCount(tx, ids);
    const rounds = await this.rounds.ofStairwells(tx, ids);
    return places.map((place) => ({
      id: place.stairwellId,
      code: place.code,
      buildingId: place.buildingId,
      buildingName: place.buildingName,
      name: place.stairwellName,
      stage: place.stage,
      householdCount: place.householdCount,
      floorCount: place.floorCount,
      unknownAreaCount: place.unknownAreaCount,
      registeredInterest: registered.get(place.stairwellId) ?? 0,
      round: rounds.get(place.stairwellId) ?? null,
    }));
  }
}
