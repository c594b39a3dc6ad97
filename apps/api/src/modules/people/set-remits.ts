import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Transactions } from '../../platform/transaction';
import { keyOfPlace, keyOfRemit, Remits, StaffAccounts } from '../accounts';
import type { PersonDto, SetRemitsInput } from './dto/person.dto';
import { PeopleAccess } from './people.access';
import { remitsOf } from './people.repository';
import { stewardshipOf } from './person.types';
import { ReadPeople } from './read-people';

/** Gives someone a say over exactly these places, among those the actor may give. What others gave elsewhere stays. */
@Injectable()
export class SetRemits {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PeopleAccess,
    private readonly staff: StaffAccounts,
    private readonly remits: Remits,
    private readonly people: ReadPeople,
    private readonly audit: Audit,
  ) {}

  /**
   * Whose rights changed signs in anew. Setting what is there already changes nothing.
   * @throws person_unknown, stairwell_unknown (404); person_not_yours, remit_elsewhere (403); not_yourself (409);
   *   remit_not_for_role, remit_expired, remit_missing (422)
   */
  async execute(actor: Actor, id: string, { remits: wanted }: SetRemitsInput): Promise<PersonDto> {
    return this.transactions.run(async (tx) => {
      const { role } = await this.access.lockManaged(tx, actor, id);
      const places = await this.access.placesFor(tx, actor, role, wanted);
      const keys = new Set(places.map(keyOfPlace));
      const held = (await remitsOf(tx, stewardshipOf(actor).within, [id])).get(id) ?? [];
      const taken = held.filter((remit) => remit.isReached && !keys.has(keyOfRemit(remit)));
      const kept = new Set(held.map(keyOfRemit));
      const given = places.filter((place) => !kept.has(keyOfPlace(place)));
      if (taken.length > 0 || given.length > 0) {
        await this.remits.revoke(
          tx,
          taken.map((remit) => remit.id),
          actor.accountId,
        );
        await this.remits.grant(tx, id, given, actor.accountId);
        await this.staff.endSessions(tx, id, 'role_changed');
        const detail = { taken: taken.map(({ label, expiresOn }) => ({ label, expiresOn })), given };
        const subject = { subjectKind: 'account', subjectId: id };
        await this.audit.record(tx, { actor, action: 'person.set_remits', ...subject, detail });
      }
      return this.people.one(tx, actor, id);
    });
  }
}
