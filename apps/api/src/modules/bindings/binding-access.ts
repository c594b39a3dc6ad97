import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Binding } from './binding.entity';
import type { BindingMethod, BindingState, Relation } from './binding.types';
import { bindingRefusals } from './bindings.refusals';

/** What other modules may know of a binding. */
export interface BindingFacts {
  id: string;
  householdId: string;
  relation: Relation;
  method: BindingMethod;
  state: BindingState;
}

const VOTING_RELATIONS: readonly Relation[] = ['owner', 'co_owner', 'guardian', 'heir'];

/** Who belongs to which household: the question every module asks before it shows or takes anything. */
@Injectable()
export class BindingAccess {
  /** The relation of an approved binding, or null when the account does not belong to the household. */
  async relationOf(tx: EntityManager, accountId: string, householdId: string): Promise<Relation | null> {
    const binding = await tx.findOneBy(Binding, { accountId, householdId, state: 'approved' });
    return binding?.relation ?? null;
  }

  /**
   * Insists on an approved binding.
   * @throws not_bound (404): a stranger learns nothing about someone else's household
   */
  async assertBound(tx: EntityManager, accountId: string, householdId: string): Promise<Relation> {
    const relation = await this.relationOf(tx, accountId, householdId);
    if (!relation) throw bindingRefusals.not_bound();
    return relation;
  }

  /** Whether someone in this relation may cast the household's ballot; relatives and tenants may only read. */
  mayVote(relation: Relation): boolean {
    return VOTING_RELATIONS.includes(relation);
  }

  /** Every binding of an account that has not ended, oldest first. */
  async bindingsOf(tx: EntityManager, accountId: string): Promise<BindingFacts[]> {
    const bindings = await tx.find(Binding, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
    return bindings
      .filter((binding) => binding.state !== 'ended')
      .map(({ id, householdId, relation, method, state }) => ({ id, householdId, relation, method, state }));
  }
}
