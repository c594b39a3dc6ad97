import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../config';
import { Clock } from '../../../platform/clock';
import { SmsSender, type SentCode } from './sms-sender';

const KEPT = 20;

/** For the demo: prints messages on the console, and keeps the newest codes for the demo's page. */
@Injectable()
export class ConsoleSmsSender extends SmsSender {
  readonly canRemind = true;
  private readonly recent: SentCode[] = [];

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    super();
  }

  async sendCode(phone: string, code: string): Promise<void> {
    this.print(phone, code);
    this.recent.unshift({ phone, code, sentAt: this.clock.now() });
    this.recent.length = Math.min(this.recent.length, KEPT);
  }

  async sendReminder(phone: string, words: readonly string[]): Promise<void> {
    this.print(phone, `reminder, until ${words.join(' ')}`);
  }

  private print(phone: string, text: string): void {
    if (this.config.LOG_LEVEL !== 'silent') process.stdout.write(`SMS ${phone}: ${text}\n`);
  }

  override recentCodes(): SentCode[] {
    return [...this.recent];
  }
}
