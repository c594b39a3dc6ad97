import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config';
import { Clock } from '../../platform/clock';

/** A code as it went out. */
export interface SentCode {
  phone: string;
  code: string;
  sentAt: Date;
}

/** Brings a code to a phone. A gateway is one more class of this kind. */
export abstract class SmsSender {
  /** Resolves once the message is handed over; a throw means it will not arrive. */
  abstract sendCode(phone: string, code: string): Promise<void>;

  /** The newest codes, for the demo's guide; a real gateway keeps none. */
  recentCodes(): SentCode[] {
    return [];
  }
}

const KEPT = 20;

/** For a machine without a gateway: prints the code on the console, and in the demo keeps the newest few to show. */
@Injectable()
export class ConsoleSmsSender extends SmsSender {
  private readonly recent: SentCode[] = [];

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    super();
  }

  async sendCode(phone: string, code: string): Promise<void> {
    if (this.config.LOG_LEVEL !== 'silent') process.stdout.write(`SMS ${phone}: ${code}\n`);
    if (!this.config.JIATI_DEMO) return;
    this.recent.unshift({ phone, code, sentAt: this.clock.now() });
    this.recent.length = Math.min(this.recent.length, KEPT);
  }

  override recentCodes(): SentCode[] {
    return [...this.recent];
  }
}
