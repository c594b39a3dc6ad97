import { ApiProperty } from '@nestjs/swagger';
import { STAGES, type Stage } from '../../roll';
import { RoundSummaryDto } from '../../rounds';

/** A stairwell in the office's list, with the round that concerns it. */
export class StairwellSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty({ format: 'uuid' })
  buildingId!: string;

  @ApiProperty()
  buildingName!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ type: 'integer' })
  householdCount!: number;

  @ApiProperty({ type: 'integer' })
  floorCount!: number;

  @ApiProperty({ type: 'integer' })
  unknownAreaCount!: number;

  @ApiProperty({ type: 'integer', description: 'Households that have expressed an interest' })
  registeredInterest!: number;

  @ApiProperty({ type: RoundSummaryDto, nullable: true })
  round!: RoundSummaryDto | null;
}

/** What the office owes today. */
export class OfficeTodayDto {
  @ApiProperty({ type: 'integer' })
  pendingReviews!: number;

  @ApiProperty({ type: 'integer', description: 'Of those, waiting for more than three days' })
  reviewsOlderThanDays3!: number;

  @ApiProperty({ type: 'integer', description: 'Households whose two answers differ' })
  openCases!: number;

  @ApiProperty({ type: 'integer' })
  openRoundCount!: number;

  @ApiProperty({ type: [RoundSummaryDto], description: 'Those that end first, 20 at most' })
  openRounds!: RoundSummaryDto[];

  @ApiProperty({ type: 'integer' })
  awaitingAnnouncementCount!: number;

  @ApiProperty({ type: [RoundSummaryDto], description: 'Those that have waited longest, 20 at most' })
  awaitingAnnouncement!: RoundSummaryDto[];
}
