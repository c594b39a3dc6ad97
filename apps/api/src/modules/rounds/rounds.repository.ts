import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';
import { DOOR_ORDER, latestRoundOf } from '../decisions';
import { placeSearched } from '../roll';
import type { CostTable, RoundState, ScopeKind } from './round.types';

/** A round with its motion and the words for its scope. Hashes, ruleset and opening time are set once it is open. */
export interface RoundRow {
  id: string;
  estateId: string;
  scopeKind: ScopeKind;
  scopeId: string;
  scopeLabel: string;
  state: RoundState;
  rulesetId: string;
  rulesetVersion: number;
  ruleset: object | null;
  rulesetHash: string | null;
  electorateHash: string | null;
  decision: object | null;
  closesAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  announcedAt: Date | null;
  voidReason: string | null;
  title: string;
  statement: string;
  schemeText: string;
  costTable: CostTable;
  agreementText: string;
  schemeHash: string | null;
  costTableHash: string | null;
  agreementHash: string | null;
}

/** As much of a round as a list shows: the texts are long, and a page holds many. */
export type RoundLine = Pick<
  RoundRow,
  'id' | 'scopeKind' | 'scopeLabel' | 'state' | 'rulesetId' | 'closesAt' | 'openedAt' | 'title'
>;

const LINE = `r.id, r.scope_kind AS "scopeKind",
  concat_ws(' ', e.name, coalesce(b.name, sb.name), w.name) AS "scopeLabel", r.state, r.ruleset_id AS "rulesetId",
  r.closes_at AS "closesAt", r.opened_at AS "openedAt", m.title`;
const ROUND = `${LINE}, r.estate_id AS "estateId", r.scope_id AS "scopeId", r.ruleset_version AS "rulesetVersion",
  r.ruleset, r.ruleset_hash AS "rulesetHash", r.electorate_hash AS "electorateHash", r.decision,
  r.closed_at AS "closedAt", r.announced_at AS "announcedAt", r.void_reason AS "voidReason", m.statement,
  m.scheme_text AS "schemeText", m.cost_table AS "costTable", m.agreement_text AS "agreementText",
  m.scheme_hash AS "schemeHash", m.cost_table_hash AS "costTableHash", m.agreement_hash AS "agreementHash"`;
const PLACES = `consultation_rounds r
  JOIN estates e ON e.id = r.estate_id
  LEFT JOIN stairwells w ON r.scope_kind = 'stairwell' AND w.id = r.scope_id
  LEFT JOIN buildings sb ON sb.id = w.building_id
  LEFT JOIN buildings b ON r.scope_kind = 'building' AND b.id = r.scope_id`;
const FROM = `${PLACES} JOIN motions m ON m.round_id = r.id`;
const SEARCHED = {
  estate: 'e.name',
  within: `concat_ws(' ', coalesce(b.name, sb.name), w.name)`,
  code: (written: string): string =>
    `r.scope_id IN (SELECT unnest(ARRAY[o.id, o.building_id, o.estate_id]) FROM stairwells o WHERE o.code = ${written})`,
};

/** One round, or null. */
export async function findRound(tx: EntityManager, id: string): Promise<RoundRow | null> {
  const rows: RoundRow[] = await tx.query(`SELECT ${ROUND} FROM ${FROM} WHERE r.id = $1`, [id]);
  return rows[0] ?? null;
}

export interface RoundFilter {
  estateId?: string;
  state?: RoundState;
  /** Part of a place, or a poster’s code. */
  q?: string;
  /** The last round of the page before. */
  before?: string;
  limit: number;
}

/** Rounds of the estates in a remit, newest first. */
export async function listRounds(
  tx: EntityManager,
  remit: Remit,
  { estateId, state, q, before, limit }: RoundFilter,
): Promise<RoundLine[]> {
  const params: unknown[] = [estateId ?? null, state ?? null, before ?? null, limit];
  const searched = q === undefined ? [] : placeSearched(q, SEARCHED, params);
  return tx.query(
    `SELECT ${LINE} FROM ${FROM}
      WHERE r.id = ANY(ARRAY(
        SELECT r.id FROM ${PLACES}
         WHERE ($1::uuid IS NULL OR r.estate_id = $1) AND ($2::text IS NULL OR r.state = $2)
           AND ($3::uuid IS NULL OR (r.created_at, r.id) <
                (SELECT last.created_at, last.id FROM consultation_rounds last WHERE last.id = $3))
           AND ${[remitCondition(remit, { estate: 'e' }, params), ...searched].join(' AND ')}
         ORDER BY r.created_at DESC, r.id DESC
         LIMIT $4))
      ORDER BY r.created_at DESC, r.id DESC`,
    params,
  );
}

