import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { RollAccess } from '../roll';
import { bindingRefusals } from './bindings.refusals';
import { BindingsRepository } from './bindings.repository';
import type { OfficeBindingDto } from './dto/office-binding.dto';
import { OfficeBindings } from './office-bindings';

/** Says until when a binding holds: a guardianship ends, a lease runs out. An expired one may be prolonged. */
@Injectable()
export class SetBindingExpiry {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingsRepository,
    private readonly office: OfficeBindings,
    private readonly roll: RollAccess,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @param expiresOn the last day on which it holds; null: until it is ended
   * @throws binding_unknown (404) outside the officer's remit too; binding_over (409) unless it was approved;
   *   expiry_in_the_past (422)
   */
  async execute(actor: Actor, id: string, expiresOn: string | null): Promise<OfficeBindingDto> {
    if (expiresOn !== null && expiresOn < this.clock.today()) throw bindingRefusals.expiry_in_the_past();
    return this.transactions.run(async (tx) => {
      const binding = await this.bindings.lock(tx, id);
      if (!binding) throw bindingRefusals.binding_unknown();
      await this.roll.assertHousehold(tx, actor, binding.householdId, bindingRefusals.binding_unknown);
      if (binding.state !== 'approved') throw bindingRefusals.binding_over();
      await this.bindings.change(tx, id, { expiresOn });
      await this.audit.record(tx, {
        actor,
        action: 'binding.set_expiry',
        subjectKind: 'binding',
        subjectId: id,
        householdId: binding.householdId,
        detail: { householdId: binding.householdId, before: binding.expiresOn, after: expiresOn },
      });
      return this.office.one(tx, id);
    });
  }
}
