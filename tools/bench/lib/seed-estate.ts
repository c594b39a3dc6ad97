import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DOORS_PER_STAIRWELL, codeOf, tokenOf, type Door } from './names.ts';

/** The roll: a stairwell has six floors of two doors, every door an owner who is signed in and bound to it. */
const ROLL = `
CREATE FUNCTION pg_temp.id_of(kind text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT overlay(overlay(md5(kind || number) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$;
CREATE TEMP TABLE doors AS
  SELECT (s - 1) * PER_STAIRWELL + d AS number, s AS stairwell, (d + 1) / 2 AS floor,
         ((d + 1) / 2) || '0' || (2 - d % 2) AS room_no, 5000 + 137 * d AS area_dm2
    FROM generate_series(1, STAIRWELLS) AS s, generate_series(1, PER_STAIRWELL) AS d;
INSERT INTO accounts (id, role, display_name)
  SELECT pg_temp.id_of('account', 0), 'officer', 'Officer'
   UNION ALL SELECT pg_temp.id_of('account', number), 'resident', 'Resident ' || number FROM doors;
INSERT INTO sessions (id, account_id, token_hash, client, expires_at)
  SELECT pg_temp.id_of('session', number), pg_temp.id_of('account', number),
         encode(sha256(lpad(number::text, 43, '0')::bytea), 'hex'), CASE number WHEN 0 THEN 'office' ELSE 'h5' END,
         now() + interval '1 hour'
    FROM (SELECT 0 AS number UNION ALL SELECT number FROM doors) AS everyone;
INSERT INTO estates (id, name, town, neighbourhood) VALUES (pg_temp.id_of('estate', 1), 'Estate', 'Town', 'Quarter');
INSERT INTO buildings (id, estate_id, name, built_year)
  SELECT pg_temp.id_of('building', b), pg_temp.id_of('estate', 1), 'Building ' || b, 1988
    FROM generate_series(0, STAIRWELLS / 10) AS b;
INSERT INTO stairwells (id, estate_id, building_id, name, code, stage, stage_since_on)
  SELECT pg_temp.id_of('stairwell', s), pg_temp.id_of('estate', 1), pg_temp.id_of('building', s / 10),
         'Stairwell ' || s, 'S' || s, 'consultation', current_date
    FROM generate_series(1, STAIRWELLS) AS s;
INSERT INTO households (id, stairwell_id, room_no, floor, exclusive_area_dm2, area_source, tenure)
  SELECT pg_temp.id_of('household', number), pg_temp.id_of('stairwell', stairwell), room_no, floor, area_dm2,
         'registered', 'commodity' FROM doors;
INSERT INTO owners (id, estate_id, kind, name)
  SELECT pg_temp.id_of('owner', number), pg_temp.id_of('estate', 1), 'person', 'Owner ' || number FROM doors;
INSERT INTO ownerships (household_id, owner_id, position)
  SELECT pg_temp.id_of('household', number), pg_temp.id_of('owner', number), 1 FROM doors;
INSERT INTO bindings (id, account_id, household_id, relation, method, state, decided_at)
  SELECT pg_temp.id_of('binding', number), pg_temp.id_of('account', number), pg_temp.id_of('household', number),
         'owner', 'slip', 'approved', now() FROM doors;
`;

/**
 * The rounds of all other stairwells, after the one the API opened: nobody has voted and all stairwells weigh the same,
 * so its projection is theirs. The cost table and the first event of the record chain still name the first stairwell.
 */
const ROUNDS = `
CREATE TEMP TABLE rounds AS
  SELECT s AS stairwell, CASE s WHEN 1 THEN FIRST_ROUND ELSE pg_temp.id_of('round', s) END AS id
    FROM generate_series(1, STAIRWELLS) AS s;
INSERT INTO consultation_rounds (id, estate_id, scope_kind, scope_id, state, ruleset_id, ruleset_version, ruleset,
                                 ruleset_hash, electorate_hash, closes_at, created_by, created_at, opened_at)
  SELECT n.id, r.estate_id, 'stairwell', pg_temp.id_of('stairwell', n.stairwell), r.state, r.ruleset_id,
         r.ruleset_version, r.ruleset, r.ruleset_hash, r.electorate_hash, r.closes_at, r.created_by, r.created_at,
         r.opened_at
    FROM rounds n JOIN consultation_rounds r ON r.id = FIRST_ROUND WHERE n.stairwell > 1;
INSERT INTO motions
  SELECT n.id, m.title, m.statement, m.scheme_text, m.cost_table, m.agreement_text, m.scheme_hash, m.cost_table_hash,
         m.agreement_hash
    FROM rounds n JOIN motions m ON m.round_id = FIRST_ROUND WHERE n.stairwell > 1;
INSERT INTO entitlements (round_id, household_id, stairwell_id, building_name, stairwell_name, room_no, floor, area_dm2, area_source,
                          tenure, head_key, head_no, owner_names, head_households)
  SELECT n.id, pg_temp.id_of('household', d.number), pg_temp.id_of('stairwell', d.stairwell),
         'Building ' || d.stairwell / 10, 'Stairwell ' || d.stairwell, e.room_no, e.floor, e.area_dm2, e.area_source,
         e.tenure, 'owner:' || pg_temp.id_of('owner', d.number), e.head_no, ARRAY['Owner ' || d.number], 1
    FROM rounds n JOIN doors d USING (stairwell)
    JOIN entitlements e ON e.round_id = FIRST_ROUND AND e.room_no = d.room_no WHERE n.stairwell > 1;
INSERT INTO round_tallies
  SELECT (jsonb_populate_record(t, jsonb_build_object('round_id', n.id, 'page_code', 'S' || n.stairwell))).* FROM rounds n
    JOIN round_tallies t ON t.round_id = FIRST_ROUND WHERE n.stairwell > 1;
INSERT INTO chain_events
  SELECT n.id, k.seq, k.kind, k.payload, k.at, k.previous_hash, k.hash, k.salts
    FROM rounds n JOIN chain_events k ON k.round_id = FIRST_ROUND WHERE n.stairwell > 1;
`;

