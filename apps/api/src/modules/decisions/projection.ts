import { decide, turnout, type Check, type Decision, type Ruleset, type Tally } from '@jiati/rules';
import type { EntityManager } from 'typeorm';
import type { SpecialTally } from './round-tally.entity';

/** What a round's ballots come to; the tally is stored, the decision follows from it and the pinned ruleset. */
export interface StoredTally {
  tally: Tally;
  decision: Decision;
  /** Households with a ballot that counts. */
  countedHouseholds: number;
}

/** The numbers of a projection row. Whoever reads one selects `PROJECTION` with the alias `t`. */
export interface ProjectionRow {
  electorateHeads: number;
  electorateAreaDm2: number;
  forHeads: number;
  forAreaDm2: number;
  againstHeads: number;
  againstAreaDm2: number;
  abstainHeads: number;
  abstainAreaDm2: number;
  silentHeads: number;
  silentAreaDm2: number;
  special: SpecialTally;
  countedHouseholds: number;
  countedAt: Date;
}

const AMOUNTS = ['electorate', 'for', 'against', 'abstain', 'silent'] as const;

/** Select list of a projection row, for the alias `t` of round_tallies. */
export const PROJECTION = [
  ...AMOUNTS.flatMap((amount) => [
    `t.${amount}_heads AS "${amount}Heads"`,
    `t.${amount}_area_dm2 AS "${amount}AreaDm2"`,
  ]),
  't.special',
  't.counted_households AS "countedHouseholds"',
  't.counted_at AS "countedAt"',
].join(', ');

/** The tally a projection row stands for. */
export function tallyOfRow(row: ProjectionRow): Tally {
  const amount = (heads: number, areaDm2: number) => ({ heads, areaDm2 });
  return {
    electorate: amount(row.electorateHeads, row.electorateAreaDm2),
    participating: amount(
      row.forHeads + row.againstHeads + row.abstainHeads,
      row.forAreaDm2 + row.againstAreaDm2 + row.abstainAreaDm2,
    ),
    for: amount(row.forHeads, row.forAreaDm2),
    against: amount(row.againstHeads, row.againstAreaDm2),
    abstain: amount(row.abstainHeads, row.abstainAreaDm2),
    silent: amount(row.silentHeads, row.silentAreaDm2),
    boundSilent: row.special.boundSilent,
    unknownArea: row.special.unknownArea,
    held: row.special.held,
  };
}

/** A projection row with the verdict `@jiati/rules` gives on it. */
export function storedTallyOf(row: ProjectionRow, ruleset: Ruleset, state: string): StoredTally {
  const tally = tallyOfRow(row);
  const decided = decide(ruleset, tally, { phase: state === 'open' ? 'open' : 'closed' });
  if (!decided.ok) throw new Error(`a stored tally cannot be decided on: ${JSON.stringify(decided.problems)}`);
  return { tally, decision: decided.value, countedHouseholds: row.countedHouseholds };
}

/** What is special about a round in which nothing is. */
const NOTHING_SPECIAL: SpecialTally = {
  boundSilent: { forAreaDm2: 0, otherAreaDm2: 0 },
  unknownArea: [],
  held: [],
};

/** As much of a projection row as the turnout follows from. Whoever reads one selects `TURNOUT` with the alias `t`. */
export interface TurnoutRow {
  electorateHeads: number;
  electorateAreaDm2: number;
  participatingHeads: number;
  participatingAreaDm2: number;
  silentHeads: number;
  silentAreaDm2: number;
  /** Null where nothing is. */
  special: SpecialTally | null;
}

/** Select list of a turnout, for the alias `t` of round_tallies: nothing in it says what anybody chose. */
export const TURNOUT = `
  t.electorate_heads AS "electorateHeads", t.electorate_area_dm2 AS "electorateAreaDm2",
  t.for_heads + t.against_heads + t.abstain_heads AS "participatingHeads",
  t.for_area_dm2 + t.against_area_dm2 + t.abstain_area_dm2 AS "participatingAreaDm2",
  t.silent_heads AS "silentHeads", t.silent_area_dm2 AS "silentAreaDm2",
  nullif(t.special, '${JSON.stringify(NOTHING_SPECIAL)}'::jsonb) AS special`;

/** How the quorum gates of a round stand. */
export function turnoutOfRow(row: TurnoutRow, ruleset: Ruleset, state: string): Check[] {
  const { boundSilent, unknownArea, held } = row.special ?? NOTHING_SPECIAL;
  const known = {
    electorate: { heads: row.electorateHeads, areaDm2: row.electorateAreaDm2 },
    participating: { heads: row.participatingHeads, areaDm2: row.participatingAreaDm2 },
    silent: { heads: row.silentHeads, areaDm2: row.silentAreaDm2 },
    boundSilent,
    unknownArea,
    held,
  };
  const checks = turnout(ruleset, known, { phase: state === 'open' ? 'open' : 'closed' });
  if (!checks.ok) throw new Error(`a stored turnout cannot be told: ${JSON.stringify(checks.problems)}`);
  return checks.value;
}

/**
 * Takes the lock that casting, reviewing, settling and closing share: the round's tally row. What is read after it is
 * what holds.
 * @returns false for a round that was never opened: it has no such row, and nothing is locked
 */
export async function lockTally(tx: EntityManager, roundId: string): Promise<boolean> {
  const locked: unknown[] = await tx.query('SELECT 1 FROM round_tallies WHERE round_id = $1 FOR NO KEY UPDATE', [
    roundId,
  ]);
  return locked.length > 0;
}

/**
 * Replaces a round's projection. Chain and version stay the row's own.
 * @param openUntil until when the round takes ballots; null when it takes none
 */
export async function storeTally(
  tx: EntityManager,
  roundId: string,
  { tally, countedHouseholds }: Pick<StoredTally, 'tally' | 'countedHouseholds'>,
  openUntil: Date | null,
  at: Date,
): Promise<void> {
  const { boundSilent, unknownArea, held } = tally;
  const columns: Record<string, unknown> = {
    open_until: openUntil,
    counted_at: at,
    counted_households: countedHouseholds,
    special: JSON.stringify({ boundSilent, unknownArea, held }),
  };
  for (const amount of AMOUNTS) {
    columns[`${amount}_heads`] = tally[amount].heads;
    columns[`${amount}_area_dm2`] = tally[amount].areaDm2;
  }
  const names = Object.keys(columns);
  await tx.query(
    `INSERT INTO round_tallies AS t (round_id, ${names.join(', ')})
     VALUES ($1, ${names.map((_, place) => `$${place + 2}`).join(', ')})
     ON CONFLICT (round_id) DO UPDATE SET version = t.version + 1, ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [roundId, ...Object.values(columns)],
  );
}
