import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadCases } from '../cases';
import { InterestLookup } from '../interest';
import { ReadReviews } from '../reviews';
import { RollAccess, RollDirectory, type Reach } from '../roll';
import { ReadRounds } from '../rounds';
import type { OfficeTodayDto, StairwellSummaryDto } from './dto/office.dto';

/** What an officer sees first: what is owed today, and where each stairwell stands. */
@Injectable()
export class OfficeOverview {
  constructor(
    private readonly access: RollAccess,
    private readonly roll: RollDirectory,
    private readonly interest: InterestLookup,
    private readonly rounds: ReadRounds,
    private readonly reviews: ReadReviews,
    private readonly cases: ReadCases,
  ) {}

  /** Open rounds, rounds to be announced, and reviews and cases that wait. */
  async today(tx: EntityManager, actor: Reach): Promise<OfficeTodayDto> {
    const open = await this.rounds.nextToEnd(tx, actor, 'open');
    const closed = await this.rounds.nextToEnd(tx, actor, 'closed');
    return {
      ...(await this.reviews.waiting(tx, actor)),
      openCases: await this.cases.openCount(tx, actor),
      openRoundCount: open.count,
      openRounds: open.rounds,
      awaitingAnnouncementCount: closed.count,
      awaitingAnnouncement: closed.rounds,
    };
  }

  /** Every stairwell of an estate in natural order. @throws not_found (404) for an estate out of reach */
  async stairwells(tx: EntityManager, actor: Reach, estateId: string): Promise<StairwellSummaryDto[]> {
    await this.access.assertEstate(tx, actor, estateId);
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
