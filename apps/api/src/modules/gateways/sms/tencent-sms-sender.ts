import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../config';
import { Refusal } from '../../../platform/errors';
import { askGateway, GatewayFailure } from '../ask-gateway';
import { ReminderFailure } from '../reminder-failure';
import { mayStillArrive, refusalOfStatus } from './send-status';
import { SmsFailure, SmsSender } from './sms-sender';
import { tc3Authorization, tc3Timestamp } from './tc3-signature';

const ACTION = 'SendSms';
const VERSION = '2021-01-11';
const CONTENT_TYPE = 'application/json; charset=utf-8';

/** As much of an answer as is looked at. A request as a whole fails with `Error`, a number in its `SendStatus`. */
interface SendSmsAnswer {
  Error?: { Code?: unknown };
  SendStatusSet?: { Code?: unknown }[];
  RequestId?: unknown;
}

/**
 * Sends codes and reminders through Tencent Cloud (`SendSms`, 2021-01-11). Never tried twice: whether the first arrived
 * is not known, and a second code in another message confuses people. Logged are Tencent's code and request id, never the number.
 */
@Injectable()
export class TencentSmsSender extends SmsSender {
  private readonly logger = new Logger('sms');

  constructor(private readonly config: AppConfig) {
    super();
  }

  get canRemind(): boolean {
    return this.config.SMS_REMINDER_TEMPLATE_ID !== undefined;
  }

  sendCode(phone: string, code: string): Promise<void> {
    return this.send(phone, this.config.SMS_TEMPLATE_ID, [code]);
  }

  async sendReminder(phone: string, words: readonly string[]): Promise<void> {
    try {
      await this.send(phone, this.config.SMS_REMINDER_TEMPLATE_ID, words);
    } catch (error) {
      throw reminderFailureOf(error);
    }
  }

  private async send(phone: string, templateId: string | undefined, parameters: readonly string[]): Promise<void> {
    const answer = await this.ask({
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: this.config.SMS_APP_ID,
      SignName: this.config.SMS_SIGN_NAME,
      TemplateId: templateId,
      TemplateParamSet: parameters,
    });
    const outcome = String(answer.Error?.Code ?? answer.SendStatusSet?.[0]?.Code ?? 'none');
    if (outcome === 'Ok') return;
    this.logger.warn(`${ACTION}: ${tidied(outcome)}, request ${tidied(String(answer.RequestId))}`);
    throw refusalOfStatus(outcome) ?? new SmsFailure(mayStillArrive(outcome));
  }

  private async ask(parameters: object): Promise<SendSmsAnswer> {
    const url = new URL(this.config.SMS_API_URL);
    const body = JSON.stringify(parameters);
    try {
      const timeoutMs = this.config.GATEWAY_TIMEOUT_MS;
      const { Response } = await askGateway({
        method: 'POST',
        url,
        headers: this.headers(url.host, body),
        body,
        timeoutMs,
      });
      if (typeof Response !== 'object' || Response === null) throw new GatewayFailure('unexpected', true);
      return Response as SendSmsAnswer;
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      this.logger.warn(`${ACTION}: ${error.reason}`);
      throw new SmsFailure(error.sent);
    }
  }

  /** The real time, whatever the application's clock says: Tencent refuses a signature five minutes off. */
  private headers(host: string, body: string): Record<string, string> {
    const { SMS_SECRET_ID = '', SMS_SECRET_KEY = '', SMS_REGION } = this.config;
    const at = new Date();
    return {
      'content-type': CONTENT_TYPE,
      'x-tc-action': ACTION,
      'x-tc-version': VERSION,
      'x-tc-region': SMS_REGION,
      'x-tc-timestamp': tc3Timestamp(at),
      authorization: tc3Authorization({
        secretId: SMS_SECRET_ID,
        secretKey: SMS_SECRET_KEY,
        service: 'sms',
        host,
        action: ACTION,
        contentType: CONTENT_TYPE,
        body,
        at,
      }),
    };
  }
}

/** Nobody sits before a page and waits for a reminder: what could be said to them becomes a word. */
function reminderFailureOf(error: unknown): unknown {
  if (error instanceof SmsFailure) return new ReminderFailure(error.mayArrive ? 'uncertain' : 'refused');
  if (!(error instanceof Refusal)) return error;
  return new ReminderFailure(error.code === 'sms_phone_unreachable' ? 'unreachable' : 'refused');
}

/** What goes into the log of a foreign answer: letters, digits, dots and dashes, and not many. */
function tidied(text: string): string {
  return text.replace(/[^\w.-]/g, '').slice(0, 80);
}
