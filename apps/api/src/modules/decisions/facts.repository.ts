import type { Choice, Entitlement, Phase, PivotDoors, Ruleset } from '@jiati/rules';
import type { EntityManager } from 'typeorm';
import { CLOCK_SKEW, countedBallotsOf, FORCE_JOINS, standingBallots } from './in-force';
import { PROJECTION, type ProjectionRow } from './projection';

/** Doors in the order people walk them: “2号” before “10号”, then by floor. Needs the alias `e` for entitlements. */
export const DOOR_ORDER = `length(e.building_name), e.building_name, length(e.stairwell_name), e.stairwell_name, e.floor,
      length(e.room_no), e.room_no`;

/** The smallest sets of silent doors, as pages read them. */
export type PivotSets = Pick<PivotDoors, 'reach' | 'size' | 'exact' | 'sets' | 'allListed'>;

/** A round as far as counting needs it. */
export interface CountableRound {
  id: string;
  state: 'open' | 'closed' | 'announced' | 'settled' | 'void';
  ruleset: Ruleset;
  closesAt: Date;
}

/** What the rules count from. */
export interface RoundFacts {
  round: CountableRound;
  phase: Phase;
  electorate: Entitlement[];
  ballots: { householdId: string; choice: Choice }[];
}

/** Everything needed to count a round that was opened; null for a draft or an unknown round. */
export async function loadFacts(tx: EntityManager, roundId: string): Promise<RoundFacts | null> {
  const rounds: CountableRound[] = await tx.query(
    `SELECT id, state, ruleset, closes_at AS "closesAt" FROM consultation_rounds WHERE id = $1 AND ruleset IS NOT NULL`,
    [roundId],
  );
  const round = rounds[0];
  if (!round) return null;
  const lines: (Entitlement & { choice: Choice | null })[] = await tx.query(
    `SELECT e.household_id AS "householdId", e.head_key AS "headKey", e.area_dm2 AS "areaDm2", c.choice
       FROM entitlements e LEFT JOIN ${countedBallotsOf('$1')} c ON c.household_id = e.household_id
      WHERE e.round_id = $1
      ORDER BY ${DOOR_ORDER}`,
    [roundId],
  );
  return {
    round,
    phase: round.state === 'open' ? 'open' : 'closed',
    electorate: lines.map(({ householdId, headKey, areaDm2 }) => ({ householdId, headKey, areaDm2 })),
    ballots: lines.flatMap(({ householdId, choice }) => (choice === null ? [] : [{ householdId, choice }])),
  };
}

/** A projection with what it takes to decide on it. */
export interface StoredRow extends ProjectionRow {
  roundId: string;
  rulesetHash: string;
  state: string;
  /** Whether the row takes ballots until when the round says. */
  intakeFits: boolean;
}

/** The projection rows of some rounds; a round that was never opened has none. */
export async function storedRows(tx: EntityManager, roundIds: readonly string[]): Promise<StoredRow[]> {
  return tx.query(
    `SELECT t.round_id AS "roundId", r.ruleset_hash AS "rulesetHash", r.state, ${PROJECTION},
            t.open_until IS NOT DISTINCT FROM CASE WHEN r.state = 'open' THEN r.closes_at END AS "intakeFits"
       FROM round_tallies t JOIN consultation_rounds r ON r.id = t.round_id WHERE t.round_id = ANY($1)`,
    [roundIds],
  );
}

/** One door on the count sheet. */
export interface SheetRow {
  householdId: string;
  place: string;
  roomNo: string;
  floor: number;
  areaDm2: number | null;
  headNo: number;
  tenure: string;
  choice: Choice | null;
  channel: string | null;
  /** How many ballots of this door wait for a reviewer. */
  waiting: number;
  /** Whether two answers of this door differ and no officer has settled it. */
  inCase: boolean;
  /** Of the ballot that counts, when its device's time is doubtful. */
  clockSkewSeconds: number | null;
}

/** Every door of the electorate with the ballot that counts, in the order of the doors. */
export async function sheetRows(tx: EntityManager, roundId: string): Promise<SheetRow[]> {
  return tx.query(
    `SELECT e.household_id AS "householdId", concat_ws(' ', e.building_name, e.stairwell_name) AS place,
            e.room_no AS "roomNo", e.floor, e.area_dm2 AS "areaDm2", e.head_no AS "headNo", e.tenure,
            v.choice, v.channel, coalesce(w.waiting, 0) AS waiting, ${CLOCK_SKEW} AS "clockSkewSeconds",
            EXISTS (SELECT FROM cases o WHERE o.round_id = $1 AND o.household_id = e.household_id AND o.outcome IS NULL) AS "inCase"
       FROM entitlements e
       JOIN consultation_rounds r ON r.id = e.round_id
       LEFT JOIN ${countedBallotsOf('$1')} v ON v.household_id = e.household_id
       LEFT JOIN (SELECT household_id, count(*)::int AS waiting FROM submissions
                   WHERE round_id = $1 AND state IN ('received', 'resubmitted') GROUP BY household_id) w
              ON w.household_id = e.household_id
      WHERE e.round_id = $1
      ORDER BY ${DOOR_ORDER}`,
    [roundId],
  );
}

/** How a door stands for someone who may know that it has answered, and never what. */
export interface DoorBallotState {
  state: 'counted' | 'awaiting_review' | 'returned';
  channel: 'self_service' | 'home_visit' | 'paper' | 'proxy';
  receivedAt: Date;
}

/** A household as a round asks it. */
export interface AskedDoor {
  roundId: string;
  householdId: string;
}

/**
 * By household: its counted ballot; else the newest one, waiting or returned. Nothing once it was taken back.
 * @param doors no household twice
 */
export async function doorBallotStates(
  tx: EntityManager,
  doors: readonly AskedDoor[],
): Promise<Map<string, DoorBallotState>> {
  if (doors.length === 0) return new Map();
  const rows: (DoorBallotState & { householdId: string })[] = await tx.query(
    `SELECT DISTINCT ON (v.household_id) v.household_id AS "householdId", v.channel, v.received_at AS "receivedAt",
            CASE WHEN v.id = standing.id THEN 'counted'
                 WHEN s.state IN ('received', 'resubmitted') THEN 'awaiting_review'
                 ELSE 'returned' END AS state
       FROM unnest($1::uuid[], $2::uuid[]) AS asked (round_id, household_id)
       JOIN ballots v ON v.round_id = asked.round_id AND v.household_id = asked.household_id
       ${FORCE_JOINS}
       LEFT JOIN LATERAL ${standingBallots('v.round_id = asked.round_id AND v.household_id = asked.household_id')} standing ON true
      WHERE CASE WHEN standing.id IS NULL THEN true
                 WHEN standing.choice IS NULL THEN v.seq > standing.seq
                 ELSE v.id = standing.id END
      ORDER BY v.household_id, v.seq DESC`,
    [doors.map(({ roundId }) => roundId), doors.map(({ householdId }) => householdId)],
  );
  return new Map(rows.map(({ householdId, ...state }) => [householdId, state]));
}

/** A round that was opened, with what was announced of it. */
export interface CountableRoundRow {
  id: string;
  title: string;
  state: CountableRound['state'];
  decision: object | null;
}

/** Every round that was ever opened, oldest first. */
export async function openedRounds(tx: EntityManager): Promise<CountableRoundRow[]> {
  return tx.query(
    `SELECT r.id, m.title, r.state, r.decision FROM consultation_rounds r JOIN motions m ON m.round_id = r.id
      WHERE r.opened_at IS NOT NULL ORDER BY r.opened_at, r.id`,
  );
}
