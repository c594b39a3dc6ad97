import { randomUUID } from 'node:crypto';
import type { ParsedRow } from '../sheet/roll-sheet.types';
import type { RollColumn } from '../copy/sheet-words';
import { OwnerResolver } from './owner-resolver';
import type { KnownHousehold, KnownOwner, RollState } from './roll-state';

/** A door that changes, and in which columns. */
export interface ChangedDoor {
  row: number;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  columns: RollColumn[];
}

/** Everything an import would do, before any of it is done. */
export interface ImportPlan {
  newBuildings: { id: string; name: string }[];
  newStairwells: { id: string; buildingId: string; name: string }[];
  newHouseholds: KnownHousehold[];
  changedHouseholds: KnownHousehold[];
  newOwners: KnownOwner[];
  newPhones: Map<string, string>;
  unchangedCount: number;
  changes: ChangedDoor[];
  /** Doors of the roll that this sheet does not hold, though it holds others of their stairwell. Never deleted. */
  absentDoors: { buildingName: string; stairwellName: string; roomNo: string }[];
}

const placeKey = (...parts: string[]): string => parts.join('\n');

/**
 * Compares a sheet with the roll. What the sheet leaves empty (area, telephone, remark, tenant) keeps what the office
 * has filled in since; everything else follows the sheet.
 */
export function planImport(state: RollState, rows: readonly ParsedRow[]): ImportPlan {
  const known = new Map(
    state.households.map((door) => [placeKey(door.buildingName, door.stairwellName, door.roomNo), door]),
  );
  const knownOf = (row: ParsedRow): KnownHousehold | undefined =>
    known.get(placeKey(row.buildingName, row.stairwellName, row.roomNo));
  const phonesInSheet = new Map(
    rows.flatMap((row) => (knownOf(row) ? [[knownOf(row)!.householdId, row.phone] as const] : [])),
  );
  const owners = new OwnerResolver(state, phonesInSheet);
  const places = new Places(state);
  const plan: ImportPlan = {
    newBuildings: places.newBuildings,
    newStairwells: places.newStairwells,
    newHouseholds: [],
    changedHouseholds: [],
    newOwners: owners.newOwners,
    newPhones: owners.newPhones,
    unchangedCount: 0,
    changes: [],
    absentDoors: absentDoors(state, rows),
  };
  for (const row of rows) {
    const before = knownOf(row);
    const resolved = ownersOf(row, owners, before);
    const after = householdAfter(row, before, places.stairwellId(row.buildingName, row.stairwellName), resolved);
    if (!before) plan.newHouseholds.push(after);
    else {
      const columns = changedColumns(
        before,
        after,
        resolved.some((ownerId) => owners.newPhones.has(ownerId)),
      );
      if (columns.length === 0) plan.unchangedCount += 1;
      else {
        plan.changedHouseholds.push(after);
        const { buildingName, stairwellName, roomNo } = after;
        plan.changes.push({ row: row.row, buildingName, stairwellName, roomNo, columns });
      }
    }
  }
  return plan;
}

function ownersOf(row: ParsedRow, owners: OwnerResolver, before: KnownHousehold | undefined): string[] {
  const householdId = before?.householdId ?? null;
  const onDoor = before?.ownerIds ?? [];
  const named = [
    { ...row.owner, phone: row.phone },
    ...row.coOwners.map((name) => ({ name, kind: 'person' as const, phone: null })),
  ];
  return [...new Set(named.map((owner) => owners.resolve(owner, householdId, onDoor)))];
}

function householdAfter(
  row: ParsedRow,
  before: KnownHousehold | undefined,
  stairwellId: string,
  ownerIds: string[],
): KnownHousehold {
  const { buildingName, stairwellName, roomNo, floor, tenure } = row;
  const keepsArea = row.areaDm2 === null;
  return {
    householdId: before?.householdId ?? randomUUID(),
    stairwellId,
    buildingName,
    stairwellName,
    roomNo,
    floor,
    areaDm2: keepsArea ? (before?.areaDm2 ?? null) : row.areaDm2,
    areaSource: keepsArea ? (before?.areaSource ?? null) : (row.areaSource ?? before?.areaSource ?? null),
    tenure,
    isLet: row.isLet ?? before?.isLet ?? false,
    remark: row.remark === '' ? (before?.remark ?? '') : row.remark,
    tenantName: tenure === 'public_rental' ? (row.tenantName ?? before?.tenantName ?? null) : null,
    ownerIds,
  };
}

function changedColumns(before: KnownHousehold, after: KnownHousehold, hasNewPhone: boolean): RollColumn[] {
  const columns: RollColumn[] = [];
  if (before.floor !== after.floor) columns.push('floor');
  if (before.areaDm2 !== after.areaDm2) columns.push('area');
  if (before.areaSource !== after.areaSource) columns.push('areaSource');
  if (before.ownerIds[0] !== after.ownerIds[0] || before.tenantName !== after.tenantName) columns.push('owner');
  if (before.ownerIds.slice(1).join() !== after.ownerIds.slice(1).join()) columns.push('coOwners');
  if (hasNewPhone) columns.push('phone');
  if (before.tenure !== after.tenure) columns.push('tenure');
  if (before.isLet !== after.isLet) columns.push('isLet');
  if (before.remark !== after.remark) columns.push('remark');
  return columns;
}

function absentDoors(state: RollState, rows: readonly ParsedRow[]): ImportPlan['absentDoors'] {
  const stairwells = new Set(rows.map((row) => placeKey(row.buildingName, row.stairwellName)));
  const doors = new Set(rows.map((row) => placeKey(row.buildingName, row.stairwellName, row.roomNo)));
  return state.households
    .filter((door) => stairwells.has(placeKey(door.buildingName, door.stairwellName)))
    .filter((door) => !doors.has(placeKey(door.buildingName, door.stairwellName, door.roomNo)))
    .map(({ buildingName, stairwellName, roomNo }) => ({ buildingName, stairwellName, roomNo }));
}

/** Buildings and stairwells by name, known or to be made. */
class Places {
  readonly newBuildings: { id: string; name: string }[] = [];
  readonly newStairwells: { id: string; buildingId: string; name: string }[] = [];
  private readonly buildings: Map<string, string>;
  private readonly stairwells: Map<string, string>;

  constructor(state: RollState) {
    this.buildings = new Map(state.buildings.map(({ id, name }) => [name, id]));
    this.stairwells = new Map(state.stairwells.map(({ id, buildingName, name }) => [placeKey(buildingName, name), id]));
  }

  stairwellId(buildingName: string, stairwellName: string): string {
    const key = placeKey(buildingName, stairwellName);
    const known = this.stairwells.get(key);
    if (known !== undefined) return known;
    const stairwell = { id: randomUUID(), buildingId: this.buildingId(buildingName), name: stairwellName };
    this.newStairwells.push(stairwell);
    this.stairwells.set(key, stairwell.id);
    return stairwell.id;
  }

  private buildingId(name: string): string {
    const known = this.buildings.get(name);
    if (known !== undefined) return known;
    const building = { id: randomUUID(), name };
    this.newBuildings.push(building);
    this.buildings.set(name, building.id);
    return building.id;
  }
}
