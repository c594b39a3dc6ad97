import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { isStaff, type Remit, type Role } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { phoneMasked } from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import { Account } from './account.entity';
import { accountRefusals } from './accounts.refusals';
import { personReached } from './remits';
import { Sessions } from './sessions';
import { WeappIdentity } from './weapp/weapp-identity.entity';

/** What other modules may know of an account. `phone` is whole: mask it before it leaves the API. */
export interface AccountFacts {
  id: string;
  role: Role;
  displayName: string;
  phone: string | null;
}

/** A person the office makes a volunteer. */
export interface NewVolunteer {
  id: string;
  displayName: string;
  phone: string;
}

/** Accounts, for the other modules. */
@Injectable()
export class Accounts {
  constructor(
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly sessions: Sessions,
  ) {}

  /** The accounts with these ids; unknown ids are left out. */
  async findByIds(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AccountFacts>> {
    const accounts = ids.length === 0 ? [] : await tx.findBy(Account, { id: In([...new Set(ids)]) });
    return new Map(accounts.map((account) => [account.id, this.factsOf(account)]));
  }

  /** Where a message reaches somebody, whole and for a gateway only; of several WeChats the one that came last. */
  async reachOf(tx: EntityManager, id: string): Promise<{ phone: string | null; openid: string | null }> {
    const account = await tx.findOneBy(Account, { id });
    const [weapp] = await tx.find(WeappIdentity, { where: { accountId: id }, order: { createdAt: 'DESC' }, take: 1 });
    return {
      phone: account && this.phoneOf(account),
      openid: weapp ? this.vault.open('weapp_identities.openid', weapp.id, weapp.openidSealed) : null,
    };
  }

  /** A volunteer of the neighbourhoods of a remit; null for anyone else. */
  async volunteerWithin(tx: EntityManager, remit: Remit, accountId: string): Promise<AccountFacts | null> {
    const params: unknown[] = [accountId];
    const rows: { id: string }[] = await tx.query(
      `SELECT a.id FROM accounts a
        WHERE a.id = $1 AND a.role = 'volunteer' AND a.disabled_at IS NULL AND ${personReached(remit, 'a', params)}`,
      params,
    );
    return rows[0] ? ((await this.findByIds(tx, [accountId])).get(accountId) ?? null) : null;
  }

  /** A resident without a phone, known by the name they gave. Returns the new account's id. */
  async addResident(tx: EntityManager, displayName: string): Promise<string> {
    const id = randomUUID();
    await tx.insert(Account, { id, role: 'resident', displayName, createdAt: this.clock.now() });
    return id;
  }

  /** The account of a telephone; the first time a resident's is made, named by the masked number. */
  async ensureResident(tx: EntityManager, phone: string): Promise<Account> {
    const id = randomUUID();
    await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({
        id,
        role: 'resident',
        displayName: phoneMasked(phone),
        ...this.vault.sealPhone('accounts.phone', id, phone),
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .execute();
    return tx.findOneByOrFail(Account, { phoneIndex: this.vault.indexOf('phone', phone) });
  }

  /** Calls a resident by the name they gave, as long as nothing but the masked phone stands there. */
  async giveName(tx: EntityManager, id: string, displayName: string): Promise<void> {
    const account = await tx.findOneBy(Account, { id });
    if (account && account.role === 'resident' && account.displayName === phoneMasked(this.phoneOf(account))) {
      await tx.update(Account, { id }, { displayName });
    }
  }

  /**
   * Makes someone a volunteer, safe to repeat. A resident with the same phone keeps the account (and the id it had)
   * and may now also visit.
   * @throws phone_of_officer (409) when the phone belongs to one of the staff
   */
  async ensureVolunteer(tx: EntityManager, person: NewVolunteer): Promise<AccountFacts & { phone: string }> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({
        id: person.id,
        role: 'volunteer',
        displayName: person.displayName,
        ...this.vault.sealPhone('accounts.phone', person.id, person.phone),
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .execute();
    const account = await tx.findOneBy(Account, { phoneIndex: this.vault.indexOf('phone', person.phone) });
    if (!account) throw accountRefusals.account_id_reused();
    if (isStaff(account.role)) throw accountRefusals.phone_of_officer();
    // Who may do more than before signs in anew.
    if (account.role !== 'volunteer') await this.sessions.endAllOf(tx, account.id, 'role_changed');
    if (account.role !== 'volunteer' || account.displayName !== person.displayName) {
      await tx.update(Account, { id: account.id }, { role: 'volunteer', displayName: person.displayName });
    }
    return { id: account.id, role: 'volunteer', displayName: person.displayName, phone: person.phone };
  }

  private factsOf(account: Account): AccountFacts {
    const { id, role, displayName } = account;
    return { id, role, displayName, phone: this.phoneOf(account) };
  }

  private phoneOf({ id, phoneSealed }: Pick<Account, 'id' | 'phoneSealed'>): string | null {
    return this.vault.openPhone('accounts.phone', id, phoneSealed);
  }
}
