import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterestReason, Stance } from './expression-of-interest.entity';

/** A household's latest word before any round. */
export interface LatestInterest {
  stance: Stance;
  reasons: InterestReason[];
  receivedAt: Date;
}

/** What other modules may ask about interest. */
@Injectable()
export class InterestLookup {
  /** By household; households that said nothing are missing from the map. */
  async latestOf(tx: EntityManager, householdIds: readonly string[]): Promise<Map<string, LatestInterest>> {
    if (householdIds.length === 0) return new Map();
    const rows: (LatestInterest & { householdId: string })[] = await tx.query(
      `SELECT DISTINCT ON (household_id) household_id AS "householdId", stance, reasons, received_at AS "receivedAt"
         FROM expressions_of_interest WHERE household_id = ANY($1)
        ORDER BY household_id, received_at DESC, id`,
      [householdIds],
    );
    return new Map(rows.map(({ householdId, ...latest }) => [householdId, latest]));
  }

  /** By stairwell: how many households have said what they think; stairwells with none are missing from the map. */
  async registeredCount(tx: EntityManager, stairwellIds: readonly string[]): Promise<Map<string, number>> {
    if (stairwellIds.length === 0) return new Map();
    const rows: { stairwellId: string; count: number }[] = await tx.query(
      `SELECT h.stairwell_id AS "stairwellId", (count(DISTINCT h.id))::int AS count
         FROM expressions_of_interest x JOIN households h ON h.id = x.household_id
        WHERE h.stairwell_id = ANY($1) GROUP BY h.stairwell_id`,
      [stairwellIds],
    );
    return new Map(rows.map(({ stairwellId, count }) => [stairwellId, count]));
  }
}