/** What the yardstick reads beside the tally rows: the page's text as the API gives it. */
const YARDSTICK = `
CREATE TABLE bench_pages (round_id uuid PRIMARY KEY, code text NOT NULL UNIQUE, page jsonb NOT NULL);
INSERT INTO bench_pages
  SELECT n.id, w.code, jsonb_set($1::jsonb || jsonb_build_object('code', w.code, 'name', w.name,
                                 'buildingName', b.name), '{round,id}', to_jsonb(n.id))
    FROM rounds n JOIN stairwells w ON w.id = pg_temp.id_of('stairwell', n.stairwell)
    JOIN buildings b ON b.id = w.building_id
   WHERE n.stairwell % 2 = 0`;

/** Fills an empty, migrated database with an estate of open rounds and returns its doors. */
export async function seedEstate(client: pg.Client, apiUrl: string, stairwells: number): Promise<Door[]> {
  const fill = (sql: string, firstRound = '') =>
    sql
      .replaceAll('PER_STAIRWELL', String(DOORS_PER_STAIRWELL))
      .replaceAll('STAIRWELLS', String(stairwells))
      .replaceAll('FIRST_ROUND', `'${firstRound}'::uuid`);
  await client.query(fill(ROLL));
  const firstRound = await openFirstRound(client, apiUrl);
  await client.query(fill(ROUNDS, firstRound));
  const page = await fetch(`${apiUrl}/api/public/stairwells/${codeOf(1)}`);
  const [create, insert] = YARDSTICK.split(/(?<=;)\n(?=INSERT)/) as [string, string];
  await client.query(create);
  if (!page.ok) throw new Error(`The first stairwell has no page: ${page.status}.`);
  await client.query(insert, [await page.text()]);
  await client.query('ANALYZE');
  const { rows } = await client.query<Door>(
    `SELECT d.number::int AS household, pg_temp.id_of('household', d.number) AS "householdId", n.id AS "roundId",
            d.stairwell
       FROM doors d JOIN rounds n USING (stairwell) ORDER BY d.number`,
  );
  return rows;
}

async function openFirstRound(client: pg.Client, apiUrl: string): Promise<string> {
  const { rows } = await client.query<{ householdId: string; stairwellId: string }>(
    `SELECT h.id AS "householdId", h.stairwell_id AS "stairwellId"
       FROM households h JOIN stairwells w ON w.id = h.stairwell_id WHERE w.code = $1`,
    [codeOf(1)],
  );
  const share = 5_000_000;
  const id = randomUUID();
  await asOfficer(apiUrl, 'POST', '/api/rounds', {
    id,
    scopeKind: 'stairwell',
    scopeId: rows[0]?.stairwellId,
    rulesetId: 'cn-278-7',
    title: 'A lift for the stairwell',
    statement: 'Whether a lift is added to the stairwell, after the scheme and the cost table below.',
    schemeText: 'A lift of six stops at the north side.',
    costTable: {
      totalFen: share * rows.length,
      subsidyFen: 0,
      method: 'custom',
      rows: rows.map(({ householdId }) => ({ householdId, amountFen: share })),
    },
    agreementText: 'The neighbours share the cost as the table says.',
    closesAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  await asOfficer(apiUrl, 'POST', `/api/rounds/${id}/open`);
  return id;
}

/** A request of the estate's officer; throws with the API's own words when it is refused. */
export async function asOfficer(apiUrl: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(apiUrl + path, {
    method,
    headers: {
      cookie: `jiati_office=${tokenOf(0)}`,
      'x-jiati-client': 'office',
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
