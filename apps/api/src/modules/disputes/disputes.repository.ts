import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';

/** A dispute with the words to show it by. */
export interface DisputeRow {
  id: string;
  householdId: string;
  place: string;
  roomNo: string;
  reason: string;
  openedAt: Date;
  openedByName: string;
  settledAt: Date | null;
  settledByName: string | null;
  settlement: string | null;
}

interface DisputeFilter {
  id?: string;
  /** The last dispute of the page before. */
  after?: string;
  limit: number;
  estateId?: string;
  householdId?: string;
  state?: 'open' | 'settled';
}

/** Disputes within a remit, the open ones first, then newest first; both halves by an index of their own. */
export async function disputesWithin(
  tx: EntityManager,
  remit: Remit,
  { id, estateId, householdId, state, after, limit }: DisputeFilter,
): Promise<DisputeRow[]> {
  const params: unknown[] = [id ?? null, estateId ?? null, householdId ?? null, after ?? null, limit];
  const within = remitCondition(remit, { estate: 'at' }, params);
  // OFFSET 0 has the place looked up dispute by dispute: there are far fewer of them than households in a remit.
  const half = (isOpen: boolean) => `(
    SELECT d.*, at.place, at.room_no FROM disputes d
     CROSS JOIN LATERAL (
       SELECT e.id AS estate_id, e.town, e.neighbourhood, concat_ws(' ', e.name, b.name, w.name) AS place, h.room_no
         FROM households h
         JOIN stairwells w ON w.id = h.stairwell_id
         JOIN buildings b ON b.id = w.building_id
         JOIN estates e ON e.id = w.estate_id
        WHERE h.id = d.household_id OFFSET 0) at
     WHERE d.settled_at IS ${isOpen ? '' : 'NOT'} NULL
       AND ($1::uuid IS NULL OR d.id = $1)
       AND ($2::uuid IS NULL OR at.estate_id = $2)
       AND ($3::uuid IS NULL OR d.household_id = $3)
       AND ($4::uuid IS NULL OR (${isOpen ? 'TRUE' : 'FALSE'}, d.opened_at, d.id) <
            (SELECT last.settled_at IS NULL, last.opened_at, last.id FROM disputes last WHERE last.id = $4))
       AND ${within}
     ORDER BY d.opened_at DESC, d.id DESC
     LIMIT $5)`;
  const halves = state === undefined ? [half(true), half(false)] : [half(state === 'open')];
  return tx.query(
    `SELECT d.id, d.household_id AS "householdId", d.place, d.room_no AS "roomNo", d.reason,
            d.opened_at AS "openedAt", opener.display_name AS "openedByName", d.settled_at AS "settledAt",
            settler.display_name AS "settledByName", d.settlement
       FROM (${halves.join(' UNION ALL ')}) d
       JOIN accounts opener ON opener.id = d.opened_by
       LEFT JOIN accounts settler ON settler.id = d.settled_by
      ORDER BY d.settled_at IS NOT NULL, d.opened_at DESC, d.id DESC
      LIMIT $5`,
    params,
  );
}

/** Freezes the household's ballot, or lets it go: what casting reads. Repeats what the disputes say and nothing else. */
export async function freezeBallot(tx: EntityManager, householdId: string, since: Date | null): Promise<void> {
  await tx.query('UPDATE households SET ballot_frozen_at = $2 WHERE id = $1', [householdId, since]);
}
