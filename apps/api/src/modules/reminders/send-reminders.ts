import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { describeError, refusalOf } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { Accounts } from '../accounts';
import { ReminderFailure, SmsSender, Wechat, type ReminderFailureReason } from '../gateways';
import { ReminderQueue, type TakenReminder } from './reminder-queue';
import { smsWords, weappPage, weappValues } from './copy/reminder-text';

/** How long a reminder may wait that no process was woken for. */
const LOOK_EVERY_MS = 10_000;

/**
 * Sends what waits, one after the other, in every process of the API at once. Each is sent at most once: a process that
 * dies while it asks the gateway leaves a reminder behind that may or may not have arrived, and nobody repeats it.
 */
@Injectable()
export class SendReminders implements BeforeApplicationShutdown {
  private readonly logger = new Logger('reminders');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly queue: ReminderQueue,
    private readonly accounts: Accounts,
    private readonly sms: SmsSender,
    private readonly wechat: Wechat,
  ) {}

  /** The server starts this, also for what it left waiting when it stopped; commands and tests do not. */
  start(): void {
    this.timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
    this.wake();
  }

  /** Something waits now. */
  wake(): void {
    if (!this.timer) return;
    this.running ??= this.drain()
      .catch((error: unknown) => {
        // A database that is away is said elsewhere; what waits is looked for again in a moment.
        if (refusalOf(error).code !== 'unavailable') this.logger.error(describeError(error));
      })
      .finally(() => (this.running = undefined));
  }

  /** What is being sent is ended well; the rest waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Until nothing waits any more. */
  async drain(): Promise<void> {
    await this.transactions.run((tx) => this.queue.endInterrupted(tx));
    while (!this.isStopping) {
      const taken = await this.transactions.run((tx) => this.queue.take(tx));
      if (taken === null) return;
      if (taken !== 'done') await this.send(taken);
    }
  }

  private async send(taken: TakenReminder): Promise<void> {
    const failure = await this.failureOf(taken);
    await this.transactions.run((tx) =>
      failure === null ? this.queue.sent(tx, taken) : this.queue.failed(tx, taken, failure),
    );
  }

  private async failureOf({ accountId, channel, of }: TakenReminder): Promise<ReminderFailureReason | null> {
    const { phone, openid } = await this.transactions.read((tx) => this.accounts.reachOf(tx, accountId));
    try {
      if (channel === 'sms' && phone) await this.sms.sendReminder(phone, smsWords(of));
      else if (channel === 'weapp' && openid)
        await this.wechat.sendReminder({ openid, page: weappPage(of), values: weappValues(of) });
      else return 'unreachable';
      return null;
    } catch (error) {
      if (error instanceof ReminderFailure) return error.reason;
      throw error;
    }
  }
}
