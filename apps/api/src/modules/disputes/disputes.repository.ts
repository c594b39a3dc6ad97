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
  estateId?: string;
  householdId?: string;
  state?: 'open' | 'settled';
}

/** Disputes within a remit, the open ones first, then newest first; 500 at most. */
export async function disputesWithin(
  tx: EntityManager,
  remit: Remit,
  { id, estateId, householdId, state }: DisputeFilter,
): Promise<DisputeRow[]> {
  const params: unknown[] = [id ?? null, estateId ?? null, state ?? null, householdId ?? null];
  const reached = remitCondition(remit, { estate: 'e', stairwell: 'w' }, params);
  return tx.query(
    `SELECT d.id, d.household_id AS "householdId", concat_ws(' ', e.name, b.name, w.name) AS place,
            h.room_no AS "roomNo", d.reason, d.opened_at AS "openedAt", opener.display_name AS "openedByName",
            d.settled_at AS "settledAt", settler.display_name AS "settledByName", d.settlement
       FROM disputes d
       JOIN households h ON h.id = d.household_id
       JOIN stairwells w ON w.id = h.stairwell_id
       JOIN buildings b ON b.id = w.building_id
       JOIN estates e ON e.id = w.estate_id
       JOIN accounts opener ON opener.id = d.opened_by
       LEFT JOIN accounts settler ON settler.id = d.settled_by
      WHERE ${reached}
        AND ($1::uuid IS NULL OR d.id = $1)
        AND ($2::uuid IS NULL OR e.id = $2)
        AND ($4::uuid IS NULL OR d.household_id = $4)
        AND ($3::text IS NULL OR (d.settled_at IS NULL) = ($3 = 'open'))
      ORDER BY d.settled_at IS NOT NULL, d.opened_at DESC, d.id
      LIMIT 500`,
    params,
  );
}

/** Freezes the household's ballot, or lets it go: what casting reads. Repeats what the disputes say and nothing else. */
export async function freezeBallot(tx: EntityManager, householdId: string, since: Date | null): Promise<void> {
  await tx.query('UPDATE households SET ballot_frozen_at = $2 WHERE id = $1', [householdId, since]);
}
