import type { Choice, CountedBallot, Entitlement, Ruleset } from '@jiati/rules';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

interface RandomBallot {
  id: string;
  householdId: string;
  seq: number;
  choice: Choice;
  /** null: needs no review. */
  review: 'received' | 'has_issues' | 'approved' | 'rejected' | null;
}

/** A round made up from nothing, and which ballots count in it. */
export interface RandomRound {
  id: string;
  ruleset: Ruleset;
  electorate: Entitlement[];
  ballots: RandomBallot[];
  counted: CountedBallot[];
}

type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** One to all of the doors, a few owners with several, now and then an unknown area, and up to three ballots a door. */
export function randomRound(random: Random, doors: readonly string[], ruleset: Ruleset): RandomRound {
  const households = doors.slice(0, 1 + upTo(random, doors.length - 1));
  const owners = random() < 0.3 ? Math.ceil(households.length / 2) : households.length * 4;
  const hasUnknown = random() < 0.1;
  const turnout = random() < 0.2 ? random() : 0.6 + random() * 0.4;
  const agreement = random() < 0.2 ? random() : 0.6 + random() * 0.4;
  const equalArea = random() < 0.5 ? 6_000 : null; // equal areas hit the thresholds exactly
  const electorate = households.map((householdId) => ({
    householdId,
    headKey: `owner:${upTo(random, owners)}`,
    areaDm2: hasUnknown && random() < 0.2 ? null : (equalArea ?? 3_000 + upTo(random, 9_000)),
  }));
  const ballots = households.flatMap((householdId) => {
    if (random() > turnout) return [];
    return Array.from({ length: 1 + upTo(random, 2) }, (_, index) =>
      randomBallot(random, householdId, index + 1, agreement),
    );
  });
  return { id: randomUUID(), ruleset, electorate, ballots, counted: countedOf(households, ballots) };
}

function randomBallot(random: Random, householdId: string, seq: number, agreement: number): RandomBallot {
  const choice = random() < agreement ? 'for' : oneOf(random, ['against', 'abstain'] as const);
  const review =
    random() < 0.6 ? null : oneOf(random, ['received', 'has_issues', 'approved', 'approved', 'rejected'] as const);
  return { id: randomUUID(), householdId, seq, choice, review };
}

/** Said once more, apart from both implementations: the last ballot in force of each door. */
function countedOf(households: string[], ballots: RandomBallot[]): CountedBallot[] {
  return households.flatMap((householdId) => {
    const last = ballots
      .filter(
        (ballot) => ballot.householdId === householdId && (ballot.review === null || ballot.review === 'approved'),
      )
      .sort((a, b) => b.seq - a.seq)[0];
    return last ? [{ householdId, choice: last.choice }] : [];
  });
}

/**
 * Writes rounds with their electorates, ballots and submissions, one statement a table. Nobody stands behind them, so
 * the database must have let go of its foreign keys.
 */
export async function insertRounds(dataSource: DataSource, rounds: RandomRound[]): Promise<void> {
  const insert = (sql: string, rows: unknown[]): Promise<unknown> => dataSource.query(sql, [JSON.stringify(rows)]);
  await insert(
    `INSERT INTO consultation_rounds (id, estate_id, scope_kind, scope_id, state, ruleset_id, ruleset_version, ruleset, closes_at, created_by)
     SELECT id, gen_random_uuid(), 'stairwell', gen_random_uuid(), 'closed', 'random', 1, ruleset, now(), gen_random_uuid()
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, ruleset jsonb)`,
    rounds.map(({ id, ruleset }) => ({ id, ruleset })),
  );
  await insert(
    `INSERT INTO entitlements (round_id, household_id, stairwell_id, building_name, stairwell_name, room_no, floor, area_dm2, tenure, head_key, head_no, head_households, owner_names)
     SELECT round, "householdId", gen_random_uuid(), '1号楼', '1号', 'x', 1, "areaDm2", 'commodity', "headKey", 1, count(*) OVER (PARTITION BY round, "headKey"), '{}'
       FROM jsonb_to_recordset($1::jsonb) AS e (round uuid, "householdId" uuid, "areaDm2" integer, "headKey" text)`,
    rounds.flatMap(({ id, electorate }) => electorate.map((line) => ({ ...line, round: id }))),
  );
  const ballots = rounds.flatMap(({ id, ballots: cast }) => cast.map((ballot) => ({ ...ballot, round: id })));
  await insert(
    `INSERT INTO ballots (id, round_id, household_id, seq, choice, channel, recorded_by, cast_at, received_at, scheme_hash,
                          cost_table_hash, agreement_hash, ruleset_hash, content_hash, receipt_code, needs_review)
     SELECT id, round, "householdId", seq, choice, 'self_service', gen_random_uuid(), now(), now(), '', '', '', '', '', id::text,
            review IS NOT NULL
       FROM jsonb_to_recordset($1::jsonb)
         AS b (id uuid, round uuid, "householdId" uuid, seq integer, choice text, review text)`,
    ballots,
  );
  await insert(
    `INSERT INTO submissions (id, kind, estate_id, household_id, round_id, ballot_id, state, submitted_by)
     SELECT gen_random_uuid(), 'ballot', gen_random_uuid(), "householdId", round, id, review, gen_random_uuid()
       FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, round uuid, "householdId" uuid, review text)`,
    ballots.filter(({ review }) => review !== null),
  );
}
