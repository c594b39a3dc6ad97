import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Transactions } from '../../platform/transaction';
import { StaffAccounts } from '../accounts';
import type { PersonDto, TemporaryPasswordDto } from './dto/person.dto';
import { PeopleAccess } from './people.access';
import { peopleRefusals } from './people.refusals';
import { ReadPeople } from './read-people';

/**
 * Shuts and opens accounts, gives a new way in, and signs people out. Nobody does it to themselves, and the last
 * operator stays.
 */
@Injectable()
export class ManagePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PeopleAccess,
    private readonly staff: StaffAccounts,
    private readonly people: ReadPeople,
    private readonly audit: Audit,
  ) {}

  /** Safe to repeat. @throws person_unknown (404), person_not_yours (403), not_yourself, last_operator (409) */
  async disable(actor: Actor, id: string, reason: string): Promise<PersonDto> {
    return this.transactions.run(async (tx) => {
      const others = await this.staff.lockOtherOperators(tx, id);
      const { role, disabledAt } = await this.access.lockOwned(tx, actor, id);
      if (disabledAt === null) {
        if (role === 'operator' && others.length === 0) throw peopleRefusals.last_operator();
        await this.staff.disable(tx, id);
        await this.note(tx, actor, 'person.disable', id, reason);
      }
      return this.people.one(tx, actor, id);
    });
  }

  /** Safe to repeat. @throws person_unknown (404), person_not_yours (403), not_yourself (409) */
  async enable(actor: Actor, id: string, reason: string): Promise<PersonDto> {
    return this.transactions.run(async (tx) => {
      const { disabledAt } = await this.access.lockOwned(tx, actor, id);
      if (disabledAt !== null) {
        await this.staff.enable(tx, id);
        await this.note(tx, actor, 'person.enable', id, reason);
      }
      return this.people.one(tx, actor, id);
    });
  }

  /**
   * A new password, shown once; second factors are taken away and every session ends.
   * @throws person_unknown (404), person_not_yours (403), not_yourself, person_without_password (409)
   */
  async resetSignIn(actor: Actor, id: string, reason: string): Promise<TemporaryPasswordDto> {
    const temporary = await this.staff.newTemporaryPassword();
    return this.transactions.run(async (tx) => {
      const account = await this.access.lockOwned(tx, actor, id);
      if (account.username === null) throw peopleRefusals.person_without_password();
      await this.staff.resetSignIn(tx, account, temporary);
      await this.note(tx, actor, 'person.reset_sign_in', id, reason);
      return { temporaryPassword: temporary.password };
    });
  }

  /** Signs someone out on every device. @throws person_unknown (404), person_not_yours (403), not_yourself (409) */
  async endSessions(actor: Actor, id: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.lockManaged(tx, actor, id);
      await this.staff.endSessions(tx, id, 'by_office');
      await this.note(tx, actor, 'person.end_sessions', id, reason);
    });
  }

  private async note(tx: EntityManager, actor: Actor, action: string, id: string, reason: string): Promise<void> {
    const subject = { subjectKind: 'account', subjectId: id };
    await this.audit.record(tx, { actor, action, ...subject, detail: { reason } });
  }
}
