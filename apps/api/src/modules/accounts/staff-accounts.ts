import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { StaffRole } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { Account } from './account.entity';
import { Secrets } from './secrets';
import { Sessions } from './sessions';
import { WaysIn } from './ways-in';

/** Nothing that looks like something else on paper; 16 of them are 79 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password that is told to someone once and opens only the page that changes it. */
export interface TemporaryPassword {
  password: string;
  passwordHash: string;
}

/** A member of staff to be. */
export interface NewStaff {
  id: string;
  role: StaffRole;
  displayName: string;
  username: string;
}

/** An account as far as those who look after accounts need it. */
export type ManagedAccount = Pick<
  Account,
  'id' | 'role' | 'displayName' | 'username' | 'passwordHash' | 'mustChangePassword' | 'disabledAt'
>;

/** The accounts of those who work here, for whoever looks after them. Who that is, and the audit line, is the caller's. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly secrets: Secrets,
    private readonly waysIn: WaysIn,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** `abcd-efgh-jkmn-pqrs` and its hash, made before the transaction because hashing is slow. */
  async newTemporaryPassword(): Promise<TemporaryPassword> {
    const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]!);
    const groups = Array.from({ length: GROUPS }, (_, group) =>
      letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
    );
    const password = groups.join('-');
    return { password, passwordHash: await this.secrets.passwordHash(password) };
  }

  /** The account, locked for a change; null when unknown. */
  async lock(tx: EntityManager, id: string): Promise<ManagedAccount | null> {
    return tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes a new account; false when the id is taken. @throws by uq_accounts_username when the username is */
  async create(tx: EntityManager, staff: NewStaff, { passwordHash }: TemporaryPassword): Promise<boolean> {
    const now = this.clock.now();
    const fresh = { passwordHash, mustChangePassword: true, passwordChangedAt: now, createdAt: now };
    if (await tx.existsBy(Account, { id: staff.id })) return false;
    await tx.insert(Account, { ...staff, ...fresh });
    return true;
  }

  /** Gives a new password, takes second factors away and ends every session: the person begins again. */
  async resetSignIn(
    tx: EntityManager,
    account: Pick<ManagedAccount, 'id' | 'username'>,
    { passwordHash }: TemporaryPassword,
  ): Promise<void> {
    const fresh = { passwordHash, mustChangePassword: true, passwordChangedAt: this.clock.now() };
    await tx.update(Account, { id: account.id }, fresh);
    await this.waysIn.reset(tx, account);
  }

  /** Shuts the account; it is signed out everywhere. */
  async disable(tx: EntityManager, id: string): Promise<void> {
    await tx.update(Account, { id }, { disabledAt: this.clock.now() });
    await this.sessions.endAllOf(tx, id, 'by_office');
  }

  /** Opens it again. */
  async enable(tx: EntityManager, id: string): Promise<void> {
    await tx.update(Account, { id }, { disabledAt: null });
  }

  /** Signs it out everywhere. */
  async endSessions(tx: EntityManager, id: string, reason: 'by_office' | 'role_changed'): Promise<void> {
    await this.sessions.endAllOf(tx, id, reason);
  }

  /** Takes turns with everyone who disables an operator; answers who would be left. */
  async lockOtherOperators(tx: EntityManager, id: string): Promise<string[]> {
    const operators = await tx.find(Account, {
      where: { role: 'operator', disabledAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return operators.map((operator) => operator.id).filter((other) => other !== id);
  }
}
