import { createHash, randomBytes } from 'node:crypto';
import { Faults, serve, type Fault, type Received, type RunningServer } from './server.ts';
import { SubscribedMessages } from './wechat-messages.ts';
import { WechatTokens } from './wechat-tokens.ts';

const CODE_LIFE_MS = 300_000;

interface Code<T> {
  about: T;
  goodUntil: number;
  used: boolean;
}
interface PhoneOfCode {
  phone: string;
  countryCode: string;
  appId: string;
}
/** An errcode to answer with, or a fault of the line. */
export type WechatFault = Fault | number;

const ERRMSG: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
};

/**
 * WeChat's server side as a mini-program's own server meets it, on this machine: single-use codes that live five
 * minutes, `stable_token` with its rotation, subscription messages that were allowed one by one, every error with HTTP
 * 200. Its `/stand-in/` addresses play the part of the WeChat app on a phone, which hands out the codes and asks whether
 * a message is allowed.
 */
export class WechatStandIn {
  readonly appId = 'wx00d0e1f2a3b4c5d6';
  readonly appSecret = randomBytes(16).toString('hex');
  readonly reminderTemplateId = 'stand-in-reminder-of-an-open-round-0123456789';
  readonly messages = new SubscribedMessages(this.reminderTemplateId);
  readonly tokens: WechatTokens;
  readonly faults = new Faults<WechatFault>();
  /** The documented calls that came in, oldest first. */
  readonly calls: { path: string; force?: boolean }[] = [];
  private readonly loginCodes = new Map<string, Code<string>>();
  private readonly phoneCodes = new Map<string, Code<PhoneOfCode>>();
  private offsetMs = 0;
  private server!: RunningServer;

  private constructor() {
    this.tokens = new WechatTokens(() => this.now());
  }

  /** Starts it on 127.0.0.1; port 0 takes a free one. */
  static async start(port = 0): Promise<WechatStandIn> {
    const standIn = new WechatStandIn();
    standIn.server = await serve((received) => standIn.handle(received), port);
    return standIn;
  }

  get url(): string {
    return this.server.url;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** What an API needs in its environment to ask this one instead of WeChat. */
  environment(): Record<string, string> {
    return {
      WECHAT_APP_ID: this.appId,
      WECHAT_APP_SECRET: this.appSecret,
      WECHAT_API_URL: this.url,
      WECHAT_REMINDER_TEMPLATE_ID: this.reminderTemplateId,
    };
  }

  /** Moves its clock on. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }

  /** What `wx.login` gives to this user of WeChat. */
  loginCode(user: string): string {
    return this.keep(this.loginCodes, `0${randomBytes(23).toString('base64url')}`, this.openidOf(user));
  }

  /** What the button `open-type="getPhoneNumber"` gives when its owner allows it. */
  phoneCode(phone: string, { countryCode = '86', appId = this.appId } = {}): string {
    return this.keep(this.phoneCodes, randomBytes(32).toString('hex'), { phone, countryCode, appId });
  }

  /** The user taps “allow” when the mini-program asks whether it may send one message. */
  allowMessage(user: string): void {
    this.messages.allow(this.openidOf(user));
  }

  /** The user's openid in this mini-program. */
  openidOf(user: string): string {
    return `o${createHash('sha256').update(`${this.appId}:${user}`).digest('base64url').slice(0, 27)}`;
  }

  private now(): number {
    return Date.now() + this.offsetMs;
  }

  private keep<T>(codes: Map<string, Code<T>>, code: string, about: T): string {
    codes.set(code, { about, goodUntil: this.now() + CODE_LIFE_MS, used: false });
    return code;
  }

  private handle(received: Received): object | Fault {
    const { path } = received;
    if (path.startsWith('/stand-in/')) return this.onPhone(received);
    const fault = this.faults.take(path);
    if (typeof fault === 'number') return failure(fault);
    if (fault) return fault;
    if (path === '/sns/jscode2session') return this.code2session(received);
    if (path === '/cgi-bin/stable_token') return this.stableToken(received);
    if (path === '/wxa/business/getuserphonenumber') return this.phoneNumber(received);
    if (path === '/cgi-bin/message/subscribe/send') return this.subscribedMessage(received);
    return 'garbage';
  }

  private code2session({ path, query }: Received): object {
    this.calls.push({ path });
    const wrong = this.credentialsError(query.get('appid'), query.get('secret'));
    if (wrong) return failure(wrong);
    if (query.get('grant_type') !== 'authorization_code') return failure(40002);
    const code = this.loginCodes.get(query.get('js_code') ?? '');
    if (!code || this.now() >= code.goodUntil) return failure(40029);
    if (code.used) return failure(40163);
    code.used = true;
    // As today's WeChat: no errcode in a good answer.
    return { session_key: randomBytes(16).toString('base64'), openid: code.about };
  }

  private stableToken({ path, method, body }: Received): object {
    const asked = jsonOf(body);
    const force = asked?.force_refresh === true;
    this.calls.push({ path, force });
    if (method !== 'POST') return failure(43002);
    if (!asked) return failure(47001);
    const wrong = this.credentialsError(asked.appid, asked.secret);
    if (wrong) return failure(wrong);
    if (asked.grant_type !== 'client_credential') return failure(40002);
    const issued = this.tokens.issue(force);
    return 'errcode' in issued ? failure(issued.errcode) : issued;
  }

  private phoneNumber({ path, method, query, body }: Received): object {
    this.calls.push({ path });
    if (method !== 'POST') return failure(43002);
    const wrong = this.tokens.check(query.get('access_token'));
    if (wrong) return failure(wrong);
    const code = this.phoneCodes.get(String(jsonOf(body)?.code));
    if (!code || code.used || this.now() >= code.goodUntil) return failure(40029);
    code.used = true;
    const { phone, countryCode, appId } = code.about;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: countryCode === '86' ? phone : `+${countryCode}${phone}`,
        purePhoneNumber: phone,
        countryCode,
        watermark: { timestamp: Math.floor(this.now() / 1_000), appid: appId },
      },
    };
  }

  private subscribedMessage({ path, method, query, body }: Received): object {
    this.calls.push({ path });
    if (method !== 'POST') return failure(43002);
    const wrong = this.tokens.check(query.get('access_token'));
    if (wrong) return failure(wrong);
    this.messages.bodies.push(body);
    const message = jsonOf(body);
    const errcode = message ? this.messages.send(message) : 47001;
    return errcode === 0 ? { errcode: 0, errmsg: 'ok', msgid: Date.now() } : failure(errcode);
  }

  private credentialsError(appId: unknown, secret: unknown): number {
    if (appId !== this.appId) return 40013;
    return secret === this.appSecret ? 0 : 40125;
  }

  /** The WeChat app on a phone; in the product's life this is not our server's to ask. */
  private onPhone({ path, body }: Received): object | Fault {
    const { user, phone } = jsonOf(body) ?? {};
    if (path === '/stand-in/login-codes') return { code: this.loginCode(String(user)) };
    if (path === '/stand-in/allowed-messages') {
      this.allowMessage(String(user));
      return {};
    }
    if (path === '/stand-in/phone-codes') return { code: this.phoneCode(String(phone)) };
    return 'status_500';
  }
}

function failure(errcode: number): object {
  const id = randomBytes(10)
    .toString('hex')
    .replace(/(.{8})(.{8})(.{4})/, '$1-$2-$3');
  return { errcode, errmsg: `${ERRMSG[errcode] ?? 'error'} rid: ${id}` };
}

function jsonOf(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
