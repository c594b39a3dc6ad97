import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Binding } from './binding.entity';
import { stateOn, type BindingMethod, type BindingState, type BoundRelation, type Relation } from './binding.types';
import { bindingRefusals } from './bindings.refusals';

/** What other modules may know of a binding. */
export interface BindingFacts {
  id: string;
  householdId: string;
  relation: BoundRelation;
  method: BindingMethod;
  /** As of today: an approved one whose last day is over is `expired`. */
  state: BindingState;
  /** The last day on which it holds; null: no end. */
  expiresOn: string | null;
}

const VOTING_RELATIONS: readonly Relation[] = ['owner', 'co_owner', 'guardian', 'heir'];

/** Who belongs to which household: the question every module asks before it shows or takes anything. */
@Injectable()
export class BindingAccess {
  constructor(private readonly clock: Clock) {}

  /** The relation of an approved binding that has not expired, or null when the account does not belong there. */
  async relationOf(tx: EntityManager, accountId: string, householdId: string): Promise<BoundRelation | null> {
    const binding = await tx.findOneBy(Binding, { accountId, householdId, state: 'approved' });
    return binding && stateOn(this.clock.today(), binding) === 'approved' ? binding.relation : null;
  }

  /**
   * Insists on an approved binding.
   * @throws not_bound (404): a stranger learns nothing about someone else's household
   */
  async assertBound(tx: EntityManager, accountId: string, householdId: string): Promise<BoundRelation> {
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
    const today = this.clock.today();
    const bindings = await tx.find(Binding, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
    return bindings
      .filter((binding) => binding.state !== 'ended')
      .map((binding) => {
        const { id, householdId, relation, method, expiresOn } = binding;
        return { id, householdId, relation, method, expiresOn, state: stateOn(today, binding) };
      });
  }

  /** What the office wrote when it gave bindings back, for those it belongs to; only the last word of each. */
  async returnReasons(tx: EntityManager, bindingIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { bindingId: string; reason: string }[] = await tx.query(
      `SELECT DISTINCT ON (s.binding_id) s.binding_id AS "bindingId", v.reason
         FROM submissions s
         JOIN reviews v ON v.submission_id = s.id
        WHERE s.binding_id = ANY($1) AND v.verdict = 'return'
        ORDER BY s.binding_id, v.reviewed_at DESC`,
      [bindingIds],
    );
    return new Map(rows.map(({ bindingId, reason }) => [bindingId, reason]));
  }

  /** The households whose ballot an account may cast today: what is told of those is told to it. */
  async votingHouseholdIds(tx: EntityManager, accountId: string): Promise<string[]> {
    return (await this.bindingsOf(tx, accountId))
      .filter(({ state, relation }) => state === 'approved' && this.mayVote(relation))
      .map(({ householdId }) => householdId);
  }
}
