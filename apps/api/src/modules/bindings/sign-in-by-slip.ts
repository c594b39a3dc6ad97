import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Client } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Accounts, Sessions, type StartedSession } from '../accounts';
import { BindingProof } from './binding-proof';
import { bindingRefusals } from './bindings.refusals';
import { BindingsRepository, NOT_ENDED } from './bindings.repository';
import type { SignInBySlipInput } from './dto/binding.dto';

/**
 * Signs in and binds in one step, by the office's slip alone, for people without a phone of their own. The same person
 * with the same slip on another device gets the same account, and so finds their ballot again.
 */
@Injectable()
export class SignInBySlip {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingsRepository,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly proof: BindingProof,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws wrong_slip (401; the same for an unknown door and a wrong PIN), slip_locked (429, with Retry-After), office_must_check (403) */
  async execute(client: Client, input: SignInBySlipInput): Promise<StartedSession> {
    const householdId = await this.transactions.read((tx) => this.proof.householdOfSlip(tx, input));
    return this.transactions.run(async (tx) => {
      await this.bindings.lockHousehold(tx, householdId);
      const { relation, statedName } = input;
      const today = this.clock.today();
      const person = { householdId, relation, statedName };
      const known = await this.bindings.slipAccountOf(tx, person, today);
      if (!known && (await this.bindings.slipPersonIsStopped(tx, person, today))) {
        throw bindingRefusals.office_must_check();
      }
      const accountId = known ?? (await this.bindNewAccount(tx, householdId, input));
      await this.audit.record(tx, {
        actor: { accountId },
        action: 'session.start',
        subjectKind: 'account',
        subjectId: accountId,
        householdId,
        detail: { by: 'slip', client, householdId },
      });
      return this.sessions.start(tx, { id: accountId, role: 'resident' }, client);
    });
  }

  private async bindNewAccount(
    tx: EntityManager,
    householdId: string,
    { relation, statedName }: SignInBySlipInput,
  ): Promise<string> {
    const now = this.clock.now();
    const accountId = await this.accounts.addResident(tx, statedName);
    const id = randomUUID();
    await this.bindings.add(tx, {
      id,
      accountId,
      householdId,
      relation,
      statedName,
      method: 'slip',
      state: 'approved',
      createdAt: now,
      decidedAt: now,
      ...NOT_ENDED,
    });
    await this.audit.record(tx, {
      actor: { accountId },
      action: 'binding.create',
      subjectKind: 'binding',
      subjectId: id,
      householdId,
      detail: { householdId, relation, method: 'slip' },
    });
    return accountId;
  }
}
