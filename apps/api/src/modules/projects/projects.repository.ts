import { remitCondition, type Remit } from '../../platform/access';
import { namedByText, type Statements } from '../../platform/transaction';
import { TURNOUT, type TurnoutRow } from '../decisions';
import { placeSearched, type Stage } from '../roll';
import type { RoundState } from '../rounds';

/** A stairwell with the round that concerns it now, and what has come in of it. */
export interface ProjectRow extends TurnoutRow {
  stairwellId: string;
  code: string;
  town: string;
  neighbourhood: string;
  estateName: string;
  buildingName: string;
  stairwellName: string;
  stage: Stage;
  stageSinceOn: string;
  householdCount: number;
  roundId: string | null;
  roundState: RoundState | null;
  closesAt: Date | null;
  rulesetHash: string | null;
}

export interface ProjectFilter {
  stage?: Stage;
  town?: string;
  q?: string;
  after?: string;
}

/** “2号” before “10号”. */
const numberIn = (name: string): string => `coalesce(substring(${name} from '\\d{1,9}')::int, 0)`;

/** Where a stairwell stands in the list; the first three say where its estate does. No two stairwells have the same. */
const ESTATE_ORDER = ['e.town', 'e.neighbourhood', 'e.name'];
const ORDER = [...ESTATE_ORDER, numberIn('b.name'), 'b.name', numberIn('w.name'), 'w.name'];
const CURSOR_COLUMNS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'];
const SEARCHED = {
  estate: 'e.name',
  within: `concat_ws(' ', b.name, w.name)`,
  code: (written: string): string => `w.code = ${written}`,
};

/** A page as it stands. */
export interface ProjectsPage {
  /** The same for the same rows. */
  tag: string;
  /** Null when the tag is the one already known. */
  rows: ProjectRow[] | null;
}

/**
 * One page of the stairwells in a remit, by town, neighbourhood, estate, building and stairwell. The estates are walked
 * in the order of their unique index and the walk ends with the page, so its cost does not grow with the number of
 * stairwells; rounds and households are looked up for the rows of the page alone.
 * @param known the tag of the page as it was read before: its rows are sent only if they have changed
 */
export async function projectsWithin(
  statements: Statements,
  remit: Remit,
  filter: ProjectFilter,
  limit: number,
  known: string | null,
): Promise<ProjectsPage> {
  const params: unknown[] = [];
  const conditions = conditionsOf(remit, filter, params);
  const cursor =
    filter.after === undefined
      ? ''
      : `cursor AS (SELECT ${ORDER.map((by, index) => `${by} AS ${CURSOR_COLUMNS[index]}`).join(', ')}
           FROM stairwells w JOIN buildings b ON b.id = w.building_id JOIN estates e ON e.id = w.estate_id
          WHERE w.id = $${params.push(filter.after)}),`;
  const text = `WITH ${cursor} page AS MATERIALIZED (
     SELECT page.id AS "stairwellId", page.code, page.town, page.neighbourhood, page."estateName", page."buildingName",
            page."stairwellName", page.stage, page.stage_since_on AS "stageSinceOn", doors.count AS "householdCount",
            round.id AS "roundId", round.state AS "roundState", round.closes_at AS "closesAt", round.ruleset_hash AS "rulesetHash",
            page.building_no, page.stairwell_no,
            ${TURNOUT}
       FROM (SELECT w.id, w.code, w.building_id, w.estate_id, w.stage, w.stage_since_on, e.town, e.neighbourhood,
                    e.name AS "estateName", b.name AS "buildingName", w.name AS "stairwellName",
                    ${numberIn('b.name')} AS building_no, ${numberIn('w.name')} AS stairwell_no
               FROM estates e JOIN stairwells w ON w.estate_id = e.id JOIN buildings b ON b.id = w.building_id
              WHERE ${conditions.join(' AND ')}
              ORDER BY ${ORDER.join(', ')}
              LIMIT $${params.push(limit)}) page
      CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM households h WHERE h.stairwell_id = page.id) doors
       LEFT JOIN LATERAL (SELECT r.id, r.state, r.closes_at, r.ruleset_hash FROM consultation_rounds r
                           WHERE r.scope_id IN (page.id, page.building_id, page.estate_id)
                             AND r.state NOT IN ('draft', 'void')
                           ORDER BY r.opened_at DESC, r.id LIMIT 1) round ON true
       LEFT JOIN round_tallies t ON t.round_id = round.id
  ), stand AS (
     SELECT encode(sha256(convert_to(coalesce(string_agg(page::text, ' '), ''), 'UTF8')), 'hex') AS tag FROM page)
     SELECT stand.tag, page.*
       FROM stand LEFT JOIN page ON stand.tag IS DISTINCT FROM $${params.push(known)}
      ORDER BY page.town, page.neighbourhood, page."estateName", page.building_no, page."buildingName",
               page.stairwell_no, page."stairwellName"`;
  // One row at least: that of the tag, which stands alone beside no stairwell.
  const found = await statements.rows<ProjectRow & { tag: string }>(namedByText('projects', text), params);
  const { tag } = found[0]!;
  return { tag, rows: tag === known ? null : found.filter(({ stairwellId }) => stairwellId !== null) };
}

function conditionsOf(remit: Remit, { stage, town, q, after }: ProjectFilter, params: unknown[]): string[] {
  const conditions = [remitCondition(remit, { estate: 'e', stairwell: 'w' }, params)];
  if (stage !== undefined) conditions.push(`w.stage = $${params.push(stage)}`);
  if (town !== undefined) conditions.push(`e.town = $${params.push(town)}`);
  if (q !== undefined) conditions.push(...placeSearched(q, SEARCHED, params));
  if (after !== undefined) {
    // Said twice: the first is what the index understands, the second is what is meant.
    const of = (count: number) => CURSOR_COLUMNS.slice(0, count).map((name) => `(SELECT ${name} FROM cursor)`);
    conditions.push(`(${ESTATE_ORDER.join(', ')}) >= (${of(ESTATE_ORDER.length).join(', ')})`);
    conditions.push(`(${ORDER.join(', ')}) > (${of(ORDER.length).join(', ')})`);
  }
  return conditions;
}
