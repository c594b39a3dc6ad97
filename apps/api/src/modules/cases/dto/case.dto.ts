import { ApiProperty } from '@nestjs/swagger';
import { Id, Int, ListOf, LongText, OneOf } from '../../../platform/validation';
import { HelperDto } from '../../accounts';
import { CASE_OUTCOMES, CASE_STATES, type CaseOutcome, type CaseState } from '../case.types';

const MOST_ROWS = 200;

/** Which cases to read, and how many. */
export class ListCasesQuery {
  @OneOf(CASE_STATES, { optional: true })
  state?: CaseState;

  @Id({ optional: true })
  roundId?: string;

  @Id({ optional: true })
  estateId?: string;

  @Int({ min: 1, max: MOST_ROWS, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  after?: string;
}

/** Which ballot counts, and why. */
export class SettleCaseInput {
  @Id({ description: 'Made on the device; the same settlement may be sent again' })
  id!: string;

  @Id({ nullable: true, description: 'The ballot that counts; null: none, the household is asked again' })
  ballotId!: string | null;

  @LongText({ max: 500, description: 'Whom the office asked, and what it rests on' })
  reason!: string;

  @Int({ min: 1, max: 100_000, description: 'The version the officer has read; 409 case_changed when it has moved' })
  version!: number;
}

/** A ballot with its evidence as the office sees it. */
export class OfficeBallotDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', description: '1 for the first version of the household, 2 for the second…' })
  seq!: number;

  @ApiProperty({ type: String, enum: ['for', 'against', 'abstain'], nullable: true, description: 'null: a withdrawal' })
  choice!: string | null;

  @ApiProperty({ enum: ['self_service', 'home_visit', 'paper', 'proxy'] })
  channel!: string;

  @ApiProperty({ format: 'date-time', description: 'By the device; a claim' })
  castAt!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'By how much the device was ahead (behind: negative), when that is worth a look: more than five minutes; at a door or on paper, in the future or before the opening',
  })
  clockSkewSeconds!: number | null;

  @ApiProperty()
  recordedByName!: string;

  @ApiProperty({ type: HelperDto, nullable: true, description: 'Who held the device for the voter' })
  assistedBy!: HelperDto | null;

  @ApiProperty({ type: String, nullable: true })
  signerName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  signerRelation!: string | null;

  @ApiProperty({ type: String, nullable: true })
  identityCheck!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'A drawn signature' })
  signatureId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'A typed name in place of a signature' })
  typedName!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  paperPhotoId!: string | null;
}

/** A case in a list. */
export class CaseDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: CASE_STATES })
  state!: CaseState;

  @ApiProperty({ format: 'uuid' })
  roundId!: string;

  @ApiProperty()
  roundTitle!: string;

  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty({ description: 'Estate, building and stairwell' })
  place!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ type: String, enum: CASE_OUTCOMES, nullable: true })
  outcome!: CaseOutcome | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt!: string | null;
}

export class CasesPageDto {
  @ListOf(() => CaseDto, { max: MOST_ROWS })
  cases!: CaseDto[];

  @Id({ nullable: true, description: '`after` of the next page; null on the last' })
  next!: string | null;
}

export class CaseSettlementDto {
  @ApiProperty({ enum: CASE_OUTCOMES })
  outcome!: CaseOutcome;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ballotId!: string | null;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  settledAt!: string;

  @ApiProperty()
  settledByName!: string;
}

/** One case with everything needed to settle it. */
export class CaseDetailDto extends CaseDto {
  @ApiProperty({ type: 'integer', description: 'Moves with every ballot that joins and every settlement' })
  version!: number;

  @ApiProperty({ type: [String] })
  ownerNames!: string[];

  @ApiProperty({ type: 'integer', nullable: true })
  areaDm2!: number | null;

  @ApiProperty({ type: [OfficeBallotDto], description: 'The ballot that counted first, then those that were held' })
  ballots!: OfficeBallotDto[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What counts for the household now' })
  countsBallotId!: string | null;

  @ApiProperty({ description: 'False once the round is announced or void, or the household has voted anew' })
  maySettle!: boolean;

  @ApiProperty({ type: [CaseSettlementDto], description: 'Oldest first; the last one holds' })
  settlements!: CaseSettlementDto[];
}
