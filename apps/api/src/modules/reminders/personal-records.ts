import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  erasedWhen,
  exists,
  keptWhen,
  PersonalRecordsRegistry,
  type ErasureOrder,
  type Fate,
  type PersonalRecords,
} from '../../platform/privacy';
import { REMINDER_PURPOSE } from './choose-reminder';
import { reminderWords } from './copy/personal-words';

/** How a person wants to be reminded, and when they were. */
@Injectable()
export class ReminderRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'reminders';
  readonly title = reminderWords.title;
  readonly purpose = REMINDER_PURPOSE;
  readonly columns = ['reminder_choices.account_id', 'reminders.account_id'];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const rows = (sql: string): Promise<unknown[]> => tx.query(sql, [accountId]);
    const [choice] = await rows(
      `SELECT channel, weapp_permissions AS "weappPermissions", chosen_at AS "chosenAt"
         FROM reminder_choices WHERE account_id = $1`,
    );
    const messages = await rows(
      `SELECT channel, state, reason, asked_at AS "askedAt", sent_at AS "sentAt"
         FROM reminders WHERE account_id = $1 ORDER BY asked_at, id`,
    );
    return { choice: choice ?? null, messages };
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const hasChosen = await exists(tx, 'SELECT FROM reminder_choices WHERE account_id = $1', accountId);
    const wasReminded = await exists(tx, 'SELECT FROM reminders WHERE account_id = $1', accountId);
    return [...erasedWhen(hasChosen, reminderWords.erased), ...keptWhen(wasReminded, reminderWords.kept)];
  }

  async erase(tx: EntityManager, { actor }: ErasureOrder): Promise<void> {
    await tx.query('DELETE FROM reminder_choices WHERE account_id = $1', [actor.accountId]);
    await tx.query(`UPDATE reminders SET state = 'not_needed' WHERE account_id = $1 AND state = 'waiting'`, [
      actor.accountId,
    ]);
  }
}
