import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { AppConfig } from '../../../config';
import { askGateway, GatewayFailure, type Question } from '../ask-gateway';
import { ReminderFailure } from '../reminder-failure';
import { BUSY, refusalOfErrcode, reminderFailureOf, TOKEN_REFUSED, unavailable } from './errcodes';

const BUSY_PAUSE_MS = 300;
const JSON_BODY = { 'content-type': 'application/json' };

/** A call was refused for its access token alone. */
export class TokenRefused extends Error {}

/** A subscription message: the page it opens, and the values of the template's keys in the order of the configuration. */
export interface SubscribedMessage {
  openid: string;
  page: string;
  values: readonly string[];
}

type Answer = Record<string, unknown>;

/**
 * The four server calls of WeChat that are used here, each as documented at developers.weixin.qq.com. Every error
 * comes with HTTP 200 and an `errcode`. Logged are the call, the errcode and WeChat's request id, never an address or
 * a body: they hold the secret, the token and the codes.
 */
@Injectable()
export class WechatApi {
  private readonly logger = new Logger('wechat');

  constructor(private readonly config: AppConfig) {}

  /** Whether an AppID is configured at all. */
  get appId(): string | undefined {
    return this.config.WECHAT_APP_ID;
  }

  /** `GET /sns/jscode2session`: a single-use login code → openid. The session key that comes along is let go at once. */
  async openidOf(loginCode: string): Promise<string> {
    const { openid } = await this.ask('jscode2session', {
      method: 'GET',
      url: this.url('/sns/jscode2session', {
        ...this.credentials(),
        js_code: loginCode,
        grant_type: 'authorization_code',
      }),
    });
    if (typeof openid !== 'string' || !/^[\w-]{6,128}$/.test(openid)) throw this.unusable('jscode2session', 'openid');
    return openid;
  }

  /** `POST /cgi-bin/stable_token`: the credential of further calls, and how long it lives. */
  async stableToken(forceRefresh: boolean): Promise<{ token: string; livesMs: number }> {
    const answer = await this.ask('stable_token', {
      method: 'POST',
      url: this.url('/cgi-bin/stable_token'),
      body: JSON.stringify({
        grant_type: 'client_credential',
        ...this.credentials(),
        ...(forceRefresh ? { force_refresh: true } : {}),
      }),
    });
    const { access_token: token, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '' || token.length > 2_048 || typeof seconds !== 'number') {
      throw this.unusable('stable_token', 'access_token');
    }
    return { token, livesMs: seconds * 1_000 };
  }

  /**
   * `POST /wxa/business/getuserphonenumber`: the code of the phone button → `phone_info`, not yet looked at.
   * @throws TokenRefused when only the access token was wrong
   */
  async phoneInfoOf(phoneCode: string, accessToken: string): Promise<unknown> {
    const answer = await this.ask('getuserphonenumber', {
      method: 'POST',
      url: this.url('/wxa/business/getuserphonenumber', { access_token: accessToken }),
      body: JSON.stringify({ code: phoneCode }),
    });
    return answer.phone_info;
  }

  /**
   * `POST /cgi-bin/message/subscribe/send`: one message for one “allow”. Also when WeChat is busy it is not asked twice.
   * @throws TokenRefused when only the access token was wrong; ReminderFailure
   */
  async sendSubscribed({ openid, page, values }: SubscribedMessage, accessToken: string): Promise<void> {
    const keys = this.config.WECHAT_REMINDER_KEYS.split(',');
    const data = Object.fromEntries(keys.map((key, at) => [key, { value: values[at] }]));
    const question = {
      method: 'POST' as const,
      url: this.url('/cgi-bin/message/subscribe/send', { access_token: accessToken }),
      headers: JSON_BODY,
      body: JSON.stringify({
        touser: openid,
        template_id: this.config.WECHAT_REMINDER_TEMPLATE_ID,
        page,
        data,
        miniprogram_state: 'formal',
        lang: 'zh_CN',
      }),
    };
    const errcode = errcodeOf(await this.sendOnce('subscribe/send', question));
    if (errcode === 0) return;
    if (TOKEN_REFUSED.has(errcode)) throw new TokenRefused();
    throw reminderFailureOf(errcode);
  }

  private async sendOnce(call: string, question: Omit<Question, 'timeoutMs'>): Promise<Answer> {
    try {
      const answer = await askGateway({ ...question, timeoutMs: this.config.GATEWAY_TIMEOUT_MS });
      if (errcodeOf(answer) !== 0) this.warn(call, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      this.logger.warn(`${call}: ${error.reason}`);
      throw new ReminderFailure(error.sent ? 'uncertain' : 'refused');
    }
  }

  /** Writes down that an answer could not be used, and what to tell the caller. */
  unusable(call: string, what: string): Error {
    this.logger.warn(`${call}: answer without a usable ${what}`);
    return unavailable();
  }

  private async ask(call: string, question: Omit<Question, 'timeoutMs'>): Promise<Answer> {
    const first = await this.askOnce(call, question);
    if (errcodeOf(first) !== BUSY) return this.checked(call, first);
    await pause(BUSY_PAUSE_MS);
    return this.checked(call, await this.askOnce(call, question));
  }

  private async askOnce(call: string, question: Omit<Question, 'timeoutMs'>): Promise<Answer> {
    const headers = question.body === undefined ? undefined : JSON_BODY;
    try {
      return await askGateway({ ...question, headers, timeoutMs: this.config.GATEWAY_TIMEOUT_MS });
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      this.logger.warn(`${call}: ${error.reason}`);
      throw unavailable();
    }
  }

  private checked(call: string, answer: Answer): Answer {
    const errcode = errcodeOf(answer);
    if (errcode === 0) return answer;
    this.warn(call, answer);
    if (TOKEN_REFUSED.has(errcode) && call === 'getuserphonenumber') throw new TokenRefused();
    // The server's own call: nobody at a phone can mend it.
    throw call === 'stable_token' ? unavailable() : refusalOfErrcode(errcode);
  }

  private warn(call: string, answer: Answer): void {
    this.logger.warn(`${call}: errcode ${errcodeOf(answer)}${requestIdOf(answer)}`);
  }

  private url(path: string, query: Record<string, string> = {}): URL {
    const url = new URL(path, this.config.WECHAT_API_URL);
    url.search = new URLSearchParams(query).toString();
    return url;
  }

  private credentials(): { appid: string; secret: string } {
    const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret } = this.config;
    if (!appid || !secret) throw unavailable();
    return { appid, secret };
  }
}

/** A good answer has no errcode, or 0. */
function errcodeOf({ errcode }: Answer): number {
  return errcode === undefined ? 0 : Number(errcode);
}

/** The part of errmsg that WeChat's support asks for. */
function requestIdOf({ errmsg }: Answer): string {
  const id = /\brid: ([0-9a-f-]{8,40})/.exec(String(errmsg ?? ''))?.[1];
  return id ? ` rid ${id}` : '';
}
