import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Submissions } from '../reviews';
import type { HouseholdPlace } from '../roll';
import type { EvidenceInput } from './dto/binding.dto';
import { Evidences, type ReadEvidence } from './evidence';

/** Bindings that wait for the office, with what was shown for them. */
@Injectable()
export class BindingQueue {
  constructor(
    private readonly evidences: Evidences,
    private readonly submissions: Submissions,
  ) {}

  /** Reads what is shown; null when nothing is. @throws photo_unreadable (400) */
  async read(actor: Actor, evidence: EvidenceInput | undefined): Promise<ReadEvidence | null> {
    return evidence ? this.evidences.read(actor, evidence) : null;
  }

  /** Hands a binding to the office; one that was decided before comes back under the same submission. */
  async enter(
    tx: EntityManager,
    actor: Actor,
    bindingId: string,
    { estateId, householdId }: HouseholdPlace,
    evidence: ReadEvidence | null,
  ): Promise<void> {
    if (evidence) await this.evidences.keep(tx, actor, bindingId, evidence);
    if (await this.submissions.resubmit(tx, { bindingId })) return;
    const submittedBy = actor.accountId;
    await this.submissions.submit(tx, { kind: 'binding', estateId, householdId, bindingId, submittedBy });
  }

  /** The binding is over before anybody looked at it. */
  leave(tx: EntityManager, bindingId: string): Promise<void> {
    return this.submissions.withdraw(tx, { bindingId });
  }
}
