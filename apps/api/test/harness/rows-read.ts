import { Client } from 'pg';
import type { DataSource } from 'typeorm';

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/**
 * Runs work and counts the rows of tables that the database looked at for it, by running its statements again with
 * EXPLAIN ANALYZE; so they must be statements that only read.
 */
export async function rowsRead<T>(
  dataSource: DataSource,
  work: () => Promise<T>,
): Promise<{ result: T; rows: number }> {
  const asked = jest.spyOn(Client.prototype, 'query');
  const result = await work();
  const statements = asked.mock.calls.map(statementOf);
  asked.mockRestore();
  let rows = 0;
  await dataSource.transaction(async (tx) => {
    // A table of a test is so small that it would be read whole; in a town an index leads to the row.
    await tx.query('SET LOCAL enable_seqscan = off');
    for (const { text, values } of statements) {
      const [explained] = await tx.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      rows += rowsOf(explained['QUERY PLAN'][0].Plan);
    }
  });
  return { result, rows };
}

/** `query('…', values)` or `query({ text, values })`. */
function statementOf([statement, values]: unknown[]): { text: string; values: unknown[] } {
  if (typeof statement === 'string') return { text: statement, values: Array.isArray(values) ? values : [] };
  return { values: [], ...(statement as { text: string }) };
}

function rowsOf(plan: Plan): number {
  const looked =
    plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  const own = plan['Relation Name'] === undefined ? 0 : Math.round(looked * plan['Actual Loops']);
  return (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), own);
}
