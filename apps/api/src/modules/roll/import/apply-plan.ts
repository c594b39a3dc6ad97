import { In, type EntityManager } from 'typeorm';
import type { Vault } from '../../../platform/vault';
import { Building, Household, Owner, Ownership, PublicHousingTenant, Stairwell } from '../entities';
import { newStairwellCode } from '../stairwell-code';
import type { ImportPlan } from './plan-import';
import type { KnownHousehold } from './roll-state';

/** Rows sent in one statement: far below PostgreSQL's 65,535 parameters. */
const rowsAtOnce = 1_000;

/**
 * Does what a plan says, within the caller's transaction.
 * @param estate `todayOn`: the day new stairwells enter their first stage, YYYY-MM-DD
 */
export async function applyPlan(
  tx: EntityManager,
  vault: Vault,
  { estateId, todayOn }: { estateId: string; todayOn: string },
  plan: ImportPlan,
): Promise<void> {
  await insertAll(
    tx,
    Building,
    plan.newBuildings.map(({ id, name }) => ({ id, estateId, name })),
  );
  await insertAll(
    tx,
    Stairwell,
    plan.newStairwells.map(({ id, buildingId, name }) => ({
      id,
      estateId,
      buildingId,
      name,
      code: newStairwellCode(),
      stage: 'canvass' as const,
      stageSinceOn: todayOn,
    })),
  );
  await insertAll(
    tx,
    Owner,
    plan.newOwners.map(({ ownerId, name, phone, kind }) => ({
      id: ownerId,
      estateId,
      name,
      kind,
      ...vault.sealPhone('owners.phone', ownerId, phone),
    })),
  );
  await writePhones(tx, vault, plan);
  await insertAll(tx, Household, plan.newHouseholds.map(columnsOf));
  await upsertAll(tx, Household, plan.changedHouseholds.map(columnsOf), 'id');
  await rewriteOwnerships(tx, plan);
}

async function writePhones(tx: EntityManager, vault: Vault, { newPhones }: ImportPlan): Promise<void> {
  const rows = [...newPhones].map(([id, phone]) => ({ id, ...vault.sealPhone('owners.phone', id, phone) }));
  await tx.query(
    `UPDATE owners o SET phone_sealed = v.sealed, phone_index = v.index
       FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS v (id, sealed, index) WHERE o.id = v.id`,
    [rows.map(({ id }) => id), rows.map((row) => row.phoneSealed), rows.map((row) => row.phoneIndex)],
  );
}

async function rewriteOwnerships(tx: EntityManager, { newHouseholds, changedHouseholds }: ImportPlan): Promise<void> {
  const changedIds = changedHouseholds.map(({ householdId }) => householdId);
  if (changedIds.length > 0) await tx.delete(Ownership, { householdId: In(changedIds) });
  const households = [...newHouseholds, ...changedHouseholds];
  await insertAll(
    tx,
    Ownership,
    households.flatMap(({ householdId, ownerIds }) =>
      ownerIds.map((ownerId, position) => ({ householdId, ownerId, position })),
    ),
  );
  const tenants = households.flatMap(({ householdId, tenantName: name }) =>
    name === null ? [] : [{ householdId, name }],
  );
  const without = changedHouseholds
    .filter(({ tenantName }) => tenantName === null)
    .map(({ householdId }) => householdId);
  if (without.length > 0) await tx.delete(PublicHousingTenant, { householdId: In(without) });
  await upsertAll(tx, PublicHousingTenant, tenants, 'householdId');
}

const columnsOf = (household: KnownHousehold): Omit<Household, 'ballotFrozenAt'> => ({
  id: household.householdId,
  stairwellId: household.stairwellId,
  roomNo: household.roomNo,
  floor: household.floor,
  exclusiveAreaDm2: household.areaDm2,
  areaSource: household.areaSource,
  tenure: household.tenure,
  isLet: household.isLet,
  remark: household.remark,
});

async function insertAll<T extends object>(
  tx: EntityManager,
  entity: new () => T,
  rows: readonly Partial<T>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.insert(entity, rows.slice(at, at + rowsAtOnce) as never);
  }
}

async function upsertAll<T extends object>(
  tx: EntityManager,
  entity: new () => T,
  rows: readonly Partial<T>[],
  key: keyof T & string,
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.upsert(entity, rows.slice(at, at + rowsAtOnce) as never, [key]);
  }
}
