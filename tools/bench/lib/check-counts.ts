import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { codeOf, type Door } from './names.ts';
import { asOfficer } from './seed-estate.ts';

const SHEETS = 40;

interface Counted {
  decision: { checks: { role: string }[] };
}

/** Ballots that count, by round and choice, added up from the ballots alone. Every ballot here is a first one. */
const RECOUNT = `
  SELECT v.round_id, v.choice, count(*)::int AS heads, sum(e.area_dm2)::bigint AS dm2
    FROM ballots v JOIN entitlements e USING (round_id, household_id) GROUP BY v.round_id, v.choice`;

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
export async function checkCounts(client: pg.Client, apiUrl: string, doors: Door[], cast: number): Promise<string> {
  const ballots = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM ballots');
  assertSame('ballots stored and ballots answered', ballots.rows[0]?.count, cast);
  assertSame('projections that differ from a recount', (await client.query(DIFFERS)).rows, []);

  const rounds = new Map(doors.map(({ roundId, stairwell }) => [roundId, stairwell]));
  const some = [...rounds].filter((_, index) => index % Math.ceil(rounds.size / SHEETS) === 0);
  for (const [roundId, stairwell] of some) await checkSheet(apiUrl, roundId, stairwell);
  return `${cast} ballots in ${rounds.size} rounds asked through the API: every projection equals a recount, ${some.length} count sheets agree`;
}

async function checkSheet(apiUrl: string, roundId: string, stairwell: number): Promise<void> {
  const sheet = (await asOfficer(apiUrl, 'GET', `/api/rounds/${roundId}/count-sheet`)) as Counted;
  const { decision } = sheet;
  const place = `stairwell ${stairwell}`;
  const answer = await fetch(`${apiUrl}/api/public/stairwells/${codeOf(stairwell)}`);
  const page = (await answer.json()) as { round: { turnout: object[] } };
  const quorum = decision.checks.filter((check) => check.role === 'quorum');
  assertSame(`${place}: public page`, page.round.turnout, quorum);
}

function assertSame(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
