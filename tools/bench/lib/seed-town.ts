import type pg from 'pg';
import {
  accountSql,
  codeOf,
  DOORS_PER_STAIRWELL,
  ESTATES_PER_NEIGHBOURHOOD,
  ESTATES_PER_TOWN,
  idOf,
  idSql,
  STAFF,
  STAIRWELLS_PER_BUILDING,
  STAIRWELLS_PER_ESTATE,
  tokenOf,
} from './names.ts';

const STAGES = `'{canvass,feasibility,scheme,consultation,notice,signing,approval,construction,acceptance,handover,operation}'::text[]`;
const tokenHash = (account: string) => `encode(sha256(lpad((${account})::text, 43, '0')::bytea), 'hex')`;
const FIRST_ROUND = `'${idOf('round', 1)}'::uuid`;

/** Stairwells $1 to $2 and everybody behind their doors: every door an owner who is signed in and bound to it. */
const ROLL = [
  `CREATE TEMP TABLE doors ON COMMIT DROP AS
   SELECT (s - 1) * ${DOORS_PER_STAIRWELL} + d AS number, s AS stairwell, (d + 1) / 2 AS floor,
          ((d + 1) / 2) || '0' || (2 - d % 2) AS room_no, 5000 + 137 * d AS area_dm2
     FROM generate_series(FROM_S, TO_S) AS s, generate_series(1, ${DOORS_PER_STAIRWELL}) AS d`,
  `INSERT INTO estates (id, name, town, neighbourhood)
   SELECT ${idSql('estate', 'e')}, 'Estate ' || e, 'Town ' || (e - 1) / ${ESTATES_PER_TOWN},
          'Quarter ' || (e - 1) / ${ESTATES_PER_NEIGHBOURHOOD}
     FROM generate_series((FROM_S - 1) / ${STAIRWELLS_PER_ESTATE} + 1, (TO_S - 1) / ${STAIRWELLS_PER_ESTATE} + 1) AS e
   ON CONFLICT DO NOTHING`,
  `INSERT INTO buildings (id, estate_id, name, built_year)
   SELECT ${idSql('building', 'b')}, ${idSql('estate', `(b - 1) * ${STAIRWELLS_PER_BUILDING} / ${STAIRWELLS_PER_ESTATE} + 1`)},
          'Building ' || b, 1988
     FROM generate_series((FROM_S - 1) / ${STAIRWELLS_PER_BUILDING} + 1, (TO_S - 1) / ${STAIRWELLS_PER_BUILDING} + 1) AS b
   ON CONFLICT DO NOTHING`,
  `INSERT INTO stairwells (id, estate_id, building_id, name, code, stage, stage_since_on)
   SELECT ${idSql('stairwell', 's')}, ${idSql('estate', `(s - 1) / ${STAIRWELLS_PER_ESTATE} + 1`)},
          ${idSql('building', `(s - 1) / ${STAIRWELLS_PER_BUILDING} + 1`)}, 'Stairwell ' || s, 'S' || s,
          CASE WHEN s % 3 = 0 THEN (${STAGES})[1 + s % 11] ELSE 'consultation' END, current_date - s % 400
     FROM generate_series(FROM_S, TO_S) AS s`,
  `INSERT INTO households (id, stairwell_id, room_no, floor, exclusive_area_dm2, area_source, tenure)
   SELECT ${idSql('household', 'number')}, ${idSql('stairwell', 'stairwell')}, room_no, floor, area_dm2, 'registered',
          'commodity' FROM doors`,
  `INSERT INTO owners (id, estate_id, kind, name)
   SELECT ${idSql('owner', 'number')}, ${idSql('estate', `(stairwell - 1) / ${STAIRWELLS_PER_ESTATE} + 1`)}, 'person',
          'Owner ' || number FROM doors`,
  `INSERT INTO ownerships (household_id, owner_id, position)
   SELECT ${idSql('household', 'number')}, ${idSql('owner', 'number')}, 1 FROM doors`,
  `INSERT INTO accounts (id, role, display_name)
   SELECT ${idSql('account', accountSql('number'))}, 'resident', 'Resident ' || number FROM doors`,
  // Seen a moment ago whenever they vote, however long the seeding takes.
  `INSERT INTO sessions (id, account_id, token_hash, client, expires_at, last_seen_at)
   SELECT ${idSql('session', accountSql('number'))}, ${idSql('account', accountSql('number'))},
          ${tokenHash(accountSql('number'))}, 'h5', now() + interval '1 day', now() + interval '1 hour' FROM doors`,
  `INSERT INTO bindings (id, account_id, household_id, relation, method, state, decided_at)
   SELECT ${idSql('binding', 'number')}, ${idSql('account', accountSql('number'))}, ${idSql('household', 'number')},
          'owner', 'slip', 'approved', now() FROM doors`,
];

