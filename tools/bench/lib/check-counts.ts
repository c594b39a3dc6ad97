import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { codeOf, type Door } from './names.ts';

const SHEETS = 40;

/** Ballots that count, by round and choice, added up from the ballots alone. */
const RECOUNT = `
  SELECT v.round_id, v.choice, count(*)::int AS heads, sum(e.area_dm2)::int AS dm2
    FROM (SELECT DISTINCT ON (round_id, household_id) * FROM ballots ORDER BY round_id, household_id, seq DESC) v
    JOIN entitlements e USING (round_id, household_id) GROUP BY v.round_id, v.choice`;

/** What the projections say beside what the ballots say: rows that differ. */
const DIFFERS = `
  WITH recount AS (${RECOUNT})
  SELECT t.round_id, c.choice FROM round_tallies t
   CROSS JOIN LATERAL (VALUES ('for', for_heads, for_area_dm2), ('against', against_heads, against_area_dm2),
                              ('abstain', abstain_heads, abstain_area_dm2)) AS c (choice, heads, dm2)
    LEFT JOIN recount n ON n.round_id = t.round_id AND n.choice = c.choice
   WHERE c.heads <> coalesce(n.heads, 0) OR c.dm2 <> coalesce(n.dm2, 0)`;

/**
 * Throws unless nothing was lost or counted twice: as many ballots as were answered, every projection equal to a
 * recount in SQL, and on some count sheets (counted afresh by the API) the same tally as in the projection and the same
 * turnout as on the public page.
 */
export async function checkCounts(client: pg.Client, apiUrl: string, asked: Door[], cast: number): Promise<string> {
  const ballots = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ballots WHERE receipt_code NOT LIKE 'pgbench%'`,
  );
  assertSame('ballots stored and ballots answered', ballots.rows[0]?.count, cast);
  assertSame('projections that differ from a recount', (await client.query(DIFFERS)).rows, []);
  const some = asked.filter((_, index) => index % Math.ceil(asked.length / SHEETS) === 0);
  for (const { roundId, stairwell } of some) await checkPage(client, apiUrl, roundId, stairwell);
  return `${cast} ballots: every projection equals a recount, ${some.length} public pages agree`;
}

/** What the public page says has come in is what the ballots say. */
async function checkPage(client: pg.Client, apiUrl: string, roundId: string, stairwell: number): Promise<void> {
  const answer = await fetch(`${apiUrl}/api/public/stairwells/${codeOf(stairwell)}`);
  const page = (await answer.json()) as { round: { turnout: { basis: string; part: number }[] } };
  const { rows } = await client.query<{ heads: number; dm2: number }>(
    `SELECT count(*)::int AS heads, sum(area_dm2)::int AS dm2 FROM entitlements
      WHERE round_id = $1 AND household_id IN (SELECT household_id FROM ballots WHERE round_id = $1)`,
    [roundId],
  );
  const parts = page.round.turnout.map(({ basis, part }) => [basis, part]);
  const { heads, dm2 } = rows[0]!;
  assertSame(`stairwell ${stairwell}`, parts, [
    ['headcount', heads],
    ['exclusive_area', dm2],
  ]);
}

function assertSame(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
