export interface Namesakes {
  name: string;
  roomNos: string[];
}

interface RowWithOwners {
  roomNo: string;
  owners: { id: string; name: string }[];
}

/** Owners that bear one name but stand on the roll as different people: one person, or a mistake of two heads. */
export function sameNames(rows: readonly RowWithOwners[]): Namesakes[] {
  const byName = new Map<string, Map<string, string[]>>();
  for (const row of rows)
    for (const owner of row.owners) {
      const people = byName.get(owner.name) ?? new Map<string, string[]>();
      people.set(owner.id, [...(people.get(owner.id) ?? []), row.roomNo]);
      byName.set(owner.name, people);
    }
  return [...byName]
    .filter(([, people]) => people.size > 1)
    .map(([name, people]) => ({ name, roomNos: [...people.values()].flat() }));
}
