import { Injectable } from '@nestjs/common';
import { remitCondition, type Actor } from '../../../platform/access';
import { Unmasking, type UnmaskedPhoneDto } from '../../../platform/privacy';

/** Shows an officer the whole telephone of someone on the roll. Everywhere else it is masked. */
@Injectable()
export class UnmaskPhone {
  constructor(private readonly unmasking: Unmasking) {}

  /** @throws not_found (404) for an owner outside the officer's remit; no_phone_recorded (404); too_many_requests (429) */
  ofOwner(actor: Actor, ownerId: string, reason: string): Promise<UnmaskedPhoneDto> {
    return this.unmasking.reveal(actor, reason, async (tx) => {
      const params: unknown[] = [ownerId];
      const rows: { sealed: Buffer | null; estateId: string }[] = await tx.query(
        `SELECT o.phone_sealed AS sealed, o.estate_id AS "estateId"
           FROM owners o JOIN estates e ON e.id = o.estate_id
          WHERE o.id = $1 AND ${remitCondition(actor.remit, { estate: 'e' }, params)}`,
        params,
      );
      return rows[0] ? { column: 'owners.phone', rowId: ownerId, subjectKind: 'owner', ...rows[0] } : null;
    });
  }

  /** The tenant of a public flat. @throws as `ofOwner`, by household */
  ofTenant(actor: Actor, householdId: string, reason: string): Promise<UnmaskedPhoneDto> {
    return this.unmasking.reveal(actor, reason, async (tx) => {
      const params: unknown[] = [householdId];
      const rows: { sealed: Buffer | null; estateId: string }[] = await tx.query(
        `SELECT t.phone_sealed AS sealed, e.id AS "estateId"
           FROM public_housing_tenants t
           JOIN households h ON h.id = t.household_id
           JOIN stairwells w ON w.id = h.stairwell_id
           JOIN estates e ON e.id = w.estate_id
          WHERE t.household_id = $1 AND ${remitCondition(actor.remit, { estate: 'e', stairwell: 'w' }, params)}`,
        params,
      );
      return rows[0]
        ? { column: 'public_housing_tenants.phone', rowId: householdId, subjectKind: 'household', ...rows[0] }
        : null;
    });
  }
}
