import type { EntityManager } from 'typeorm';

/** Voids a household's slip: nobody gets in with its PIN any more, until the office makes out a new one. */
export async function voidSlip(tx: EntityManager, householdId: string): Promise<void> {
  await tx.query('DELETE FROM slips WHERE household_id = $1', [householdId]);
}
