import { Id, Instant, Int, ListOf, OneOf, Text } from '../../../platform/validation';
import { MOST_ASKS } from '../reminder-limits';
import { UNREACHED_REASONS, type UnreachedReason } from '../reminder.types';

const MOST_DOORS = 5_000;
const Count = (description: string) => Int({ min: 0, max: 1_000_000, description });

/** A silent door nobody of which gets a message: somebody has to ring it up, or climb up to it. */
export class UnreachedDoorDto {
  @Id()
  householdId!: string;

  @Text({ max: 61, description: 'Building and stairwell' })
  place!: string;

  @Text({ max: 12 })
  roomNo!: string;

  @OneOf(UNREACHED_REASONS)
  reason!: UnreachedReason;
}

/** Who would be reminded of a round now, and what came of it before. Doors only, never a person. */
export class ReminderPlanDto {
  @Count('Doors that may still answer: no ballot counts or waits for review, no dispute freezes it')
  silentDoors!: number;

  @Count('Text messages that would go out')
  sms!: number;

  @Count('Messages in WeChat that would go out')
  weapp!: number;

  @ListOf(() => UnreachedDoorDto, { max: MOST_DOORS, description: 'In the order people walk them' })
  unreached!: UnreachedDoorDto[];

  @Count('Messages of this round that are on their way')
  waiting!: number;

  @Count('Messages of this round that were handed over')
  sent!: number;

  @Count('Messages of this round that were not')
  failed!: number;

  @Int({ min: 0, max: MOST_ASKS, description: 'How many times this round may still remind' })
  asksLeft!: number;

  @Instant({ nullable: true })
  lastAskedAt!: string | null;

  @Instant({ nullable: true, description: 'Null: now, as far as the last time matters' })
  mayAskFrom!: string | null;
}
