import { Injectable } from '@nestjs/common';
import { remitCondition, type Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { Unmasking, type UnmaskedPhoneDto } from '../../platform/privacy';

/**
 * Shows an officer the whole telephone of someone who works for the office's neighbourhood: a volunteer with a stairwell
 * there, or a colleague. A resident's own number is nobody's business here.
 */
@Injectable()
export class UnmaskPersonPhone {
  constructor(
    private readonly unmasking: Unmasking,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found (404) for anyone else; no_phone_recorded (404); too_many_requests (429) */
  execute(actor: Actor, accountId: string, reason: string): Promise<UnmaskedPhoneDto> {
    return this.unmasking.reveal(actor, reason, async (tx) => {
      const params: unknown[] = [accountId, this.clock.today()];
      const reached = remitCondition(actor.remit, { estate: 'e', stairwell: 'w' }, params);
      const rows: { sealed: Buffer | null }[] = await tx.query(
        `SELECT a.phone_sealed AS sealed
           FROM accounts a
          WHERE a.id = $1
            AND (EXISTS (SELECT FROM volunteer_assignments v
                           JOIN stairwells w ON w.id = v.stairwell_id
                           JOIN estates e ON e.id = w.estate_id
                          WHERE v.account_id = a.id AND v.expires_on >= $2 AND ${reached})
              OR EXISTS (SELECT FROM remits r
                           LEFT JOIN stairwells w ON w.id = r.stairwell_id
                           JOIN estates e ON e.id = w.estate_id
                             OR (e.town = r.town AND (r.neighbourhood IS NULL OR e.neighbourhood = r.neighbourhood))
                          WHERE r.account_id = a.id AND r.revoked_at IS NULL
                            AND (r.expires_on IS NULL OR r.expires_on >= $2) AND ${reached}))`,
        params,
      );
      return rows[0]
        ? { column: 'accounts.phone', rowId: accountId, subjectKind: 'account', estateId: null, ...rows[0] }
        : null;
    });
  }
}
