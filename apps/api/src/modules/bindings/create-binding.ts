import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { Accounts } from '../accounts';
import type { HouseholdPlace } from '../roll';
import { BindingProof } from './binding-proof';
import { BindingQueue } from './binding-queue';
import type { Binding } from './binding.entity';
import { stateOn } from './binding.types';
import { presentBinding } from './bindings.presenter';
import { bindingRefusals } from './bindings.refusals';
import { BindingsRepository, NOT_ENDED } from './bindings.repository';
import type { BindingDto, CreateBindingInput } from './dto/binding.dto';
import type { ReadEvidence } from './evidence';

/**
 * Binds the signed-in person to a household: at once by the office's slip or by the phone on the roll, or after the
 * office has looked at papers. A returned, expired or ended binding is taken up again under its first id.
 */
@Injectable()
export class CreateBinding {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingsRepository,
    private readonly accounts: Accounts,
    private readonly proof: BindingProof,
    private readonly queue: BindingQueue,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws household_unknown 404, pin_missing, evidence_not_asked and photo_unreadable 400, wrong_pin 401, slip_locked
   * 429, phone_missing, phone_not_on_roll and office_must_check 403, already_bound and binding_pending 409, id_reused 422
   */
  async execute(actor: Actor, input: CreateBindingInput): Promise<BindingDto> {
    if (input.evidence && input.method !== 'office_check') throw bindingRefusals.evidence_not_asked();
    const evidence = await this.queue.read(actor, input.evidence);
    const place = await this.transactions.read((tx) => this.proof.placeOf(tx, input));
    const repeated = await this.transactions.read((tx) => this.repeated(tx, actor, input, place));
    if (repeated) return presentBinding(repeated, place, this.clock.today());
    // Outside the transaction that binds: a wrong PIN must stay counted when the binding is rolled back.
    await this.transactions.read((tx) => this.proof.assertShown(tx, actor.accountId, place.householdId, input));
    return this.transactions.run(async (tx) => {
      await this.bindings.lockHousehold(tx, place.householdId);
      const binding =
        (await this.repeated(tx, actor, input, place)) ?? (await this.bind(tx, actor, input, place, evidence));
      return presentBinding(binding, place, this.clock.today());
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
    const state = stateOn(this.clock.today(), known);
    return state === 'pending' || state === 'approved' ? known : null;
  }

  private async bind(
    tx: EntityManager,
    actor: Actor,
    input: CreateBindingInput,
    place: HouseholdPlace,
    evidence: ReadEvidence | null,
  ): Promise<Binding> {
    const earlier = await this.bindings.findOf(tx, actor.accountId, place.householdId);
    const isChecked = input.method !== 'office_check';
    if (earlier) this.assertMayComeBack(earlier, isChecked);
    const now = this.clock.now();
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
      ...NOT_ENDED,
    };
    if (earlier) await this.bindings.change(tx, earlier.id, binding);
    else await this.bindings.add(tx, binding);
    if (isChecked) await this.accounts.giveName(tx, actor.accountId, input.statedName);
    else await this.queue.enter(tx, actor, binding.id, place, evidence);
    await this.audit.record(tx, {
      actor,
      action: isChecked ? 'binding.create' : 'binding.submit',
      subjectKind: 'binding',
      subjectId: binding.id,
      estateId: place.estateId,
      detail: { householdId: place.householdId, relation: input.relation, method: input.method },
    });
    return binding;
  }

  /** What the office has ended, or let run out, only the office brings back: a slip in the drawer does not. */
  private assertMayComeBack(earlier: Binding, isChecked: boolean): void {
    const state = stateOn(this.clock.today(), earlier);
    if (state === 'approved') throw bindingRefusals.already_bound();
    if (state === 'pending') throw bindingRefusals.binding_pending();
    if (isChecked && (state === 'expired' || earlier.endCause === 'office')) throw bindingRefusals.office_must_check();
  }
}
