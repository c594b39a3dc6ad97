import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';
import { byPlace } from './natural-order';
import { eachWordIn } from './place-search';
import type { HouseholdFacts, HouseholdPlace, ScopeKind, StairwellPlace } from './roll.types';

const PLACE = `h.id AS "householdId", h.stairwell_id AS "stairwellId", w.code AS "stairwellCode",
  w.estate_id AS "estateId", e.name AS "estateName", b.id AS "buildingId", b.name AS "buildingName",
  w.name AS "stairwellName", h.room_no AS "roomNo", h.floor, h.exclusive_area_dm2 AS "areaDm2", h.tenure,
  h.ballot_frozen_at AS "ballotFrozenAt"`;
const FROM_HOUSEHOLDS = `households h
  JOIN stairwells w ON w.id = h.stairwell_id
  JOIN buildings b ON b.id = w.building_id
  JOIN estates e ON e.id = w.estate_id`;
const OWNERS = `coalesce((SELECT json_agg(json_build_object('ownerId', o.id, 'kind', o.kind, 'name', o.name) ORDER BY s.position)
  FROM ownerships s JOIN owners o ON o.id = s.owner_id WHERE s.household_id = h.id), '[]')`;

/** Households by their ids, in no order. */
export async function placesByIds(tx: EntityManager, ids: readonly string[]): Promise<HouseholdPlace[]> {
  if (ids.length === 0) return [];
  return tx.query(`SELECT ${PLACE} FROM ${FROM_HOUSEHOLDS} WHERE h.id = ANY($1)`, [ids]);
}

/** The household behind a door of a stairwell's poster, or null. */
export async function placeByDoor(tx: EntityManager, code: string, roomNo: string): Promise<HouseholdPlace | null> {
  const rows: HouseholdPlace[] = await tx.query(
    `SELECT ${PLACE} FROM ${FROM_HOUSEHOLDS} WHERE w.code = $1 AND h.room_no = $2`,
    [code, roomNo],
  );
  return rows[0] ?? null;
}

/** Households whose registered owner or public-housing tenant has the telephone of this index. */
export async function placesByPhone(tx: EntityManager, phoneIndex: Buffer): Promise<HouseholdPlace[]> {
  const rows: HouseholdPlace[] = await tx.query(
    `SELECT ${PLACE} FROM ${FROM_HOUSEHOLDS}
      WHERE h.id IN (SELECT s.household_id FROM owners o JOIN ownerships s ON s.owner_id = o.id WHERE o.phone_index = $1
                     UNION SELECT t.household_id FROM public_housing_tenants t WHERE t.phone_index = $1)`,
    [phoneIndex],
  );
  return rows.sort(byPlace);
}

/** Households of a scope with their owners: one query. */
export async function factsInScope(
  tx: EntityManager,
  scopeKind: ScopeKind,
  scopeId: string,
): Promise<HouseholdFacts[]> {
  const column = { stairwell: 'w.id', building: 'b.id', estate: 'e.id' }[scopeKind];
  const rows: HouseholdFacts[] = await tx.query(
    `SELECT ${PLACE}, h.area_source AS "areaSource", ${OWNERS} AS owners,
            CASE WHEN t.household_id IS NULL THEN NULL ELSE json_build_object('name', t.name) END AS tenant
       FROM ${FROM_HOUSEHOLDS} LEFT JOIN public_housing_tenants t ON t.household_id = h.id
      WHERE ${column} = $1`,
    [scopeId],
  );
  return rows.sort(byPlace);
}

/** Which stairwells to read: by id, by code or of an estate, building or stairwell. */
export interface StairwellFilter {
  ids?: readonly string[];
  code?: string;
  estateId?: string;
  buildingId?: string;
}

/** Stairwells with their counts, in natural order. */
export async function stairwellPlaces(tx: EntityManager, filter: StairwellFilter): Promise<StairwellPlace[]> {
  const rows: StairwellPlace[] = await tx.query(
    `SELECT w.id AS "stairwellId", w.code, e.id AS "estateId", e.name AS "estateName", b.id AS "buildingId",
            b.name AS "buildingName", w.name AS "stairwellName", w.stage, w.stage_since_on AS "stageSinceOn",
            e.hotline, b.built_year AS "builtYear", c.households AS "householdCount", c.floors AS "floorCount",
            c.unknown AS "unknownAreaCount"
       FROM stairwells w
       JOIN buildings b ON b.id = w.building_id
       JOIN estates e ON e.id = w.estate_id
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS households, (count(DISTINCT h.floor))::int AS floors,
                (count(*) FILTER (WHERE h.exclusive_area_dm2 IS NULL))::int AS unknown
           FROM households h WHERE h.stairwell_id = w.id) c
      WHERE ($1::uuid[] IS NULL OR w.id = ANY($1)) AND ($2::text IS NULL OR w.code = $2)
        AND ($3::uuid IS NULL OR w.estate_id = $3) AND ($4::uuid IS NULL OR w.building_id = $4)`,
    [filter.ids ?? null, filter.code ?? null, filter.estateId ?? null, filter.buildingId ?? null],
  );
  return rows.sort(byPlace);
}

