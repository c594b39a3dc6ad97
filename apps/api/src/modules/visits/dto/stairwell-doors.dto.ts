import { DateOn, Id, Instant, Int, ListOf, Nested, OneOf, Text } from '../../../platform/validation';
import { DecisionDto, PivotDoorsDto } from '../../decisions';
import { STANCES, type Stance } from '../../interest';
import { FrozenDto, type Tenure } from '../../roll';
import { VISIT_OUTCOMES, type VisitOutcome } from '../visit.entity';

export class VolunteerRoundDto {
  @Id()
  id!: string;

  @OneOf(['open', 'closed', 'announced', 'settled'])
  state!: 'open' | 'closed' | 'announced' | 'settled';

  @Text({ max: 200 })
  title!: string;

  @Instant()
  closesAt!: string;
}

/** A stairwell a volunteer is assigned to, in one line. */
export class AssignedStairwellDto {
  @Id()
  id!: string;

  @Text({ max: 8 })
  code!: string;

  @Text({ max: 40 })
  estateName!: string;

  @Text({ max: 30 })
  buildingName!: string;

  @Text({ max: 30 })
  name!: string;

  @Int({ min: 0, max: 5_000 })
  householdCount!: number;

  @Int({ min: 0, max: 5_000, description: 'Households visited at least once' })
  visitedCount!: number;

  @Int({ min: 0, max: 5_000, description: 'Households with a ballot that counts or waits for review' })
  ballotCount!: number;

  @Nested(() => VolunteerRoundDto, { nullable: true })
  round!: VolunteerRoundDto | null;
}

export class LastVisitDto {
  @OneOf(VISIT_OUTCOMES)
  outcome!: VisitOutcome;

  @Instant()
  visitedAt!: string;

  @Text({ max: 300, min: 0 })
  note!: string;

  @DateOn({ nullable: true })
  revisitOn!: string | null;
}

export class DoorInterestDto {
  @OneOf(STANCES)
  stance!: Stance;
}

/** That there is a ballot, and whether it counts. Never what it says. */
export class DoorBallotDto {
  @OneOf(['counted', 'awaiting_review', 'returned'])
  state!: 'counted' | 'awaiting_review' | 'returned';

  @OneOf(['self_service', 'home_visit', 'paper', 'proxy'])
  channel!: 'self_service' | 'home_visit' | 'paper' | 'proxy';

  @Instant()
  receivedAt!: string;
}

/** One door of the grid. */
export class DoorDto {
  @Id()
  householdId!: string;

  @Text({ max: 12 })
  roomNo!: string;

  @Int({ min: -5, max: 120 })
  floor!: number;

  @Text({ max: 60, description: 'Family name, the rest masked' })
  ownerName!: string;

  @OneOf(['commodity', 'purchased_public', 'public_rental'])
  tenure!: Tenure;

  @Nested(() => LastVisitDto, { nullable: true })
  lastVisit!: LastVisitDto | null;

  @Nested(() => DoorInterestDto, { nullable: true })
  interest!: DoorInterestDto | null;

  @Nested(() => DoorBallotDto, { nullable: true })
  ballot!: DoorBallotDto | null;

  @Nested(() => FrozenDto, { nullable: true, description: 'A dispute: no ballot may be taken at this door' })
  frozen!: FrozenDto | null;
}

/** The stairwell as a volunteer works it: every door, and how far the round is from each gate. */
export class StairwellDoorsDto {
  @Nested(() => AssignedStairwellDto)
  stairwell!: AssignedStairwellDto;

  @Nested(() => VolunteerRoundDto, { nullable: true })
  round!: VolunteerRoundDto | null;

  @Nested(() => DecisionDto, {
    nullable: true,
    description: 'The distance to each gate; null without a round, or where its ruleset keeps it back while it is open',
  })
  decision!: DecisionDto | null;

  @Nested(() => PivotDoorsDto, { nullable: true })
  pivotDoors!: PivotDoorsDto | null;

  @ListOf(() => DoorDto, { max: 5_000, description: 'From the ground up' })
  doors!: DoorDto[];
}
