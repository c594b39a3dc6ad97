import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { remitCondition, type Actor, type Neighbourhood } from '../../platform/access';
import { common, type Refusal } from '../../platform/errors';
import { rollRefusals } from './roll.refusals';

/** All that is needed of an actor to know where they have a say. */
export type Reach = Pick<Actor, 'remit'>;

/** Where something on the roll is. */
export interface RollPlace {
  estateId: string;
  stairwellId: string;
}

/**
 * Which rows of the roll the office's people reach: those in their remit. Anything else does not exist for them, so the
 * answer is the 404 of something unknown. Every module asks here about estates, stairwells and households.
 */
@Injectable()
export class RollAccess {
  /** Whether an estate lies in the actor's remit. */
  async reachesEstate(tx: EntityManager, { remit }: Reach, estateId: string): Promise<boolean> {
    const params: unknown[] = [estateId];
    const condition = remitCondition(remit, { estate: 'e' }, params);
    const rows: unknown[] = await tx.query(`SELECT 1 FROM estates e WHERE e.id = $1 AND ${condition}`, params);
    return rows.length > 0;
  }

  /** @throws what `refuse` says, not_found (404) unless given */
  async assertEstate(
    tx: EntityManager,
    actor: Reach,
    estateId: string,
    refuse: () => Refusal = () => common.not_found(),
  ): Promise<void> {
    if (!(await this.reachesEstate(tx, actor, estateId))) throw refuse();
  }

  /** The estate of a stairwell. @throws stairwell_unknown (404) */
  async assertStairwell(tx: EntityManager, { remit }: Reach, stairwellId: string): Promise<RollPlace> {
    const params: unknown[] = [stairwellId];
    const condition = remitCondition(remit, { estate: 'e' }, params);
    const rows: RollPlace[] = await tx.query(
      `SELECT e.id AS "estateId", w.id AS "stairwellId"
         FROM stairwells w JOIN estates e ON e.id = w.estate_id WHERE w.id = $1 AND ${condition}`,
      params,
    );
    if (!rows[0]) throw rollRefusals.stairwell_unknown();
    return rows[0];
  }

  /** The estate and stairwell of a household. @throws roll_household_unknown (404), or what `refuse` says */
  async assertHousehold(
    tx: EntityManager,
    { remit }: Reach,
    householdId: string,
    refuse: () => Refusal = () => rollRefusals.roll_household_unknown(),
  ): Promise<RollPlace> {
    const params: unknown[] = [householdId];
    const condition = remitCondition(remit, { estate: 'e' }, params);
    const rows: RollPlace[] = await tx.query(
      `SELECT e.id AS "estateId", w.id AS "stairwellId"
         FROM households h JOIN stairwells w ON w.id = h.stairwell_id JOIN estates e ON e.id = w.estate_id
        WHERE h.id = $1 AND ${condition}`,
      params,
    );
    if (!rows[0]) throw refuse();
    return rows[0];
  }

  /** Of these stairwells, those in the actor's remit. */
  async stairwellsReached(tx: EntityManager, { remit }: Reach, stairwellIds: readonly string[]): Promise<Set<string>> {
    const params: unknown[] = [stairwellIds];
    const condition = remitCondition(remit, { estate: 'e' }, params);
    const rows: { id: string }[] = await tx.query(
      `SELECT w.id FROM stairwells w JOIN estates e ON e.id = w.estate_id WHERE w.id = ANY($1) AND ${condition}`,
      params,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Insists that a roll is imported where the officer has a say; the command line (null) may everywhere.
   * @throws import_elsewhere (403): the place is in the officer's own form, so there is nothing to hide
   */
  assertMayImport(actor: Reach | null, place: Neighbourhood): void {
    if (actor && !reachesPlace(actor, place)) throw rollRefusals.import_elsewhere();
  }
}

/** Whether a neighbourhood, known or not yet known to the roll, lies in the actor's remit. */
export function reachesPlace({ remit }: Reach, { town, neighbourhood }: Neighbourhood): boolean {
  return (
    remit.everywhere ||
    remit.towns.includes(town) ||
    remit.neighbourhoods.some((own) => own.town === town && own.neighbourhood === neighbourhood)
  );
}
