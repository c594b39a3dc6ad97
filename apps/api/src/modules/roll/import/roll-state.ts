import type { EntityManager } from 'typeorm';
import type { Vault } from '../../../platform/vault';
import type { AreaSource, OwnerKind, Tenure } from '../sheet/roll-sheet.types';

export interface KnownOwner {
  ownerId: string;
  name: string;
  phone: string | null;
  kind: OwnerKind;
  mergedIntoId: string | null;
}

export interface KnownHousehold {
  householdId: string;
  stairwellId: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  floor: number;
  areaDm2: number | null;
  areaSource: AreaSource | null;
  tenure: Tenure;
  isLet: boolean;
  remark: string;
  tenantName: string | null;
  /** In the order of their positions. */
  ownerIds: string[];
}

/** An estate's roll as it stands, whole. */
export interface RollState {
  estateId: string | null;
  buildings: { id: string; name: string }[];
  stairwells: { id: string; buildingId: string; buildingName: string; name: string }[];
  households: KnownHousehold[];
  owners: KnownOwner[];
}

/** The roll of an estate that is not known yet. */
export const emptyRoll = (): RollState => ({
  estateId: null,
  buildings: [],
  stairwells: [],
  households: [],
  owners: [],
});

/** Reads the whole roll of an estate: a query for each kind of row, whatever its size. */
export async function loadRollState(tx: EntityManager, vault: Vault, estateId: string): Promise<RollState> {
  const buildings: RollState['buildings'] = await tx.query(`SELECT id, name FROM buildings WHERE estate_id = $1`, [
    estateId,
  ]);
  const stairwells: RollState['stairwells'] = await tx.query(
    `SELECT w.id, w.building_id AS "buildingId", b.name AS "buildingName", w.name
       FROM stairwells w JOIN buildings b ON b.id = w.building_id WHERE w.estate_id = $1`,
    [estateId],
  );
  const households: KnownHousehold[] = await tx.query(
    `SELECT h.id AS "householdId", h.stairwell_id AS "stairwellId", b.name AS "buildingName", w.name AS "stairwellName",
            h.room_no AS "roomNo", h.floor, h.exclusive_area_dm2 AS "areaDm2", h.area_source AS "areaSource", h.tenure,
            h.is_let AS "isLet", h.remark, t.name AS "tenantName",
            coalesce((SELECT array_agg(o.owner_id ORDER BY o.position) FROM ownerships o WHERE o.household_id = h.id), '{}') AS "ownerIds"
       FROM households h
       JOIN stairwells w ON w.id = h.stairwell_id
       JOIN buildings b ON b.id = w.building_id
       LEFT JOIN public_housing_tenants t ON t.household_id = h.id
      WHERE w.estate_id = $1`,
    [estateId],
  );
  const rows: (Omit<KnownOwner, 'phone'> & { phoneSealed: Buffer | null })[] = await tx.query(
    `SELECT id AS "ownerId", name, phone_sealed AS "phoneSealed", kind, merged_into_id AS "mergedIntoId" FROM owners WHERE estate_id = $1 ORDER BY id`,
    [estateId],
  );
  const owners = rows.map(({ phoneSealed, ...owner }) => ({
    ...owner,
    phone: vault.openPhone('owners.phone', owner.ownerId, phoneSealed),
  }));
  return { estateId, buildings, stairwells, households, owners };
}
