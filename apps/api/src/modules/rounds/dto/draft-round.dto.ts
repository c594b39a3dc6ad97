import { Id, Instant, Int, ListOf, LongText, Nested, OneOf, Text } from '../../../platform/validation';
import { COST_METHODS, SCOPE_KINDS, type CostMethod, type ScopeKind } from '../round.types';

/** 10,000 million yuan: above any lift, below any overflow. */
const MOST_FEN = 1_000_000_000_000;
const MOST_HOUSEHOLDS = 5_000;

export class CostTableRowInput {
  @Id()
  householdId!: string;

  @Int({ min: 0, max: MOST_FEN, description: 'The share in fen' })
  amountFen!: number;
}

/** Who pays what. The amounts must sum to total − subsidy, to the fen; a household without a row pays nothing. */
export class CostTableInput {
  @Int({ min: 0, max: MOST_FEN })
  totalFen!: number;

  @Int({ min: 0, max: MOST_FEN })
  subsidyFen!: number;

  @OneOf(COST_METHODS, { description: 'How the amounts were found; custom = agreed by the neighbours' })
  method!: CostMethod;

  @ListOf(() => CostTableRowInput, { max: MOST_HOUSEHOLDS })
  rows!: CostTableRowInput[];
}

/** What a round asks. May be changed while it is a draft. */
export class RoundContentInput {
  @OneOf(SCOPE_KINDS)
  scopeKind!: ScopeKind;

  @Id({ description: 'The stairwell, building or estate that is asked' })
  scopeId!: string;

  @Text({ max: 80, description: 'Id of a ruleset of GET /api/rulesets' })
  rulesetId!: string;

  @Text({ max: 80 })
  title!: string;

  @LongText({ max: 2_000 })
  statement!: string;

  @LongText({ max: 20_000 })
  schemeText!: string;

  @Nested(() => CostTableInput)
  costTable!: CostTableInput;

  @LongText({ max: 20_000 })
  agreementText!: string;

  @Instant({ description: 'Ballots are refused from this instant on' })
  closesAt!: Date;
}

/** A new draft. The id is made on the device, so that the request may be repeated. */
export class DraftRoundInput extends RoundContentInput {
  @Id()
  id!: string;
}

export class VoidRoundInput {
  @LongText({ max: 500 })
  reason!: string;
}
