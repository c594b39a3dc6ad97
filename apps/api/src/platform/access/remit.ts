import type { Remit } from './actor';

/** The aliases under which a query knows the tables a remit speaks of. */
export interface Reached {
  /** Alias of `estates`. */
  estate: string;
  /** Alias of `stairwells`; without it a remit over single stairwells reaches nothing. */
  stairwell?: string;
}

/**
 * The one way a remit becomes SQL: a condition that is true for the rows it reaches. Its values are added to `params`,
 * so the statement must be put together in the order the parameters are pushed.
 * @example const params: unknown[] = [id];
 *   tx.query(`SELECT … FROM estates e WHERE e.id = $1 AND ${remitCondition(actor.remit, { estate: 'e' }, params)}`, params)
 */
export function remitCondition(remit: Remit, { estate, stairwell }: Reached, params: unknown[]): string {
  if (remit.everywhere) return 'TRUE';
  const value = (item: unknown): string => `$${params.push(item)}`;
  const ways: string[] = [];
  if (remit.towns.length > 0) ways.push(`${estate}.town = ANY(${value(remit.towns)}::text[])`);
  for (const { town, neighbourhood } of remit.neighbourhoods) {
    ways.push(`(${estate}.town = ${value(town)} AND ${estate}.neighbourhood = ${value(neighbourhood)})`);
  }
  if (stairwell !== undefined && remit.stairwellIds.length > 0) {
    ways.push(`${stairwell}.id = ANY(${value(remit.stairwellIds)}::uuid[])`);
  }
  return ways.length === 0 ? 'FALSE' : `(${ways.join(' OR ')})`;
}
