import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import type { ReminderFailureReason } from '../gateways';
import { Reminder } from './reminder.entity';
import { MOST_WEAPP_PERMISSIONS } from './reminder-limits';
import type { RemindedOf } from './copy/reminder-text';
import { RemindersRepository } from './reminders.repository';

/** Longer than any gateway is waited for: whoever was to send it is gone. */
const INTERRUPTED_MS = 10 * 60_000;

/** A reminder that is this process's to send, and nobody else's any more. */
export interface TakenReminder extends Pick<Reminder, 'id' | 'accountId' | 'channel'> {
  of: RemindedOf;
}

/** The waiting reminders, which every process of the API takes from. */
@Injectable()
export class ReminderQueue {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the oldest one that nobody else holds, and looks again: whether the round is open, whether a door of this
   * person is still silent, whether they may still vote there and still want it by this channel. If so it is written down
   * as being sent, which must be committed before the gateway is asked: whatever happens then, nobody sends it again.
   * @returns null when none waits; 'done' when this one was not needed
   */
  async take(tx: EntityManager): Promise<TakenReminder | 'done' | null> {
    const [row]: Pick<Reminder, 'id' | 'roundId' | 'accountId' | 'channel'>[] = await tx.query(
      `SELECT id, round_id AS "roundId", account_id AS "accountId", channel FROM reminders
        WHERE state = 'waiting' ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!row) return null;
    const { id, accountId, channel } = row;
    const voter = await this.reminders.silentVoter(tx, row.roundId, accountId);
    if (voter?.channel !== channel) return this.end(tx, id, { state: 'not_needed' });
    if (channel === 'weapp' && !(await this.usePermission(tx, accountId))) return this.fail(tx, id, 'no_permission');
    await tx.update(Reminder, { id }, { state: 'sending', sentAt: this.clock.now() });
    return { id, accountId, channel, of: voter };
  }

  /** It was handed over. */
  async sent(tx: EntityManager, { id }: TakenReminder): Promise<void> {
    await this.end(tx, id, { state: 'sent' });
  }

  /** It was not. A message in WeChat that surely did not leave leaves its permission; one too many shows there was none. */
  async failed(
    tx: EntityManager,
    { id, accountId, channel }: TakenReminder,
    why: ReminderFailureReason,
  ): Promise<void> {
    await this.fail(tx, id, why);
    if (channel !== 'weapp' || why === 'uncertain') return;
    await tx.query(
      `UPDATE reminder_choices SET weapp_permissions = CASE WHEN $2 THEN 0 ELSE LEAST(weapp_permissions + 1, $3) END
        WHERE account_id = $1`,
      [accountId, why === 'no_permission', MOST_WEAPP_PERMISSIONS],
    );
  }

  /** What a process was sending when it ended may have arrived: it counts as failed, and is not sent again. */
  async endInterrupted(tx: EntityManager): Promise<void> {
    const before = new Date(this.clock.now().getTime() - INTERRUPTED_MS);
    await tx.query(
      `UPDATE reminders SET state = 'failed', reason = 'uncertain' WHERE state = 'sending' AND sent_at < $1`,
      [before],
    );
  }

  private fail(tx: EntityManager, id: string, reason: ReminderFailureReason): Promise<'done'> {
    return this.end(tx, id, { state: 'failed', reason });
  }

  private async end(tx: EntityManager, id: string, end: Pick<Reminder, 'state'> & Partial<Reminder>): Promise<'done'> {
    await tx.update(Reminder, { id }, end);
    return 'done';
  }

  private async usePermission(tx: EntityManager, accountId: string): Promise<boolean> {
    const [, used]: [unknown[], number] = await tx.query(
      `UPDATE reminder_choices SET weapp_permissions = weapp_permissions - 1
        WHERE account_id = $1 AND weapp_permissions > 0`,
      [accountId],
    );
    return used === 1;
  }
}