export interface EstateSummaryRow {
  id: string;
  name: string;
  town: string;
  neighbourhood: string;
  stairwellCount: number;
  householdCount: number;
  unknownAreaCount: number;
}

export interface EstateFilter {
  /** Words of its name, neighbourhood and town. */
  q?: string;
  /** The last estate of the page before. */
  after?: string;
  id?: string;
  limit: number;
}

/**
 * The estates of a remit with their counts, by town, neighbourhood and name. Doors are counted for the rows of the page
 * alone, so its cost does not grow with the town.
 */
export async function estateSummaries(
  tx: EntityManager,
  remit: Remit,
  { q, after, id, limit }: EstateFilter,
): Promise<EstateSummaryRow[]> {
  const params: unknown[] = [id ?? null, after ?? null, limit];
  const conditions = [
    '($1::uuid IS NULL OR e.id = $1)',
    `($2::uuid IS NULL OR (e.town, e.neighbourhood, e.name) >
                          (SELECT last.town, last.neighbourhood, last.name FROM estates last WHERE last.id = $2))`,
    remitCondition(remit, { estate: 'e' }, params),
    ...eachWordIn(`concat_ws(' ', e.town, e.neighbourhood, e.name)`, q, params),
  ];
  return tx.query(
    `SELECT page.*, c.stairwells AS "stairwellCount", c.households AS "householdCount", c.unknown AS "unknownAreaCount"
       FROM (SELECT e.id, e.name, e.town, e.neighbourhood FROM estates e
              WHERE ${conditions.join(' AND ')}
              ORDER BY e.town, e.neighbourhood, e.name
              LIMIT $3) page
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS stairwells, coalesce(sum(doors.count), 0)::int AS households,
                coalesce(sum(doors.unknown), 0)::int AS unknown
           FROM stairwells w
           CROSS JOIN LATERAL (
             SELECT count(*) AS count, count(*) FILTER (WHERE h.exclusive_area_dm2 IS NULL) AS unknown
               FROM households h WHERE h.stairwell_id = w.id) doors
          WHERE w.estate_id = page.id) c
      ORDER BY page.town, page.neighbourhood, page.name`,
    params,
  );
}

/** One line of the roll as the office sees it; telephones are still sealed (base64): the presenter opens and masks them. */
export interface RollQueryRow {
  householdId: string;
  roomNo: string;
  floor: number;
  areaDm2: number | null;
  areaSource: HouseholdFacts['areaSource'];
  tenure: HouseholdFacts['tenure'];
  isLet: boolean;
  remark: string;
  owners: { id: string; name: string; kind: string; phoneSealed: string | null }[];
  tenant: { name: string; phoneSealed: string | null } | null;
  slipIssuedAt: Date | null;
}

/** The roll of one stairwell, or one household of it. */
export async function rollRows(
  tx: EntityManager,
  by: { stairwellId: string } | { householdId: string },
): Promise<RollQueryRow[]> {
  const [column, id] = 'stairwellId' in by ? ['h.stairwell_id', by.stairwellId] : ['h.id', by.householdId];
  const rows: (RollQueryRow & { buildingName: string; stairwellName: string })[] = await tx.query(
    `SELECT h.id AS "householdId", '' AS "buildingName", '' AS "stairwellName", h.room_no AS "roomNo", h.floor,
            h.exclusive_area_dm2 AS "areaDm2", h.area_source AS "areaSource", h.tenure, h.is_let AS "isLet", h.remark,
            coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
                                                               'phoneSealed', encode(o.phone_sealed, 'base64')) ORDER BY s.position)
                        FROM ownerships s JOIN owners o ON o.id = s.owner_id WHERE s.household_id = h.id), '[]') AS owners,
            CASE WHEN t.household_id IS NULL THEN NULL ELSE json_build_object('name', t.name, 'phoneSealed', encode(t.phone_sealed, 'base64')) END AS tenant,
            l.issued_at AS "slipIssuedAt"
       FROM households h
       LEFT JOIN public_housing_tenants t ON t.household_id = h.id
       LEFT JOIN slips l ON l.household_id = h.id
      WHERE ${column} = $1`,
    [id],
  );
  return rows.sort(byPlace);
}
