import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { Binding } from './binding.entity';
import type { BoundRelation, EndCause, StoredState } from './binding.types';

/** The columns of a binding that holds. */
export const NOT_ENDED = { expiresOn: null, endedAt: null, endedBy: null, endCause: null, endReason: '' } as const;

/** Somebody without a phone, as they named themselves with a slip. */
export interface SlipPerson {
  householdId: string;
  relation: BoundRelation;
  statedName: string;
}

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
  async slipAccountOf(tx: EntityManager, person: SlipPerson, today: string): Promise<string | null> {
    const [row] = await tx.query<{ account_id: string }[]>(
      `SELECT b.account_id FROM bindings b JOIN accounts a ON a.id = b.account_id
        WHERE b.household_id = $1 AND b.relation = $2 AND b.stated_name = $3 AND b.method = 'slip' AND b.state = 'approved'
          AND (b.expires_on IS NULL OR b.expires_on >= $4)
          AND a.phone_index IS NULL AND a.role = 'resident' AND a.disabled_at IS NULL
        ORDER BY b.created_at LIMIT 1`,
      [person.householdId, person.relation, person.statedName, today],
    );
    return row?.account_id ?? null;
  }

  /** Whether the office has ended this person's binding by slip, or let it run out. */
  async slipPersonIsStopped(tx: EntityManager, person: SlipPerson, today: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM bindings b
        WHERE b.household_id = $1 AND b.relation = $2 AND b.stated_name = $3 AND b.method = 'slip'
          AND (b.end_cause = 'office' OR (b.state = 'approved' AND b.expires_on < $4)) LIMIT 1`,
      [person.householdId, person.relation, person.statedName, today],
    );
    return rows.length > 0;
  }

  /** Households an account need not be offered any more. */
  async boundHouseholdIds(tx: EntityManager, accountId: string): Promise<Set<string>> {
    const bindings = await tx.findBy(Binding, { accountId });
    return new Set(bindings.filter(({ state }) => state !== 'ended').map(({ householdId }) => householdId));
  }

  /** Every binding of an account, in an order that is the same for everybody who locks them. */
  async idsOf(tx: EntityManager, accountId: string): Promise<string[]> {
    return (await tx.find(Binding, { where: { accountId }, order: { id: 'ASC' } })).map(({ id }) => id);
  }

  async add(tx: EntityManager, binding: Binding): Promise<void> {
    await tx.insert(Binding, binding);
  }

  async change(tx: EntityManager, id: string, changes: Partial<Omit<Binding, 'id'>>): Promise<void> {
    await tx.update(Binding, { id }, changes);
  }

  async decide(tx: EntityManager, id: string, state: StoredState, at: Date): Promise<void> {
    await tx.update(Binding, { id }, { state, decidedAt: at });
  }

  /** Takes a binding for ending or changing. */
  lock(tx: EntityManager, id: string): Promise<Binding | null> {
    return tx.findOne(Binding, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Takes those of a household that have not ended, tenants apart: a lease outlives the sale (民法典 art. 725). */
  lockThoseOfOwners(tx: EntityManager, householdId: string): Promise<Binding[]> {
    return tx.find(Binding, {
      where: { householdId, relation: Not('tenant'), state: Not('ended') },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async end(
    tx: EntityManager,
    id: string,
    ending: { endedAt: Date; endedBy: string; endCause: EndCause; endReason: string },
  ): Promise<void> {
    await tx.update(Binding, { id }, { state: 'ended', ...ending });
  }
}
