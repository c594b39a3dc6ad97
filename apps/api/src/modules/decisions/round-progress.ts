import type { Decision } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { doorBallotStates, type AskedDoor, type DoorBallotState, type PivotSets } from './facts.repository';
import { standingFor } from './standing';
import { Tallies } from './tallies';

/**
 * The round that concerns a stairwell now (a table expression with its id): the one opened last among those whose scope
 * is the stairwell, its building or its estate. Drafts and void rounds concern nobody.
 * @param stairwell alias of `stairwells`
 */
export const latestRoundOf = (stairwell: string): string => `(
  SELECT r.id FROM consultation_rounds r
   WHERE r.scope_id IN (${stairwell}.id, ${stairwell}.building_id, ${stairwell}.estate_id)
     AND r.state NOT IN ('draft', 'void')
   ORDER BY r.opened_at DESC, r.id LIMIT 1)`;

/** The round that concerns a stairwell now. */
export interface RunningRound {
  id: string;
  state: 'open' | 'closed' | 'announced' | 'settled';
  title: string;
  closesAt: Date;
}

/** How far a round has come, for volunteers and officers. Never what a door has chosen. */
@Injectable()
export class RoundProgress {
  constructor(private readonly tallies: Tallies) {}

  /** By stairwell: its round; a stairwell without one is not in the map. */
  async runningRoundOf(tx: EntityManager, stairwellIds: readonly string[]): Promise<Map<string, RunningRound>> {
    const rows: (RunningRound & { stairwellId: string })[] = await tx.query(
      `SELECT w.id AS "stairwellId", r.id, r.state, m.title, r.closes_at AS "closesAt"
         FROM stairwells w
        CROSS JOIN LATERAL ${latestRoundOf('w')} latest
         JOIN consultation_rounds r ON r.id = latest.id
         JOIN motions m ON m.round_id = r.id
        WHERE w.id = ANY($1)`,
      [stairwellIds],
    );
    return new Map(rows.map(({ stairwellId, ...round }) => [stairwellId, round]));
  }

  /** By household: whether its ballot counts, waits for a reviewer or was returned; doors without a ballot are not in it. */
  async ballotStatesOf(tx: EntityManager, doors: readonly AskedDoor[]): Promise<Map<string, DoorBallotState>> {
    return doorBallotStates(tx, doors);
  }

  /**
   * What is still missing, and the smallest sets of doors that would bring it, as far as the round's ruleset lets the
   * volunteers of its stairwells know. Null for a round never opened.
   */
  async distanceOf(
    tx: EntityManager,
    roundId: string,
  ): Promise<{ decision: Decision | null; pivotDoors: PivotSets | null } | null> {
    const stored = (await this.tallies.stored(tx, [roundId])).get(roundId);
    if (!stored) return null;
    const { decision, namesPivotDoors } = standingFor('volunteers', stored, stored);
    return { decision, pivotDoors: namesPivotDoors ? await this.tallies.pivotDoors(tx, roundId) : null };
  }
}
