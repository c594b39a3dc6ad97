/** A JSON value and where it stands: `body.remits.0.town`. */
export type Leaf = [where: string, value: unknown];

/** Everything that is neither object nor list, with where it stands. */
export function leavesOf(value: unknown, where = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[where, value]];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, where ? `${where}.${name}` : name));
}

/** What stands there, or undefined. */
export function valueAt(value: unknown, where: string): unknown {
  return where.split('.').reduce((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
}

/** A copy in which something else stands there. */
export function replacedAt<T>(value: T, where: string, by: unknown): T {
  const copy = structuredClone(value);
  const names = where.split('.');
  const last = names.pop()!;
  const parent = names.length === 0 ? copy : valueAt(copy, names.join('.'));
  (parent as Record<string, unknown>)[last] = by;
  return copy;
}
