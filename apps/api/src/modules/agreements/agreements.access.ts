import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import { RollAccess, type Reach } from '../roll';

/** Which signatures the office's people may look at: those that stand under a ballot or a form of their estates. */
@Injectable()
export class AgreementsAccess {
  constructor(private readonly access: RollAccess) {}

  /** @throws not_found (404), also for a signature under nothing that is in reach */
  async assertMaySee(tx: EntityManager, actor: Reach, signatureId: string): Promise<void> {
    const rows: { householdId: string }[] = await tx.query(
      `SELECT household_id AS "householdId" FROM ballots WHERE signature_id = $1
        UNION SELECT household_id FROM consent_forms WHERE signature_id = $1`,
      [signatureId],
    );
    const [signed] = rows;
    if (!signed) throw common.not_found();
    await this.access.assertHousehold(tx, actor, signed.householdId, () => common.not_found());
  }
}
