import { DateOn, Id, Instant, OneOf, Text } from '../../../platform/validation';
import { VISIT_OUTCOMES, type VisitOutcome } from '../visit.entity';

export class RecordVisitInput {
  @Id({ description: 'Made on the device; safe to send again' })
  id!: string;

  @Id()
  householdId!: string;

  @OneOf(VISIT_OUTCOMES)
  outcome!: VisitOutcome;

  @Text({ max: 300, min: 0 })
  note!: string;

  @DateOn({ nullable: true })
  revisitOn!: string | null;

  @Instant({ description: 'By the tablet’s clock' })
  visitedAt!: Date;
}

export class VisitDto {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @OneOf(VISIT_OUTCOMES)
  outcome!: VisitOutcome;

  @Text({ max: 300, min: 0 })
  note!: string;

  @DateOn({ nullable: true })
  revisitOn!: string | null;

  @Instant()
  visitedAt!: string;
}
