import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { phoneMasked } from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import { assignmentsOf } from '../roll';
import type { ListPeopleQuery, PeoplePageDto, PersonDto } from './dto/person.dto';
import { peopleRefusals } from './people.refusals';
import { peopleWithin, remitsOf, type PersonRow, type RemitRow } from './people.repository';
import { stewardshipOf } from './person.types';

const USUAL_LIMIT = 50;
const WHOLE_PHONE = /^1[3-9]\d{9}$/;

type Reader = Pick<Actor, 'role' | 'remit'>;

/** People as whoever looks after them reads them: telephones masked, and of their places only those within reach. */
@Injectable()
export class ReadPeople {
  constructor(private readonly vault: Vault) {}

  /** One page, newest account first. */
  async list(tx: EntityManager, actor: Reader, query: ListPeopleQuery): Promise<PeoplePageDto> {
    const { sees, within } = stewardshipOf(actor);
    const { role, q, before, limit = USUAL_LIMIT } = query;
    const roles = role ? sees.filter((each) => each === role) : sees;
    const wanted =
      q === undefined ? {} : WHOLE_PHONE.test(q) ? { phoneIndex: this.vault.indexOf('phone', q) } : { text: q };
    const rows = await peopleWithin(tx, within, { roles, before, ...wanted, limit: limit + 1 });
    const page = rows.slice(0, limit);
    return {
      people: await this.present(tx, actor, page),
      next: rows.length > limit ? page.at(-1)!.accountId : null,
    };
  }

  /** One person. @throws person_unknown (404) for anyone out of reach */
  async one(tx: EntityManager, actor: Reader, id: string): Promise<PersonDto> {
    const { sees, within } = stewardshipOf(actor);
    const rows = await peopleWithin(tx, within, { roles: sees, id, limit: 1 });
    if (rows.length === 0) throw peopleRefusals.person_unknown();
    const [person] = await this.present(tx, actor, rows);
    return person!;
  }

  private async present(tx: EntityManager, actor: Reader, rows: readonly PersonRow[]): Promise<PersonDto[]> {
    const { within } = stewardshipOf(actor);
    const ids = rows.map(({ accountId }) => accountId);
    const remits = await remitsOf(tx, within, ids);
    // An operator looks after accounts and sees no roll.
    const assignments = actor.role === 'operator' ? null : await assignmentsOf(tx, actor, ids);
    return rows.map(({ phoneSealed, lastSeenAt, disabledAt, ...row }) => ({
      ...row,
      phoneMasked: phoneMasked(this.vault.openPhone('accounts.phone', row.accountId, phoneSealed)),
      remits: (remits.get(row.accountId) ?? []).filter(({ isReached }) => isReached).map(presentRemit),
      assignments: assignments && row.role === 'volunteer' ? (assignments.get(row.accountId) ?? []) : null,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      disabledAt: disabledAt?.toISOString() ?? null,
    }));
  }
}

const presentRemit = ({ id, kind, label, town, neighbourhood, stairwellId, expiresOn }: RemitRow) => ({
  id,
  kind,
  label,
  town,
  neighbourhood,
  stairwellId,
  expiresOn,
});
