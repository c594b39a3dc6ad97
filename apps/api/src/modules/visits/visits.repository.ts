import type { EntityManager } from 'typeorm';
import type { VisitOutcome } from './visit.entity';

export interface LastVisitRow {
  householdId: string;
  outcome: VisitOutcome;
  note: string;
  revisitOn: string | null;
  visitedAt: Date;
}

/** By household, the visit made last by the tablets' clocks. */
export async function lastVisitsOf(tx: EntityManager, stairwellId: string): Promise<Map<string, LastVisitRow>> {
  const rows: LastVisitRow[] = await tx.query(
    `SELECT DISTINCT ON (v.household_id) v.household_id AS "householdId", v.outcome, v.note, v.revisit_on AS "revisitOn",
            v.visited_at AS "visitedAt"
       FROM visits v JOIN households h ON h.id = v.household_id
      WHERE h.stairwell_id = $1
      ORDER BY v.household_id, v.visited_at DESC, v.received_at DESC, v.id`,
    [stairwellId],
  );
  return new Map(rows.map((row) => [row.householdId, row]));
}

/** By stairwell: every household of it and whether anyone has been there. */
export async function doorsVisited(
  tx: EntityManager,
  stairwellIds: readonly string[],
): Promise<{ stairwellId: string; householdId: string; isVisited: boolean }[]> {
  return tx.query(
    `SELECT h.stairwell_id AS "stairwellId", h.id AS "householdId",
            EXISTS (SELECT 1 FROM visits v WHERE v.household_id = h.id) AS "isVisited"
       FROM households h WHERE h.stairwell_id = ANY($1)`,
    [stairwellIds],
  );
}
