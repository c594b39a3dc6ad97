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
  for (const [ownerId, phone] of plan.newPhones)
    await tx.update(Owner, { id: ownerId }, vault.sealPhone('owners.phone', ownerId, phone));
  await insertAll(tx, Household, plan.newHouseholds.map(columnsOf));
  for (const household of plan.changedHouseholds) {
    await tx.update(Household, { id: household.householdId }, columnsOf(household));
  }
  await rewriteOwnerships(tx, plan);
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
  for (let at = 0; at < tenants.length; at += rowsAtOnce) {
    await tx.upsert(PublicHousingTenant, tenants.slice(at, at + rowsAtOnce), ['householdId']);
  }
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
