import { ApiProperty } from '@nestjs/swagger';
import { Id, Int, ListOf, OneOf } from '../../../platform/validation';
import { ChainHeadDto } from '../../chain';
import { CheckDto, DecisionDto, PivotDoorsDto, TallyDto } from '../../decisions';
import { SearchedPlaceText } from '../../roll';
import { COST_METHODS, ROUND_STATES, SCOPE_KINDS } from '../round.types';
import type { CostMethod, RoundState, ScopeKind } from '../round.types';

const MOST_ROWS = 200;

/** Which rounds to read, and how many. */
export class ListRoundsQuery {
  @Id({ optional: true })
  estateId?: string;

  @OneOf(ROUND_STATES, { optional: true })
  state?: RoundState;

  @SearchedPlaceText()
  q?: string;

  @Int({ min: 1, max: MOST_ROWS, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  before?: string;
}

/** A round in a list: turnout by the quorum gates only, never a choice. */
export class RoundSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ROUND_STATES })
  state!: RoundState;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: SCOPE_KINDS })
  scopeKind!: ScopeKind;

  @ApiProperty({ description: 'Estate, building, stairwell in words' })
  scopeLabel!: string;

  @ApiProperty()
  rulesetId!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null for a draft' })
  opensAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  closesAt!: string;

  @ApiProperty({ type: [CheckDto], description: 'The quorum gates; empty for a draft' })
  turnout!: CheckDto[];

  @ApiProperty({ type: 'integer' })
  pendingReviews!: number;

  @ApiProperty({ type: 'integer', description: 'Households whose two answers differ, not settled yet' })
  openCases!: number;
}

export class RoundsPageDto {
  @ListOf(() => RoundSummaryDto, { max: MOST_ROWS })
  rounds!: RoundSummaryDto[];

  @Id({ nullable: true, description: '`before` of the next page; null on the last' })
  next!: string | null;
}

export class CostTableRowDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty({ type: 'integer' })
  amountFen!: number;
}

export class CostTableDto {
  @ApiProperty({ type: 'integer' })
  totalFen!: number;

  @ApiProperty({ type: 'integer' })
  subsidyFen!: number;

  @ApiProperty({ enum: COST_METHODS })
  method!: CostMethod;

  @ApiProperty({ type: [CostTableRowDto] })
  rows!: CostTableRowDto[];
}

/** A round whole, for officers. */
export class RoundDto extends RoundSummaryDto {
  @ApiProperty({ format: 'uuid' })
  scopeId!: string;

  @ApiProperty({ format: 'uuid' })
  estateId!: string;

  @ApiProperty({ type: 'integer' })
  rulesetVersion!: number;

  @ApiProperty()
  statement!: string;

  @ApiProperty()
  schemeText!: string;

  @ApiProperty()
  agreementText!: string;

  @ApiProperty({ type: CostTableDto })
  costTable!: CostTableDto;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the canonical form, set at opening' })
  schemeHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  costTableHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  agreementHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  rulesetHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  electorateHash!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  announcedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  voidReason!: string | null;

  @ApiProperty({ type: DecisionDto, nullable: true, description: 'What was announced; null until then' })
  decision!: DecisionDto | null;
}

export class RulesetNameDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  article!: string;

  @ApiProperty({ description: 'False until an office has confirmed it against the official text' })
  verified!: boolean;
}

export class CountSheetRowDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty()
  place!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ type: 'integer' })
  floor!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  areaDm2!: number | null;

  @ApiProperty({ type: 'integer', description: 'Doors with the same number are one head' })
  headNo!: number;

  @ApiProperty({ enum: ['commodity', 'purchased_public', 'public_rental'] })
  tenure!: string;

  @ApiProperty({
    type: String,
    enum: ['for', 'against', 'abstain'],
    nullable: true,
    description: 'null without a ballot that counts, and for every door while the round is open',
  })
  choice!: string | null;

  @ApiProperty({ type: String, enum: ['self_service', 'home_visit', 'paper', 'proxy'], nullable: true })
  channel!: string | null;

  @ApiProperty({ enum: ['counted', 'held', 'awaiting_review', 'silent'] })
  state!: 'counted' | 'held' | 'awaiting_review' | 'silent';

  @ApiProperty({ description: 'Two answers of this door differ; the earlier one counts until an officer settles it' })
  inCase!: boolean;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of the ballot that counts: by how much its device was ahead, when that is worth a look',
  })
  clockSkewSeconds!: number | null;
}

export class MissingAreaDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty()
  roomNo!: string;
}

/** What the office checks, prints and announces (计票单). Counted afresh from the ballots. */
export class CountSheetDto {
  @ApiProperty({ type: RoundSummaryDto })
  round!: RoundSummaryDto;

  @ApiProperty({ type: RulesetNameDto })
  ruleset!: RulesetNameDto;

  @ApiProperty({
    type: DecisionDto,
    nullable: true,
    description: 'null while the round is open, when its ruleset lets the office know the turnout alone',
  })
  decision!: DecisionDto | null;

  @ApiProperty({ type: TallyDto, nullable: true, description: 'null while the round is open' })
  tally!: TallyDto | null;

  @ApiProperty({
    type: PivotDoorsDto,
    nullable: true,
    description: 'Only while the round is open, and where its ruleset lets the office know them',
  })
  pivotDoors!: PivotDoorsDto | null;

  @ApiProperty({ type: 'integer' })
  pendingReviews!: number;

  @ApiProperty({ type: 'integer', description: 'Households whose two answers differ, not settled yet' })
  openCases!: number;

  @ApiProperty({ type: ChainHeadDto, nullable: true, description: 'null for a round opened before there were chains' })
  chain!: ChainHeadDto | null;

  @ApiProperty({ type: [MissingAreaDto] })
  missingAreas!: MissingAreaDto[];

  @ApiProperty({ type: [CountSheetRowDto] })
  rows!: CountSheetRowDto[];
}
