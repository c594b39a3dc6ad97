import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { phoneMasked } from '../../platform/privacy';
import { Accounts } from '../accounts';
import {
  SubmissionHandlers,
  type ReviewVerdict,
  type SubmissionDescription,
  type SubmissionHandler,
  type SubmissionRow,
} from '../reviews';
import { RollDirectory } from '../roll';
import type { Binding } from './binding.entity';
import type { StoredState } from './binding.types';
import { bindingRefusals } from './bindings.refusals';
import { BindingsRepository } from './bindings.repository';
import { Evidences } from './evidence';

const STATE_AFTER: Record<ReviewVerdict, StoredState> = { approve: 'approved', return: 'returned', reject: 'ended' };

/** What the office sees of a binding that asks to be checked, and what its verdict does. */
@Injectable()
export class ReviewBinding implements SubmissionHandler, OnModuleInit {
  readonly kind = 'binding';

  constructor(
    private readonly handlers: SubmissionHandlers,
    private readonly bindings: BindingsRepository,
    private readonly accounts: Accounts,
    private readonly roll: RollDirectory,
    private readonly evidences: Evidences,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** What the person says beside what the roll says. */
  async describe(tx: EntityManager, submission: SubmissionRow): Promise<SubmissionDescription> {
    const binding = await this.bindingOf(tx, submission);
    const account = (await this.accounts.findByIds(tx, [binding.accountId])).get(binding.accountId);
    const place = (await this.roll.householdPlace(tx, [binding.householdId])).get(binding.householdId);
    const neighbours = place ? await this.roll.householdsInScope(tx, 'stairwell', place.stairwellId) : [];
    const shown = await this.evidences.latestOf(tx, binding.id);
    const onRoll = neighbours.find(({ householdId }) => householdId === binding.householdId);
    return {
      facts: {
        statedName: binding.statedName,
        relation: binding.relation,
        method: binding.method,
        state: binding.state,
        phoneMasked: phoneMasked(account?.phone ?? null),
        ownerNames: onRoll?.owners.map(({ name }) => name) ?? [],
        tenantName: onRoll?.tenant?.name ?? null,
        tenure: onRoll?.tenure ?? null,
        documentKind: shown?.documentKind ?? null,
        documentNumberMasked: shown?.documentNumberMasked ?? null,
        askedAt: binding.createdAt.toISOString(),
      },
      evidence: { paperPhotoId: shown?.photoId ?? null },
    };
  }

  /** Approved: bound. Returned: may be handed in again. Rejected: ended. */
  async decided(tx: EntityManager, submission: SubmissionRow, verdict: ReviewVerdict): Promise<void> {
    const binding = await this.bindingOf(tx, submission);
    if (binding.state !== 'pending') throw bindingRefusals.binding_not_pending();
    await this.bindings.decide(tx, binding.id, STATE_AFTER[verdict], this.clock.now());
    if (verdict === 'approve') await this.accounts.giveName(tx, binding.accountId, binding.statedName);
  }

  private async bindingOf(tx: EntityManager, { bindingId }: SubmissionRow): Promise<Binding> {
    const binding = bindingId === null ? null : await this.bindings.findById(tx, bindingId);
    if (!binding) throw bindingRefusals.not_bound();
    return binding;
  }
}
