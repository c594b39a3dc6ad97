import { Id, Instant, Int, ListOf, LongText, OneOf, Text } from '../../../platform/validation';

const MOST_ROWS = 200;
export const DISPUTE_STATES = ['open', 'settled'] as const;

export class OpenDisputeInput {
  @Id({ description: 'Made on the device; the same dispute may be sent again' })
  id!: string;

  @LongText({ max: 500, description: 'Who disputes what' })
  reason!: string;
}

export class SettleDisputeInput {
  @LongText({ max: 500, description: 'How it ended, and on what paper that rests' })
  reason!: string;
}

export class ListDisputesQuery {
  @Id({ optional: true })
  estateId?: string;

  @Id({ optional: true })
  householdId?: string;

  @OneOf(DISPUTE_STATES, { optional: true })
  state?: (typeof DISPUTE_STATES)[number];

  @Int({ min: 1, max: MOST_ROWS, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  after?: string;
}

/** A dispute about who speaks for a household. */
export class DisputeDto {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @Text({ max: 200, description: 'Estate, building and stairwell' })
  place!: string;

  @Text({ max: 16 })
  roomNo!: string;

  @Text({ max: 500 })
  reason!: string;

  @Instant()
  openedAt!: string;

  @Text({ max: 60 })
  openedByName!: string;

  @Instant({ nullable: true })
  settledAt!: string | null;

  @Text({ max: 60, nullable: true })
  settledByName!: string | null;

  @Text({ max: 500, nullable: true })
  settlement!: string | null;
}

export class DisputesPageDto {
  @ListOf(() => DisputeDto, { max: MOST_ROWS })
  disputes!: DisputeDto[];

  @Id({ nullable: true, description: '`after` of the next page; null on the last' })
  next!: string | null;
}
