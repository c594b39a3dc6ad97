import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../config';
import { Clock } from '../../../platform/clock';
import { SmsSender, type SentCode } from './sms-sender';

const KEPT = 20;

/** For the demo: prints the code on the console and keeps the newest few for the demo's page. */
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
    if (this.config.LOG_LEVEL !== 'silent') process.stdout.write(`SMS ${phone}: ${code}\n`);
    this.recent.unshift({ phone, code, sentAt: this.clock.now() });
    this.recent.length = Math.min(this.recent.length, KEPT);
  }

  override recentCodes(): SentCode[] {
    return [...this.recent];
  }
}
