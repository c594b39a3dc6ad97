/** States of a round; which may follow which is the lifecycle table of `@jiati/rules`. */
export const ROUND_STATES = ['draft', 'open', 'closed', 'announced', 'settled', 'void'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Who is asked: one stairwell, one building or the whole estate. */
export const SCOPE_KINDS = ['stairwell', 'building', 'estate'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** How the cost table was made; `custom` = typed in by the office. */
export interface CostTable {
  totalFen: number;
  subsidyFen: number;
  method: string;
  rows: { householdId: string; amountFen: number }[];
}
