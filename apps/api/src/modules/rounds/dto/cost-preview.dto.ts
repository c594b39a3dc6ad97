import { ApiProperty } from '@nestjs/swagger';
import { Id, Int, ListOf, Nested, OneOf } from '../../../platform/validation';
import { COST_FORMULAS, SCOPE_KINDS, type CostMethod, type ScopeKind } from '../round.types';

const MOST_FEN = 1_000_000_000_000;
const HIGHEST_FLOOR = 200;

/** A number for every household of a floor. */
export class FloorTermInput {
  @Int({ min: 1, max: HIGHEST_FLOOR })
  floor!: number;

  @Int({ min: 0, max: 1_000_000, description: 'Only the proportion counts: 0.7 and 1.0 are written 7 and 10' })
  weight!: number;
}

export class CostFormulaInput {
  @OneOf(COST_FORMULAS)
  method!: Exclude<CostMethod, 'custom'>;

  @ListOf(() => FloorTermInput, {
    max: HIGHEST_FLOOR,
    optional: true,
    description: 'For floor_coefficient and floor_and_area: one per floor',
  })
  coefficients?: FloorTermInput[];

  @ListOf(() => FloorTermInput, {
    max: HIGHEST_FLOOR,
    optional: true,
    description: 'For floor_percentages: hundredths of a percent per floor, 10,000 in all',
  })
  percentages?: FloorTermInput[];
}

/** What a cost table is to be worked out from. Nothing is stored. */
export class PreviewCostTableInput {
  @OneOf(SCOPE_KINDS)
  scopeKind!: ScopeKind;

  @Id()
  scopeId!: string;

  @Int({ min: 0, max: MOST_FEN })
  totalFen!: number;

  @Int({ min: 0, max: MOST_FEN })
  subsidyFen!: number;

  @Nested(() => CostFormulaInput)
  formula!: CostFormulaInput;
}

export class CostShareRowDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ type: 'integer' })
  floor!: number;

  @ApiProperty({ type: 'integer' })
  amountFen!: number;
}

export class CostPreviewDto {
  @ApiProperty({ type: 'integer' })
  totalFen!: number;

  @ApiProperty({ type: 'integer' })
  subsidyFen!: number;

  @ApiProperty({ type: 'integer', description: 'What the rows sum to, to the fen' })
  netFen!: number;

  @ApiProperty({ type: [CostShareRowDto] })
  rows!: CostShareRowDto[];
}
