import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { nameMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { BindingAccess } from './binding-access';
import { bindingRefusals } from './bindings.refusals';
import type { HouseholdPersonDto } from './dto/office-binding.dto';
import { peopleOf } from './office-bindings.repository';

/** Who else stands for this door, so that an owner notices someone who does not belong there. */
@Injectable()
export class ListHouseholdPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: BindingAccess,
    private readonly clock: Clock,
  ) {}

  /** Names masked but one's own. @throws not_bound (404); people_not_yours (403) for tenants and relatives */
  execute(actor: Actor, householdId: string): Promise<HouseholdPersonDto[]> {
    return this.transactions.read(async (tx) => {
      const relation = await this.access.assertBound(tx, actor.accountId, householdId);
      if (!this.access.mayVote(relation)) throw bindingRefusals.people_not_yours();
      const people = await peopleOf(tx, householdId, this.clock.today());
      return people.map(({ accountId, personName, since, ...person }) => {
        const isMe = accountId === actor.accountId;
        const name = isMe ? personName : nameMasked(personName);
        return { ...person, personName: name, since: since.toISOString(), isMe };
      });
    });
  }
}
