import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { phonesMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { RollAccess } from '../roll';
import { lockRoundsAsking } from '../rounds';
import { Dispute } from './dispute.entity';
import { disputesWithin, freezeBallot, type DisputeRow } from './disputes.repository';
import { disputeRefusals } from './disputes.refusals';
import type { DisputeDto, DisputesPageDto, ListDisputesQuery, OpenDisputeInput } from './dto/dispute.dto';

const USUAL_LIMIT = 50;

/**
 * Disputes about who speaks for a household. An open one freezes the ballot, not the person: nobody casts for the
 * household by any channel, what counted before goes on counting, and everybody may still read what they could.
 */
@Injectable()
export class KeepDisputes {
  constructor(
    private readonly transactions: Transactions,
    private readonly roll: RollAccess,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a dispute; safe to repeat. Waits for a ballot that is being cast; none is cast after it.
   * @throws roll_household_unknown (404) outside the officer's remit too; dispute_open (409); id_reused (422)
   */
  async open(actor: Actor, householdId: string, { id, reason }: OpenDisputeInput): Promise<DisputeDto> {
    return this.transactions.run(async (tx) => {
      await this.roll.assertHousehold(tx, actor, householdId);
      await lockRoundsAsking(tx, householdId);
      const known = await tx.findOneBy(Dispute, { id });
      if (known) {
        const isSame = known.householdId === householdId && known.reason === reason;
        if (!isSame || known.openedBy !== actor.accountId) throw common.id_reused();
        return this.one(tx, actor, id);
      }
      const openedAt = this.clock.now();
      await tx.insert(Dispute, { id, householdId, reason, openedBy: actor.accountId, openedAt });
      await freezeBallot(tx, householdId, openedAt);
      await this.note(tx, actor, 'dispute.open', { id, householdId, reason });
      return this.one(tx, actor, id);
    });
  }

  /**
   * Says how it ended; the household may vote again. Settling the same dispute with the same words is safe to repeat.
   * @throws dispute_unknown (404) outside the officer's remit too; dispute_settled (409)
   */
  async settle(actor: Actor, id: string, settlement: string): Promise<DisputeDto> {
    return this.transactions.run(async (tx) => {
      const dispute = await tx.findOne(Dispute, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!dispute || (await disputesWithin(tx, actor.remit, { id, limit: 1 })).length === 0) {
        throw disputeRefusals.dispute_unknown();
      }
      const { householdId } = dispute;
      if (dispute.settledAt !== null) {
        const isRepeated = dispute.settlement === settlement && dispute.settledBy === actor.accountId;
        if (!isRepeated) throw disputeRefusals.dispute_settled();
        return this.one(tx, actor, id);
      }
      const settledAt = this.clock.now();
      await tx.update(Dispute, { id }, { settlement, settledBy: actor.accountId, settledAt });
      await freezeBallot(tx, householdId, null);
      await this.note(tx, actor, 'dispute.settle', { id, householdId, reason: settlement });
      return this.one(tx, actor, id);
    });
  }

  /** One page of the disputes within the reader's remit, the open ones first. */
  async list(actor: Actor, query: ListDisputesQuery): Promise<DisputesPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await this.transactions.read((tx) => disputesWithin(tx, actor.remit, { ...filter, limit: limit + 1 }));
    const disputes = rows.slice(0, limit).map(present);
    return { disputes, next: rows.length > limit ? disputes.at(-1)!.id : null };
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    action: 'dispute.open' | 'dispute.settle',
    { id, householdId, reason }: { id: string; householdId: string; reason: string },
  ): Promise<void> {
    const subject = { subjectKind: 'dispute', subjectId: id, householdId };
    await this.audit.record(tx, { actor, action, ...subject, detail: { householdId, reason: phonesMasked(reason) } });
  }

  private async one(tx: EntityManager, { remit }: Actor, id: string): Promise<DisputeDto> {
    const [row] = await disputesWithin(tx, remit, { id, limit: 1 });
    if (!row) throw disputeRefusals.dispute_unknown();
    return present(row);
  }
}

const present = (row: DisputeRow): DisputeDto => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  settledAt: row.settledAt?.toISOString() ?? null,
});