/**
 * The rounds of stairwells $1 to $2, after the one the API opened for the first: nobody has voted and all stairwells
 * weigh the same, so its projection is theirs. The cost table and the first event of the record chain still name the
 * first stairwell.
 */
const ROUNDS = [
  `CREATE TEMP TABLE rounds ON COMMIT DROP AS
   SELECT s AS stairwell, ${idSql('round', 's')} AS id FROM generate_series(greatest(FROM_S, 2), TO_S) AS s`,
  `INSERT INTO consultation_rounds
   SELECT (jsonb_populate_record(r, jsonb_build_object('id', n.id, 'scope_id', ${idSql('stairwell', 'n.stairwell')},
            'estate_id', ${idSql('estate', `(n.stairwell - 1) / ${STAIRWELLS_PER_ESTATE} + 1`)}))).*
     FROM rounds n JOIN consultation_rounds r ON r.id = ${FIRST_ROUND}`,
  `INSERT INTO motions
   SELECT (jsonb_populate_record(m, jsonb_build_object('round_id', n.id))).*
     FROM rounds n JOIN motions m ON m.round_id = ${FIRST_ROUND}`,
  `INSERT INTO entitlements (round_id, household_id, stairwell_id, building_name, stairwell_name, room_no, floor,
                             area_dm2, area_source, tenure, head_key, head_no, head_households, owner_names)
   SELECT n.id, ${idSql('household', `(n.stairwell - 1) * ${DOORS_PER_STAIRWELL} + e.place`)},
          ${idSql('stairwell', 'n.stairwell')}, 'Building ' || (n.stairwell - 1) / ${STAIRWELLS_PER_BUILDING} + 1,
          'Stairwell ' || n.stairwell, e.room_no, e.floor, e.area_dm2, e.area_source, e.tenure,
          'owner:' || (n.stairwell - 1) * ${DOORS_PER_STAIRWELL} + e.place, e.head_no, 1,
          ARRAY['Owner ' || (n.stairwell - 1) * ${DOORS_PER_STAIRWELL} + e.place]
     FROM rounds n
    CROSS JOIN (SELECT *, row_number() OVER (ORDER BY household_id) AS place FROM entitlements
                 WHERE round_id = ${FIRST_ROUND}) e`,
  `INSERT INTO round_tallies
   SELECT (jsonb_populate_record(t, jsonb_build_object('round_id', n.id))).*
     FROM rounds n JOIN round_tallies t ON t.round_id = ${FIRST_ROUND}`,
  `INSERT INTO chain_events
   SELECT (jsonb_populate_record(k, jsonb_build_object('round_id', n.id))).*
     FROM rounds n JOIN chain_events k ON k.round_id = ${FIRST_ROUND}`,
  `INSERT INTO bench_pages
   SELECT n.id, w.code, jsonb_set(p.page || jsonb_build_object('code', w.code, 'name', w.name, 'buildingName', b.name,
                                  'estateName', e.name), '{round,id}', to_jsonb(n.id)),
          p.whole_heads, p.whole_dm2, p.required_heads, p.required_dm2
     FROM rounds n JOIN stairwells w ON w.id = ${idSql('stairwell', 'n.stairwell')}
     JOIN buildings b ON b.id = w.building_id JOIN estates e ON e.id = w.estate_id
    CROSS JOIN (SELECT * FROM bench_pages WHERE code = 'S1') p`,
];

