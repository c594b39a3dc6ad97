import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { Accounts } from '../accounts';
import { Submissions } from '../reviews';
import type { HouseholdPlace } from '../roll';
import { BindingProof } from './binding-proof';
import type { Binding } from './binding.entity';
import { presentBinding } from './bindings.presenter';
import { bindingRefusals } from './bindings.refusals';
import { BindingsRepository } from './bindings.repository';
import type { BindingDto, CreateBindingInput } from './dto/binding.dto';

/**
 * Binds the signed-in person to a household: at once by the office's slip or by the phone on the roll, or after the
 * office has looked at papers. A returned or ended binding is taken up again under its first id.
 */
@Injectable()
export class CreateBinding {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingsRepository,
    private readonly accounts: Accounts,
    private readonly proof: BindingProof,
    private readonly submissions: Submissions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws household_unknown 404, pin_missing 400, wrong_pin 401, slip_locked 429, phone_missing and
   * phone_not_on_roll 403, already_bound and binding_pending 409, id_reused 422
   */
  async execute(actor: Actor, input: CreateBindingInput): Promise<BindingDto> {
    const place = await this.transactions.read((tx) => this.proof.placeOf(tx, input));
    const repeated = await this.transactions.read((tx) => this.repeated(tx, actor, input, place));
    if (repeated) return presentBinding(repeated, place);
    // Outside the transaction that binds: a wrong PIN must stay counted when the binding is rolled back.
    await this.transactions.read((tx) => this.proof.assertShown(tx, actor.accountId, place.householdId, input));
    return this.transactions.run(async (tx) => {
      await this.bindings.lockHousehold(tx, place.householdId);
      const binding = (await this.repeated(tx, actor, input, place)) ?? (await this.bind(tx, actor, input, place));
      return presentBinding(binding, place);
    });
  }

  /** The same request again gives the same answer; the same id for something else is refused. */
  private async repeated(
    tx: EntityManager,
    actor: Actor,
    input: CreateBindingInput,
    place: HouseholdPlace,
  ): Promise<Binding | null> {
    const known = await this.bindings.findById(tx, input.id);
    if (!known) return null;
    const isSame =
      known.accountId === actor.accountId &&
      known.householdId === place.householdId &&
      known.relation === input.relation &&
      known.method === input.method &&
      known.statedName === input.statedName;
    if (!isSame) throw common.id_reused();
    return known.state === 'pending' || known.state === 'approved' ? known : null;
  }

  private async bind(
    tx: EntityManager,
    actor: Actor,
    input: CreateBindingInput,
    place: HouseholdPlace,
  ): Promise<Binding> {
    const earlier = await this.bindings.findOf(tx, actor.accountId, place.householdId);
    if (earlier?.state === 'approved') throw bindingRefusals.already_bound();
    if (earlier?.state === 'pending') throw bindingRefusals.binding_pending();
    const now = this.clock.now();
    const isChecked = input.method !== 'office_check';
    const binding: Binding = {
      id: earlier?.id ?? input.id,
      accountId: actor.accountId,
      householdId: place.householdId,
      relation: input.relation,
      method: input.method,
      state: isChecked ? 'approved' : 'pending',
      statedName: input.statedName,
      createdAt: earlier?.createdAt ?? now,
      decidedAt: isChecked ? now : null,
    };
    if (earlier) await this.bindings.change(tx, earlier.id, binding);
    else await this.bindings.add(tx, binding);
    if (isChecked) await this.accounts.giveName(tx, actor.accountId, input.statedName);
    else await this.queue(tx, actor, binding, place, earlier);
    await this.audit.record(tx, {
      actor,
      action: isChecked ? 'binding.create' : 'binding.submit',
      subjectKind: 'binding',
      subjectId: binding.id,
      detail: { householdId: place.householdId, relation: input.relation, method: input.method },
    });
    return binding;
  }

  private async queue(
    tx: EntityManager,
    actor: Actor,
    binding: Binding,
    { estateId, householdId }: HouseholdPlace,
    earlier: Binding | null,
  ): Promise<void> {
    const bindingId = binding.id;
    if (earlier?.state === 'returned') await this.submissions.resubmit(tx, { bindingId });
    else
      await this.submissions.submit(tx, {
        kind: 'binding',
        estateId,
        householdId,
        bindingId,
        submittedBy: actor.accountId,
      });
  }
}
