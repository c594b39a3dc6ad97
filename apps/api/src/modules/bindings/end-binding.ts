import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { phonesMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { RollAccess, voidSlip } from '../roll';
import { lockRoundsAsking } from '../rounds';
import { BindingQueue } from './binding-queue';
import type { Binding } from './binding.entity';
import type { EndCause } from './binding.types';
import { bindingRefusals } from './bindings.refusals';
import { BindingsRepository } from './bindings.repository';
import type { OfficeBindingDto } from './dto/office-binding.dto';
import { OfficeBindings } from './office-bindings';

/**
 * Ends bindings. Whoever was bound is a stranger to the household from the next request on: the ending waits for a
 * ballot that is being cast and no ballot is cast after it.
 */
@Injectable()
export class EndBinding {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingsRepository,
    private readonly office: OfficeBindings,
    private readonly queue: BindingQueue,
    private readonly roll: RollAccess,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ends one's own binding; safe to repeat. @throws binding_unknown (404) for someone else's */
  async own(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const binding = await this.lock(tx, id);
      if (binding?.accountId !== actor.accountId) throw bindingRefusals.binding_unknown();
      if (binding.state !== 'ended') await this.end(tx, actor, binding, 'self', '');
    });
  }

  /** The account is being closed: every binding it still has is over. */
  async allOwn(tx: EntityManager, actor: Actor): Promise<void> {
    for (const id of await this.bindings.idsOf(tx, actor.accountId)) {
      const binding = await this.lock(tx, id);
      if (binding && binding.state !== 'ended') await this.end(tx, actor, binding, 'self', '');
    }
  }

  /**
   * Ends someone's binding. One made by slip takes the slip with it, else the drawer would open the door again.
   * @throws binding_unknown (404) outside the officer's remit too; binding_over (409)
   */
  async byOffice(actor: Actor, id: string, reason: string): Promise<OfficeBindingDto> {
    return this.transactions.run(async (tx) => {
      const binding = await this.lock(tx, id);
      if (!binding) throw bindingRefusals.binding_unknown();
      await this.roll.assertHousehold(tx, actor, binding.householdId, bindingRefusals.binding_unknown);
      if (binding.state === 'ended') throw bindingRefusals.binding_over();
      await this.end(tx, actor, binding, 'office', reason);
      if (binding.method === 'slip') await voidSlip(tx, binding.householdId);
      return this.office.one(tx, id);
    });
  }

  /**
   * A household has changed hands: whoever belonged to it through its former owners does so no more. Tenants stay. The
   * caller holds the rounds that ask the household (`lockRoundsAsking`).
   * @returns how many were ended
   */
  async ofFormerOwners(tx: EntityManager, actor: Actor, householdId: string): Promise<number> {
    await this.bindings.lockHousehold(tx, householdId);
    const bindings = await this.bindings.lockThoseOfOwners(tx, householdId);
    for (const binding of bindings) await this.end(tx, actor, binding, 'title_transfer', '');
    return bindings.length;
  }

  private async lock(tx: EntityManager, id: string): Promise<Binding | null> {
    const binding = await this.bindings.findById(tx, id);
    if (!binding) return null;
    await lockRoundsAsking(tx, binding.householdId);
    return this.bindings.lock(tx, id);
  }

  private async end(
    tx: EntityManager,
    actor: Actor,
    binding: Binding,
    endCause: EndCause,
    endReason: string,
  ): Promise<void> {
    const { id, householdId, relation } = binding;
    const ending = { endedAt: this.clock.now(), endedBy: actor.accountId, endCause, endReason };
    await this.bindings.end(tx, id, ending);
    await this.queue.leave(tx, id);
    await this.audit.record(tx, {
      actor,
      action: 'binding.end',
      subjectKind: 'binding',
      subjectId: id,
      householdId,
      detail: { householdId, relation, cause: endCause, ...(endReason ? { reason: phonesMasked(endReason) } : {}) },
    });
  }
}
