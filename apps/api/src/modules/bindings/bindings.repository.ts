import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Binding } from './binding.entity';
import type { BindingState, Relation } from './binding.types';

@Injectable()
export class BindingsRepository {
  /** One writer at a time for a household, until the transaction ends. */
  async lockHousehold(tx: EntityManager, householdId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('bindings:' || $1, 0))`, [householdId]);
  }

  findById(tx: EntityManager, id: string): Promise<Binding | null> {
    return tx.findOneBy(Binding, { id });
  }

  findOf(tx: EntityManager, accountId: string, householdId: string): Promise<Binding | null> {
    return tx.findOneBy(Binding, { accountId, householdId });
  }

  /** The account without a phone that the same person made with the same slip before, e.g. on another device. */
  async slipAccountOf(
    tx: EntityManager,
    person: { householdId: string; relation: Relation; statedName: string },
  ): Promise<string | null> {
    const [row] = await tx.query<{ account_id: string }[]>(
      `SELECT b.account_id FROM bindings b JOIN accounts a ON a.id = b.account_id
        WHERE b.household_id = $1 AND b.relation = $2 AND b.stated_name = $3 AND b.method = 'slip' AND b.state = 'approved'
          AND a.phone_index IS NULL AND a.role = 'resident' AND a.disabled_at IS NULL
        ORDER BY b.created_at LIMIT 1`,
      [person.householdId, person.relation, person.statedName],
    );
    return row?.account_id ?? null;
  }

  /** Households an account need not be offered any more. */
  async boundHouseholdIds(tx: EntityManager, accountId: string): Promise<Set<string>> {
    const bindings = await tx.findBy(Binding, { accountId });
    return new Set(bindings.filter(({ state }) => state !== 'ended').map(({ householdId }) => householdId));
  }

  async add(tx: EntityManager, binding: Binding): Promise<void> {
    await tx.insert(Binding, binding);
  }

  async change(tx: EntityManager, id: string, changes: Partial<Omit<Binding, 'id'>>): Promise<void> {
    await tx.update(Binding, { id }, changes);
  }

  async decide(tx: EntityManager, id: string, state: BindingState, at: Date): Promise<void> {
    await tx.update(Binding, { id }, { state, decidedAt: at });
  }
}