/** Rounds of a remit in a state, the one that ends first at the head, and how many there are. */
export async function nextToEnd(
  tx: EntityManager,
  remit: Remit,
  state: RoundState,
  limit: number,
): Promise<{ rounds: RoundLine[]; count: number }> {
  const params: unknown[] = [state];
  const within = `r.state = $1 AND ${remitCondition(remit, { estate: 'e' }, params)}`;
  const [counted]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM consultation_rounds r JOIN estates e ON e.id = r.estate_id WHERE ${within}`,
    params,
  );
  const rounds: RoundLine[] = await tx.query(
    `SELECT ${LINE} FROM ${FROM} WHERE ${within} ORDER BY r.closes_at, r.id LIMIT ${limit}`,
    params,
  );
  return { rounds, count: counted!.count };
}

/** For each stairwell the round that concerns it now; a stairwell without one is not in the map. */
export function latestRoundOfStairwells(
  tx: EntityManager,
  stairwellIds: readonly string[],
): Promise<Map<string, RoundRow>> {
  return latestOf<RoundRow>(tx, stairwellIds, ROUND);
}

/** The same without the texts, which for all stairwells of an estate are long. */
export function latestLineOfStairwells(
  tx: EntityManager,
  stairwellIds: readonly string[],
): Promise<Map<string, RoundLine>> {
  return latestOf<RoundLine>(tx, stairwellIds, LINE);
}

async function latestOf<Row>(
  tx: EntityManager,
  stairwellIds: readonly string[],
  columns: string,
): Promise<Map<string, Row>> {
  const rows: (Row & { forStairwellId: string })[] = await tx.query(
    `SELECT covered.id AS "forStairwellId", ${columns}
       FROM stairwells covered
       CROSS JOIN LATERAL ${latestRoundOf('covered')} latest
       JOIN consultation_rounds r ON r.id = latest.id
       JOIN motions m ON m.round_id = r.id
       JOIN estates e ON e.id = r.estate_id
       LEFT JOIN stairwells w ON r.scope_kind = 'stairwell' AND w.id = r.scope_id
       LEFT JOIN buildings sb ON sb.id = w.building_id
       LEFT JOIN buildings b ON r.scope_kind = 'building' AND b.id = r.scope_id
      WHERE covered.id = ANY($1)`,
    [stairwellIds],
  );
  return new Map(rows.map(({ forStairwellId, ...round }) => [forStairwellId, round as Row]));
}

/** The columns of a new draft. */
export interface DraftColumns {
  id: string;
  estateId: string;
  scopeKind: ScopeKind;
  scopeId: string;
  rulesetId: string;
  rulesetVersion: number;
  closesAt: Date;
  createdBy: string;
  createdAt: Date;
}

/** Writes a draft; false when the id is taken, also by a twin of this request that is committing just now. */
export async function insertDraft(tx: EntityManager, draft: DraftColumns): Promise<boolean> {
  const { id, estateId, scopeKind, scopeId, rulesetId, rulesetVersion, closesAt, createdBy, createdAt } = draft;
  const inserted: unknown[] = await tx.query(
    `INSERT INTO consultation_rounds (id, estate_id, scope_kind, scope_id, state, ruleset_id, ruleset_version, closes_at,
                                      created_by, created_at)
     VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, estateId, scopeKind, scopeId, rulesetId, rulesetVersion, closesAt, createdBy, createdAt],
  );
  return inserted.length === 1;
}

