import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Client } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Accounts } from '../accounts';
import { MyConsents } from '../privacy';
import type { ChooseReminderInput, ReminderChoiceDto } from './dto/reminder-choice.dto';
import { ReminderChoice } from './reminder-choice.entity';
import { MOST_WEAPP_PERMISSIONS } from './reminder-limits';
import { ReminderWays } from './reminder-ways';
import type { SendingChannel } from './reminder.types';
import { reminderRefusals } from './reminders.refusals';

/** The purpose whose text stands beside the choice: to choose is to agree, to choose nothing is to take it back. */
export const REMINDER_PURPOSE = 'text-messages';

/** What stands in the way of a channel. */
const IN_THE_WAY = {
  sms: { unavailable: reminderRefusals.reminder_sms_unavailable, unknown: reminderRefusals.reminder_phone_missing },
  weapp: {
    unavailable: reminderRefusals.reminder_weapp_unavailable,
    unknown: reminderRefusals.reminder_weapp_unknown,
  },
};

/** How a person wants to be reminded. Nobody is reminded who has not chosen it. */
@Injectable()
export class ChooseReminder {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly consents: MyConsents,
    private readonly ways: ReminderWays,
    private readonly clock: Clock,
  ) {}

  /** What was chosen, and what can be. */
  read({ accountId }: Actor): Promise<ReminderChoiceDto> {
    return this.transactions.read((tx) => this.present(tx, accountId));
  }

  /**
   * Chooses, and agrees to the text beside the choice; `none` takes the agreement back. Safe to repeat.
   * @throws reminder_sms_unavailable, reminder_phone_missing, reminder_weapp_unavailable, reminder_weapp_unknown,
   *   purpose_text_changed (409)
   */
  choose(actor: Actor, { channel, textVersion }: ChooseReminderInput): Promise<ReminderChoiceDto> {
    return this.transactions.run(async (tx) => {
      const { accountId } = actor;
      if (channel === 'none') await this.consents.takeBack(tx, actor, REMINDER_PURPOSE);
      else {
        await this.assertChoosable(tx, accountId, channel);
        await this.consents.agree(tx, actor, { purpose: REMINDER_PURPOSE, textVersion: textVersion ?? '' });
      }
      await tx.query(
        `INSERT INTO reminder_choices AS c (account_id, channel, chosen_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET channel = excluded.channel, chosen_at = excluded.chosen_at
          WHERE c.chosen_at IS NULL OR c.channel <> excluded.channel`,
        [accountId, channel, this.clock.now()],
      );
      return this.present(tx, accountId);
    });
  }

  /**
   * One more message that WeChat lets through, five at most.
   * @throws reminder_not_in_weapp, reminder_weapp_unavailable, reminder_weapp_unknown (409)
   */
  permit({ accountId }: Actor, client: Client): Promise<ReminderChoiceDto> {
    return this.transactions.run(async (tx) => {
      if (client !== 'weapp') throw reminderRefusals.reminder_not_in_weapp();
      await this.assertChoosable(tx, accountId, 'weapp');
      await tx.query(
        `INSERT INTO reminder_choices AS c (account_id, weapp_permissions) VALUES ($1, 1)
         ON CONFLICT (account_id) DO UPDATE SET weapp_permissions = LEAST(c.weapp_permissions + 1, $2)`,
        [accountId, MOST_WEAPP_PERMISSIONS],
      );
      return this.present(tx, accountId);
    });
  }

  private async assertChoosable(tx: EntityManager, accountId: string, channel: SendingChannel): Promise<void> {
    if (!this.ways.open().includes(channel)) throw IN_THE_WAY[channel].unavailable();
    if (!(await this.known(tx, accountId)).has(channel)) throw IN_THE_WAY[channel].unknown();
  }

  /** By what the account could be found, were it set up here. */
  private async known(tx: EntityManager, accountId: string): Promise<Set<SendingChannel>> {
    const { phone, openid } = await this.accounts.reachOf(tx, accountId);
    return new Set([...(phone ? ['sms' as const] : []), ...(openid ? ['weapp' as const] : [])]);
  }

  private async present(tx: EntityManager, accountId: string): Promise<ReminderChoiceDto> {
    const choice = await tx.findOneBy(ReminderChoice, { accountId });
    const known = await this.known(tx, accountId);
    return {
      channel: choice?.channel ?? 'none',
      choosable: this.ways.open().filter((channel) => known.has(channel)),
      weappPermissions: choice?.weappPermissions ?? 0,
      weappTemplateId: this.ways.weappTemplateId,
      chosenAt: choice?.chosenAt?.toISOString() ?? null,
    };
  }
}
