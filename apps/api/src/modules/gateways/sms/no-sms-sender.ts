import { Injectable, Logger } from '@nestjs/common';
import { ReminderFailure } from '../reminder-failure';
import { SmsFailure, SmsSender } from './sms-sender';

/** Where no gateway is configured: says so at once, so that people take the slip instead of waiting. */
@Injectable()
export class NoSmsSender extends SmsSender {
  readonly canRemind = false;
  private readonly logger = new Logger('sms');

  async sendCode(): Promise<void> {
    this.logger.warn('a code was asked for, but SMS_PROVIDER is not set');
    throw new SmsFailure(false);
  }

  async sendReminder(): Promise<void> {
    throw new ReminderFailure('refused');
  }
}
