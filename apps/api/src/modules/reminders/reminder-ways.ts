import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config';
import { SmsSender } from '../gateways';
import type { SendingChannel } from './reminder.types';

/** The channels of this installation. */
@Injectable()
export class ReminderWays {
  constructor(
    private readonly config: AppConfig,
    private readonly sms: SmsSender,
  ) {}

  /** The template of WeChat's subscription messages; null where reminders by WeChat are not set up. */
  get weappTemplateId(): string | null {
    return this.config.WECHAT_REMINDER_TEMPLATE_ID ?? null;
  }

  /** By what a message can leave at all. */
  open(): SendingChannel[] {
    return [...(this.sms.canRemind ? ['sms' as const] : []), ...(this.weappTemplateId ? ['weapp' as const] : [])];
  }
}
