/** States of a round; which may follow which is the lifecycle table of `@jiati/rules`. */
export const ROUND_STATES = ['draft', 'open', 'closed', 'announced', 'settled', 'void'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export type RoundMove = Exclude<RoundState, 'draft'>;

/** Who is asked: one stairwell, one building or the whole estate. */
export { SCOPE_KINDS, type ScopeKind } from '../roll';

/** Formulas of `@jiati/rules` that the office may start a cost table from. */
export const COST_FORMULAS = [
  'floor_coefficient',
  'area',
  'floor_and_area',
  'floors_climbed',
  'storeys_shared',
  'floor_percentages',
  'equal',
] as const;

/** How a cost table was made; `custom` = agreed by the neighbours, typed in. */
export const COST_METHODS = [...COST_FORMULAS, 'custom'] as const;
export type CostMethod = (typeof COST_METHODS)[number];

/** Who pays what: the amounts sum to total − subsidy, to the fen. */
export interface CostTable {
  totalFen: number;
  subsidyFen: number;
  method: CostMethod;
  rows: { householdId: string; amountFen: number }[];
}
