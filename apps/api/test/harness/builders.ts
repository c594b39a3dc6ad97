import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { vaultOf } from './vault';
import type { Neighbourhood } from '../../src/platform/access';
import { HOME } from './places';

/** One door of a stairwell to be. Area in 0.01 m². */
export interface DoorSketch {
  roomNo: string;
  floor?: number;
  areaDm2?: number | null;
  ownerName?: string;
  ownerPhone?: string | null;
  tenure?: 'commodity' | 'purchased_public' | 'public_rental';
}

/** Where things landed: ids, and household ids by room. */
export interface BuiltStairwell {
  estateId: string;
  buildingId: string;
  stairwellId: string;
  code: string;
  households: Record<string, string>;
}

/** Writes a stairwell straight into the roll, in an estate of its own, for suites that are about something else. */
export async function buildStairwell(
  dataSource: DataSource,
  {
    code,
    doors,
    estateName = `春晓苑${code}`,
    town = HOME.town,
    neighbourhood = HOME.neighbourhood,
  }: { code: string; doors: DoorSketch[]; estateName?: string } & Partial<Neighbourhood>,
): Promise<BuiltStairwell> {
  const [estateId, buildingId] = [randomUUID(), randomUUID()];
  await dataSource.query(`INSERT INTO estates (id, name, town, neighbourhood) VALUES ($1, $2, $3, $4)`, [
    estateId,
    estateName,
    town,
    neighbourhood,
  ]);
  await dataSource.query(`INSERT INTO buildings (id, estate_id, name) VALUES ($1, $2, '1号楼')`, [
    buildingId,
    estateId,
  ]);
  return addStairwell(dataSource, { estateId, buildingId }, { name: '1号门洞', code, doors });
}

/** Writes one more stairwell into a building. */
export async function addStairwell(
  dataSource: DataSource,
  { estateId, buildingId }: Pick<BuiltStairwell, 'estateId' | 'buildingId'>,
  { name, code, doors }: { name: string; code: string; doors: DoorSketch[] },
): Promise<BuiltStairwell> {
  const stairwellId = randomUUID();
  await dataSource.query(
    `INSERT INTO stairwells (id, estate_id, building_id, name, code, stage_since_on) VALUES ($1, $2, $3, $4, $5, '2026-01-01')`,
    [stairwellId, estateId, buildingId, name, code],
  );
  const households: Record<string, string> = {};
  for (const door of doors) households[door.roomNo] = await buildDoor(dataSource, estateId, stairwellId, door);
  return { estateId, buildingId, stairwellId, code, households };
}

async function buildDoor(
  dataSource: DataSource,
  estateId: string,
  stairwellId: string,
  door: DoorSketch,
): Promise<string> {
  const [householdId, ownerId] = [randomUUID(), randomUUID()];
  const { roomNo, floor = Number(roomNo.slice(0, -2)), areaDm2 = 6000, tenure = 'commodity' } = door;
  await dataSource.query(
    `INSERT INTO households (id, stairwell_id, room_no, floor, exclusive_area_dm2, area_source, tenure) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [householdId, stairwellId, roomNo, floor, areaDm2, areaDm2 === null ? null : 'registered', tenure],
  );
  const phone = door.ownerPhone ?? null;
  const sealed = phone === null ? null : (await vaultOf(dataSource)).sealPhone('owners.phone', ownerId, phone);
  await dataSource.query(
    `INSERT INTO owners (id, estate_id, kind, name, phone_sealed, phone_index) VALUES ($1, $2, 'person', $3, $4, $5)`,
    [ownerId, estateId, door.ownerName ?? `业主${roomNo}`, sealed?.phoneSealed ?? null, sealed?.phoneIndex ?? null],
  );
  await dataSource.query(`INSERT INTO ownerships (household_id, owner_id, position) VALUES ($1, $2, 0)`, [
    householdId,
    ownerId,
  ]);
  return householdId;
}

/** Binds an account to a household, approved, without going through the door. */
export async function bind(
  dataSource: DataSource,
  actor: { accountId: string },
  householdId: string,
  relation = 'owner',
): Promise<string> {
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO bindings (id, account_id, household_id, relation, method, state) VALUES ($1, $2, $3, $4, 'slip', 'approved')`,
    [id, actor.accountId, householdId, relation],
  );
  return id;
}
