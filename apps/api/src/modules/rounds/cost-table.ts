import { costTableSumSentence } from './copy/round-words';
import type { CostTable } from './round.types';
import { refusals } from './rounds.refusals';

/**
 * Checks a cost table against those who are asked.
 * @param electorate ids of the households in the scope
 * @throws cost_table_repeated, cost_table_stranger, cost_table_sum (409)
 */
export function assertCostTable(costTable: CostTable, electorate: ReadonlySet<string>): void {
  const named = costTable.rows.map((row) => row.householdId);
  if (new Set(named).size !== named.length) throw refusals.cost_table_repeated();
  const strangers = named.filter((householdId) => !electorate.has(householdId));
  if (strangers.length > 0) throw refusals.cost_table_stranger({ householdIds: strangers });
  const sumFen = costTable.rows.reduce((sum, row) => sum + row.amountFen, 0);
  const dueFen = costTable.totalFen - costTable.subsidyFen;
  if (sumFen !== dueFen)
    throw refusals.cost_table_sum({ detail: costTableSumSentence(sumFen, dueFen), sumFen, dueFen });
}