/** Takes a draft for opening or changing, so that two officers do not do both at once. */
export async function lockRoundRow(tx: EntityManager, id: string): Promise<void> {
  await tx.query('SELECT 1 FROM consultation_rounds WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

/** From now on the round takes no ballot; for a round that is voided, whose count is nobody's any more. */
export async function takeNoMore(tx: EntityManager, roundId: string): Promise<void> {
  await tx.query('UPDATE round_tallies SET open_until = NULL, version = version + 1 WHERE round_id = $1', [roundId]);
}

/**
 * Takes every running round that asks this household, so that what is about to change for it takes turns with casting:
 * a ballot in flight is stored before, and none after. In the order of their ids, like everyone who takes several.
 */
export async function lockRoundsAsking(tx: EntityManager, householdId: string): Promise<void> {
  await tx.query(
    `SELECT 1 FROM round_tallies t
      WHERE t.round_id IN (SELECT e.round_id FROM entitlements e JOIN consultation_rounds r ON r.id = e.round_id
                            WHERE e.household_id = $1 AND r.state IN ('open', 'closed'))
      ORDER BY t.round_id FOR NO KEY UPDATE`,
    [householdId],
  );
}

/** A line of the frozen electorate. */
export interface EntitlementRow {
  householdId: string;
  stairwellId: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  floor: number;
  areaDm2: number | null;
  areaSource: string | null;
  tenure: string;
  headKey: string;
  headNo: number;
  /** How many households of the round this head stands for. */
  headHouseholds: number;
  ownerNames: string[];
}

/** Writes the frozen electorate in one statement, however large the scope is. */
export async function insertEntitlements(
  tx: EntityManager,
  roundId: string,
  rows: readonly EntitlementRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO entitlements (round_id, household_id, stairwell_id, building_name, stairwell_name, room_no, floor,
                               area_dm2, area_source, tenure, head_key, head_no, head_households, owner_names)
     SELECT $1, "householdId", "stairwellId", "buildingName", "stairwellName", "roomNo", floor,
            "areaDm2", "areaSource", tenure, "headKey", "headNo", "headHouseholds", "ownerNames"
       FROM jsonb_to_recordset($2::jsonb) AS line ("householdId" uuid, "stairwellId" uuid, "buildingName" text,
            "stairwellName" text, "roomNo" text, floor smallint, "areaDm2" integer, "areaSource" text, tenure text,
            "headKey" text, "headNo" integer, "headHouseholds" integer, "ownerNames" text[])`,
    [roundId, JSON.stringify(rows)],
  );
}

const ENTITLEMENT = `e.household_id AS "householdId", e.stairwell_id AS "stairwellId",
  e.building_name AS "buildingName", e.stairwell_name AS "stairwellName", e.room_no AS "roomNo", e.floor,
  e.area_dm2 AS "areaDm2", e.area_source AS "areaSource", e.tenure, e.head_key AS "headKey", e.head_no AS "headNo",
  e.head_households AS "headHouseholds", e.owner_names AS "ownerNames"`;

/** A line of the electorate with what the roll says now of the household's ballot. */
export interface AskedHousehold extends EntitlementRow {
  /** Since when a dispute keeps the ballot as it is; null while there is none. */
  ballotFrozenAt: Date | null;
}

/** The lines of some households in the electorates of some rounds; one that was not asked has none. */
export async function entitlementsOf(
  tx: EntityManager,
  pairs: readonly { roundId: string; householdId: string }[],
): Promise<AskedHousehold[]> {
  return tx.query(
    `SELECT ${ENTITLEMENT}, h.ballot_frozen_at AS "ballotFrozenAt"
       FROM unnest($1::uuid[], $2::uuid[]) AS asked (round_id, household_id)
       JOIN entitlements e ON e.round_id = asked.round_id AND e.household_id = asked.household_id
       JOIN households h ON h.id = e.household_id`,
    [pairs.map(({ roundId }) => roundId), pairs.map(({ householdId }) => householdId)],
  );
}

/** A household's line in the electorate; null when it was not asked. */
export async function findEntitlement(
  tx: EntityManager,
  roundId: string,
  householdId: string,
): Promise<AskedHousehold | null> {
  return (await entitlementsOf(tx, [{ roundId, householdId }]))[0] ?? null;
}

/** The whole electorate in the order of the doors. */
export async function electorateOf(tx: EntityManager, roundId: string): Promise<EntitlementRow[]> {
  return tx.query(`SELECT ${ENTITLEMENT} FROM entitlements e WHERE e.round_id = $1 ORDER BY ${DOOR_ORDER}`, [roundId]);
}
