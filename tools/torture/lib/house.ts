import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { together, type Clients } from './client.ts';

/** One door, and who can speak for it. */
export interface Door {
  roundId: string;
  householdId: string;
  stairwell: number;
  roomNo: string;
  areaDm2: number;
  /** Sessions of two people who both have the household's vote. */
  owner: string;
  coOwner: string;
}

/** A made-up estate whose stairwells all have an open round. */
export interface House {
  /** Sessions. The volunteer visits every stairwell. */
  officer: string;
  volunteer: string;
  /** By stairwell. */
  doors: Door[][];
}

const TOWN = 'Town';
const QUARTER = 'Quarter';

interface Person {
  id: string;
  role: string;
  client: string;
  token: string;
  hash: string;
}

function person(role: string): Person {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  return { id: randomUUID(), role, client: role === 'officer' ? 'office' : 'h5', token, hash };
}

/** A door before it has a round. */
interface Room extends Omit<Door, 'roundId' | 'owner' | 'coOwner'> {
  floor: number;
  stairwellId: string;
  ownerId: string;
  people: [Person, Person];
}

/** What the roll and the sign-ins would have written, in the order of what refers to what. */
const ROLL = `
WITH people AS (
  INSERT INTO accounts (id, role, display_name, username)
  SELECT id, role, role, CASE role WHEN 'officer' THEN 'officer' END
    FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, role text)
), stays AS (
  INSERT INTO sessions (id, account_id, token_hash, client, expires_at, device_pin_hash)
  SELECT gen_random_uuid(), id, hash, client, now() + interval '8 hours', CASE role WHEN 'volunteer' THEN 'set' END
    FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, role text, client text, hash text)
), say AS (
  INSERT INTO remits (id, account_id, town, neighbourhood)
  SELECT gen_random_uuid(), id, '${TOWN}', '${QUARTER}' FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, role text)
   WHERE role = 'officer'
), estate AS (
  INSERT INTO estates (id, name, town, neighbourhood) VALUES ($3, 'Estate', '${TOWN}', '${QUARTER}')
), building AS (
  INSERT INTO buildings (id, estate_id, name, built_year) VALUES ($4, $3, '1', 1988)
), wells AS (
  INSERT INTO stairwells (id, estate_id, building_id, name, code, stage, stage_since_on)
  SELECT id, $3, $4, number::text, 'S' || number, 'consultation', current_date
    FROM jsonb_to_recordset($5::jsonb) AS s (id uuid, number int)
), rooms AS (
  INSERT INTO households (id, stairwell_id, room_no, floor, exclusive_area_dm2, area_source, tenure)
  SELECT "householdId", "stairwellId", "roomNo", floor, "areaDm2", 'registered', 'commodity'
    FROM jsonb_to_recordset($2::jsonb) AS r ("householdId" uuid, "stairwellId" uuid, "roomNo" text, floor int, "areaDm2" int)
), owner AS (
  INSERT INTO owners (id, estate_id, kind, name)
  SELECT "ownerId", $3, 'person', 'Owner ' || "roomNo" FROM jsonb_to_recordset($2::jsonb) AS r ("ownerId" uuid, "roomNo" text)
), owned AS (
  INSERT INTO ownerships (household_id, owner_id, position)
  SELECT "householdId", "ownerId", 1 FROM jsonb_to_recordset($2::jsonb) AS r ("householdId" uuid, "ownerId" uuid)
), bound AS (
  INSERT INTO bindings (id, account_id, household_id, relation, method, state, decided_at)
  SELECT gen_random_uuid(), (p.value->>'id')::uuid, r."householdId", CASE p.ordinality WHEN 1 THEN 'owner' ELSE 'co_owner' END,
         'slip', 'approved', now()
    FROM jsonb_to_recordset($2::jsonb) AS r ("householdId" uuid, people jsonb)
   CROSS JOIN jsonb_array_elements(r.people) WITH ORDINALITY AS p
)
INSERT INTO volunteer_assignments (account_id, stairwell_id, expires_on, assigned_by)
SELECT $6, s.id, current_date + 30, $7 FROM jsonb_to_recordset($5::jsonb) AS s (id uuid)`;

/**
 * Fills an empty, migrated database and opens a round for each stairwell through the API.
 * @param sizes how many doors each stairwell has
 */
export async function buildHouse(owner: pg.Client, clients: Clients, sizes: readonly number[]): Promise<House> {
  const [officer, volunteer] = [person('officer'), person('volunteer')];
  const stairwells = sizes.map((_, index) => ({ id: randomUUID(), number: index + 1 }));
  const rooms = stairwells.map(({ id }, stairwell) => roomsOf(id, stairwell, sizes[stairwell]!));
  const people = [officer, volunteer, ...rooms.flat().flatMap((room) => room.people)];
  const ids = { estate: randomUUID(), building: randomUUID() };
  // What refers to a row of the same statement would be refused before it is there.
  await owner.query(`SET session_replication_role = 'replica'`);
  await owner.query(ROLL, [
    JSON.stringify(people),
    JSON.stringify(rooms.flat()),
    ids.estate,
    ids.building,
    JSON.stringify(stairwells),
    volunteer.id,
    officer.id,
  ]);
  await owner.query(`SET session_replication_role = 'origin'`);
  await owner.query('ANALYZE');
  const rounds = await together(stairwells, 4, ({ id }) => openRound(clients, officer.token, id));
  const doors = rooms.map((ofStairwell, stairwell) =>
    ofStairwell.map(({ householdId, roomNo, areaDm2, people: [first, second] }) => {
      return {
        roundId: rounds[stairwell]!,
        householdId,
        stairwell,
        roomNo,
        areaDm2,
        owner: first.token,
        coOwner: second.token,
      };
    }),
  );
  return { officer: officer.token, volunteer: volunteer.token, doors };
}

function roomsOf(stairwellId: string, stairwell: number, count: number): Room[] {
  return Array.from({ length: count }, (_, index) => {
    const floor = Math.floor(index / 4) + 1;
    return {
      ...{ stairwellId, stairwell, floor },
      householdId: randomUUID(),
      ownerId: randomUUID(),
      roomNo: `${floor}0${(index % 4) + 1}`,
      areaDm2: 5_000 + 37 * (index % 50),
      people: [person('resident'), person('resident')],
    };
  });
}

async function openRound(clients: Clients, officer: string, stairwellId: string): Promise<string> {
  const id = randomUUID();
  const ask = async (path: string, body?: object) => {
    const answer = await clients.send({ method: 'POST', path, token: officer, office: true, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  await ask('/api/rounds', {
    id,
    scopeKind: 'stairwell',
    scopeId: stairwellId,
    rulesetId: 'cn-278-7',
    title: 'A lift for the stairwell',
    statement: 'Whether a lift is added.',
    schemeText: 'A lift of six stops at the north side.',
    costTable: { totalFen: 0, subsidyFen: 0, method: 'custom', rows: [] },
    agreementText: 'As the table says.',
    closesAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  await ask(`/api/rounds/${id}/open`);
  return id;
}
