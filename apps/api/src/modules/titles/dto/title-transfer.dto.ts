import { DateOn, Id, Instant, ListOf, LongText, OneOf, Text, Texts } from '../../../platform/validation';

export class RecordTitleTransferInput {
  @Id({ description: 'Made on the device; the same transfer may be sent again' })
  id!: string;

  @Texts({ min: 1, max: 20, each: { max: 60 }, description: 'As on the new title; the registered owner first' })
  newOwnerNames!: string[];

  @DateOn({ description: 'The day on the new title' })
  transferredOn!: string;

  @Text({ max: 40, description: 'Of the new title; sealed, and shown masked ever after' })
  documentNumber!: string;

  @LongText({ max: 500, min: 0 })
  note!: string;
}

/** A running round in which a ballot from before the transfer counts for the household until the new owner casts one. */
export class RoundWithBallotDto {
  @Id()
  roundId!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(['open', 'closed'])
  state!: 'open' | 'closed';

  @OneOf(['self_service', 'home_visit', 'paper', 'proxy'])
  channel!: string;

  @Instant()
  receivedAt!: string;
}

/** That a household changed hands. */
export class TitleTransferDto {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @Text({ max: 200, description: 'Estate, building and stairwell' })
  place!: string;

  @Text({ max: 16 })
  roomNo!: string;

  @Texts({ max: 21, each: { max: 60 } })
  formerOwnerNames!: string[];

  @Texts({ max: 20, each: { max: 60 } })
  newOwnerNames!: string[];

  @DateOn()
  transferredOn!: string;

  @Text({ max: 40, nullable: true, example: '****1234' })
  documentNumberMasked!: string | null;

  @Text({ max: 500, min: 0 })
  note!: string;

  @Instant()
  recordedAt!: string;

  @Text({ max: 60 })
  recordedByName!: string;

  @ListOf(() => RoundWithBallotDto, { max: 50 })
  openRoundsWithBallot!: RoundWithBallotDto[];
}