const STAFF_ROWS = `
CREATE TABLE bench_pages (round_id uuid PRIMARY KEY, code text NOT NULL UNIQUE, page jsonb NOT NULL,
  whole_heads int NOT NULL, whole_dm2 bigint NOT NULL, required_heads int NOT NULL, required_dm2 bigint NOT NULL);
GRANT SELECT ON bench_pages TO PUBLIC;
INSERT INTO accounts (id, role, display_name) VALUES
  ('${idOf('account', STAFF.officer)}', 'officer', 'Officer'), ('${idOf('account', STAFF.street)}', 'street', 'Street');
INSERT INTO sessions (id, account_id, token_hash, client, expires_at, last_seen_at)
  SELECT ('00000002' || substr(id::text, 9))::uuid, id, ${tokenHash(`('x' || right(id::text, 8))::bit(32)::int`)}, 'office',
         now() + interval '1 day', now() FROM accounts WHERE role IN ('officer', 'street');
INSERT INTO remits (id, account_id, town, neighbourhood) VALUES
  (gen_random_uuid(), '${idOf('account', STAFF.officer)}', 'Town 0', 'Quarter 0'),
  (gen_random_uuid(), '${idOf('account', STAFF.street)}', 'Town 0', NULL);`;

const turnoutOf = (place: number, field: string) => `($3::jsonb #>> '{round,turnout,${place},${field}}')::bigint`;

/** The page as the API gives it, and of its two gates what never moves. */
const FIRST_PAGE = `INSERT INTO bench_pages VALUES ($1, $2, $3::jsonb, ${turnoutOf(0, 'whole')}, ${turnoutOf(1, 'whole')},
  ${turnoutOf(0, 'required')}, ${turnoutOf(1, 'required')})`;

/** Grows the town to so many stairwells, all with an open round. The first thousand may be there already. */
export async function growTown(client: pg.Client, apiUrl: string, from: number, to: number): Promise<void> {
  if (from === 1) await client.query(STAFF_ROWS);
  await fill(client, ROLL, from, to);
  if (from === 1) await openFirstRound(client, apiUrl);
  await fill(client, ROUNDS, from, to);
  await client.query('VACUUM ANALYZE');
}

/** In steps of some thousand stairwells, without triggers and look-ups of foreign keys: the rows fit by construction. */
async function fill(client: pg.Client, statements: string[], from: number, to: number): Promise<void> {
  const STEP = 10_000;
  for (let first = from; first <= to; first += STEP) {
    const last = Math.min(to, first + STEP - 1);
    await client.query('BEGIN');
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const statement of statements) {
      await client.query(statement.replaceAll('FROM_S', String(first)).replaceAll('TO_S', String(last)));
    }
    await client.query('COMMIT');
  }
}

async function openFirstRound(client: pg.Client, apiUrl: string): Promise<void> {
  const share = 5_000_000;
  const id = idOf('round', 1);
  const rows = Array.from({ length: DOORS_PER_STAIRWELL }, (_, place) => idOf('household', place + 1));
  await asStaff(apiUrl, 'POST', '/api/rounds', {
    id,
    scopeKind: 'stairwell',
    scopeId: idOf('stairwell', 1),
    rulesetId: 'cn-278-7',
    title: 'A lift for the stairwell',
    statement: 'Whether a lift is added to the stairwell, after the scheme and the cost table below.',
    schemeText: 'A lift of seven stops at the north side.',
    costTable: {
      totalFen: share * rows.length,
      subsidyFen: 0,
      method: 'custom',
      rows: rows.map((householdId) => ({ householdId, amountFen: share })),
    },
    agreementText: 'The neighbours share the cost as the table says.',
    closesAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  await asStaff(apiUrl, 'POST', `/api/rounds/${id}/open`);
  const page = await fetch(`${apiUrl}/api/public/stairwells/${codeOf(1)}`);
  if (!page.ok) throw new Error(`The first stairwell has no page: ${page.status}.`);
  await client.query(FIRST_PAGE, [id, codeOf(1), await page.text()]);
}

/** A request of the office; throws with the API's own words when it is refused. */
export async function asStaff(apiUrl: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(apiUrl + path, {
    method,
    headers: {
      cookie: `jiati_office=${tokenOf(STAFF.officer)}`,
      'x-jiati-client': 'office',
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
