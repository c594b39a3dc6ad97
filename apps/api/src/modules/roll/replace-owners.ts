import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Owner, Ownership } from './entities';
import type { Tenure } from './roll.types';
import { ownerKindOf, readName } from './sheet/read-words';

/**
 * Gives a household other owners, the first named being the registered one. A name that already stands on the door
 * stays the same owner, and an authority or a company is the same by its name; any other name is a new owner, whom an
 * officer may find to be one of the estate's others (`MergeOwners`).
 * @returns the names that stood there before
 */
export async function replaceOwners(
  tx: EntityManager,
  household: { householdId: string; estateId: string; tenure: Tenure },
  names: readonly string[],
): Promise<string[]> {
  const { householdId, estateId, tenure } = household;
  const former: { id: string; name: string }[] = await tx.query(
    `SELECT o.id, o.name FROM ownerships s JOIN owners o ON o.id = s.owner_id WHERE s.household_id = $1 ORDER BY s.position`,
    [householdId],
  );
  await tx.delete(Ownership, { householdId });
  const distinct = [...new Set(names.map(readName))];
  for (const [position, name] of distinct.entries()) {
    const kind = ownerKindOf(name, tenure);
    const standing = former.find((owner) => owner.name === name)?.id;
    const ownerId = standing ?? (kind === 'person' ? undefined : await organisationId(tx, estateId, name));
    await tx.insert(Ownership, {
      householdId,
      position,
      ownerId: ownerId ?? (await addOwner(tx, estateId, name, kind)),
    });
  }
  return former.map(({ name }) => name);
}

async function organisationId(tx: EntityManager, estateId: string, name: string): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(
    `SELECT coalesce(merged_into_id, id) AS id FROM owners
      WHERE estate_id = $1 AND name = $2 AND kind <> 'person' ORDER BY merged_into_id NULLS FIRST, id LIMIT 1`,
    [estateId, name],
  );
  return rows[0]?.id;
}

async function addOwner(tx: EntityManager, estateId: string, name: string, kind: Owner['kind']): Promise<string> {
  const id = randomUUID();
  await tx.insert(Owner, { id, estateId, name, kind });
  return id;
}
