import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access';
import { Audit } from '../audit';
import { common } from '../errors';
import { Limits } from '../limits';
import { Transactions } from '../transaction';
import { Vault, type PhoneColumn } from '../vault';
import { phonesMasked } from './mask';
import { privacyRefusals } from './privacy.refusals';
import type { UnmaskedPhoneDto } from './unmask.dto';

/** A telephone as its row holds it, and whose it is. */
export interface SealedPhoneRow {
  column: PhoneColumn;
  rowId: string;
  sealed: Buffer | null;
  subjectKind: 'owner' | 'household' | 'account';
  /** Null for someone who belongs to no one estate. */
  estateId: string | null;
}

/**
 * The only way somebody else’s whole telephone number leaves the API: to someone whose remit reaches the row, for a reason, so many
 * an hour, and never without a line in the audit log that says who looked and why, but not what they saw.
 */
@Injectable()
export class Unmasking {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly vault: Vault,
    private readonly audit: Audit,
  ) {}

  /**
   * @param find reads the row within the actor's remit; null when there is none
   * @throws too_many_requests (429), not_found, no_phone_recorded (404)
   */
  async reveal(
    actor: Actor,
    reason: string,
    find: (tx: EntityManager) => Promise<SealedPhoneRow | null>,
  ): Promise<UnmaskedPhoneDto> {
    await this.limits.spend('unmaskAccount', actor.accountId);
    return this.transactions.run(async (tx) => {
      const row = await find(tx);
      if (!row) throw common.not_found();
      const phone = this.vault.openPhone(row.column, row.rowId, row.sealed);
      if (phone === null) throw privacyRefusals.no_phone_recorded();
      await this.audit.record(tx, {
        actor,
        action: 'phone.unmask',
        subjectKind: row.subjectKind,
        subjectId: row.rowId,
        estateId: row.estateId,
        detail: { reason: phonesMasked(reason) },
      });
      return { phone };
    });
  }
}
