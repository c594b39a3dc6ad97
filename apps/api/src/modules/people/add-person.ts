import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { Remits, StaffAccounts, type TemporaryPassword } from '../accounts';
import type { AddedPersonDto, AddPersonInput } from './dto/person.dto';
import { PeopleAccess } from './people.access';
import { ReadPeople } from './read-people';

/** Opens an account for a member of staff, with a password that is shown once and must be changed. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PeopleAccess,
    private readonly staff: StaffAccounts,
    private readonly remits: Remits,
    private readonly people: ReadPeople,
    private readonly audit: Audit,
  ) {}

  /**
   * Safe to repeat with the same id and content until the password has been changed: a repetition makes a new one,
   * because the first is not kept.
   * @throws role_not_yours, remit_elsewhere (403); username_taken (409); id_reused, remit_not_for_role, remit_expired,
   *   remit_missing (422); stairwell_unknown (404)
   */
  async execute(actor: Actor, input: AddPersonInput): Promise<AddedPersonDto> {
    const { remits: wanted, ...person } = input;
    this.access.assertMayMake(actor, person.role);
    const temporary = await this.staff.newTemporaryPassword();
    return this.transactions.run(async (tx) => {
      const places = await this.access.placesFor(tx, actor, person.role, wanted);
      if (await this.staff.create(tx, person, temporary)) {
        await this.remits.grant(tx, person.id, places, actor.accountId);
        await this.note(tx, actor, 'person.create', input);
      } else {
        await this.again(tx, actor, input, temporary);
      }
      return { person: await this.people.one(tx, actor, person.id), temporaryPassword: temporary.password };
    });
  }

  private async again(
    tx: EntityManager,
    actor: Actor,
    input: AddPersonInput,
    temporary: TemporaryPassword,
  ): Promise<void> {
    const known = await this.access.lockManaged(tx, actor, input.id);
    const { role, displayName, username, mustChangePassword } = known;
    const isSame = role === input.role && displayName === input.displayName && username === input.username;
    if (!isSame || !mustChangePassword) throw common.id_reused();
    await this.staff.resetSignIn(tx, known, temporary);
    await this.note(tx, actor, 'person.reset_sign_in', input);
  }

  private async note(tx: EntityManager, actor: Actor, action: string, input: AddPersonInput): Promise<void> {
    const { id, role, username, remits } = input;
    const detail = { role, username, remits };
    await this.audit.record(tx, { actor, action, subjectKind: 'account', subjectId: id, detail });
  }
}
