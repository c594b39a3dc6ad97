import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { rollRefusals } from './roll.refusals';

/** Which doors a volunteer may knock at: those of the stairwells assigned to them, until the day that is written there. */
@Injectable()
export class VolunteerAccess {
  constructor(private readonly clock: Clock) {}

  /**
   * @param stairwellId undefined when there is no such door, which is answered the same: nobody finds out what there is
   * @throws not_assigned (403) unless the stairwell is assigned to this account today
   */
  async assertAssigned(tx: EntityManager, accountId: string, stairwellId: string | undefined): Promise<void> {
    if (stairwellId === undefined || !(await this.assignedStairwellIds(tx, accountId)).includes(stairwellId))
      throw rollRefusals.not_assigned();
  }

  /** Is the household's stairwell assigned to this account today? */
  async isAssignedToHousehold(tx: EntityManager, accountId: string, householdId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM households h JOIN volunteer_assignments a ON a.stairwell_id = h.stairwell_id
        WHERE h.id = $1 AND a.account_id = $2 AND a.expires_on >= $3`,
      [householdId, accountId, this.clock.today()],
    );
    return rows.length > 0;
  }

  /** The stairwells assigned to this account today. */
  async assignedStairwellIds(tx: EntityManager, accountId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT stairwell_id AS id FROM volunteer_assignments WHERE account_id = $1 AND expires_on >= $2`,
      [accountId, this.clock.today()],
    );
    return rows.map(({ id }) => id);
  }
}
