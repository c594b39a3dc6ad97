import { Id, Instant, ManyOf, OneOf, Text } from '../../../platform/validation';
import { INTEREST_REASONS, STANCES, type InterestReason, type Stance } from '../expression-of-interest.entity';

const CHANNELS = ['self_service', 'home_visit'] as const;
type InterestChannel = (typeof CHANNELS)[number];

/** What a household thinks before any round. Never counted as a ballot. */
export class ExpressInterestInput {
  @Id({ description: 'Made on the device; safe to send again' })
  id!: string;

  @Id()
  householdId!: string;

  @OneOf(STANCES)
  stance!: Stance;

  @ManyOf(INTEREST_REASONS)
  reasons!: InterestReason[];

  @Text({ max: 300, min: 0 })
  note!: string;

  @OneOf(CHANNELS)
  channel!: InterestChannel;
}

export class ExpressionOfInterestDto {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @OneOf(STANCES)
  stance!: Stance;

  @ManyOf(INTEREST_REASONS)
  reasons!: InterestReason[];

  @Text({ max: 300, min: 0 })
  note!: string;

  @OneOf(CHANNELS)
  channel!: InterestChannel;

  @Instant()
  receivedAt!: string;
}
