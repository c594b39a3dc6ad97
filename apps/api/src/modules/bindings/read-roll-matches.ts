import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Transactions } from '../../platform/transaction';
import { Accounts } from '../accounts';
import { RollDirectory } from '../roll';
import { presentRollMatch } from './bindings.presenter';
import { BindingsRepository } from './bindings.repository';
import type { RollMatchDto } from './dto/binding.dto';

/** The doors where one's own phone stands on the roll, so that binding needs no typing. */
@Injectable()
export class ReadRollMatches {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly bindings: BindingsRepository,
    private readonly roll: RollDirectory,
  ) {}

  /** Households of the account's phone that it is not bound to yet; none without a phone. */
  execute(actor: Actor): Promise<RollMatchDto[]> {
    return this.transactions.read(async (tx) => {
      const phone = (await this.accounts.findByIds(tx, [actor.accountId])).get(actor.accountId)?.phone;
      if (!phone) return [];
      const bound = await this.bindings.boundHouseholdIds(tx, actor.accountId);
      const places = await this.roll.householdsByPhone(tx, phone);
      return places.filter(({ householdId }) => !bound.has(householdId)).map(presentRollMatch);
    });
  }
}
