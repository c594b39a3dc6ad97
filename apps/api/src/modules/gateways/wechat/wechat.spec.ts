import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { WechatStandIn, type WechatFault } from '@jiati/tools/stand-ins';
import { readConfig } from '../../../config';
import { CapturedLog } from '../../../../test/harness/captured-log';
import { SettableClock } from '../../../../test/harness/settable-clock';
import { testKeys } from '../../../../test/harness/vault';
import { Refusal } from '../../../platform/errors';
import { AccessToken } from './access-token';
import { Wechat } from './wechat';
import { WechatApi } from './wechat-api';

const CODE2SESSION = '/sns/jscode2session';
const STABLE_TOKEN = '/cgi-bin/stable_token';
const PHONE = '/wxa/business/getuserphonenumber';
const PHONE_NUMBER = '13900002001';

describe('the WeChat client', () => {
  let standIn: WechatStandIn;
  let clock: SettableClock;
  let wechat: Wechat;
  const log = new CapturedLog();
  beforeAll(() => Logger.overrideLogger(log));
  beforeEach(async () => {
    standIn = await WechatStandIn.start();
    clock = new SettableClock();
    wechat = aProcess();
  });
  afterEach(() => standIn.stop());

  /** The client as one process of the API has it. */
  function aProcess(environment: Record<string, string> = {}): Wechat {
    const config = readConfig({
      DATABASE_URL: 'postgres://nobody@localhost/none',
      ...testKeys,
      GATEWAY_TIMEOUT_MS: '300',
      ...standIn.environment(),
      ...environment,
    });
    const api = new WechatApi(config);
    return new Wechat(api, new AccessToken(api, clock));
  }

  const login = (of = wechat) => outcomeOf(of.openidOf(standIn.loginCode('lin')));
  const phone = (of = wechat) => outcomeOf(of.phoneOf(standIn.phoneCode(PHONE_NUMBER)));
  const callsOf = (path: string) => standIn.calls.filter((call) => call.path === path);
  const minutes = (count: number) => {
    clock.advanceMinutes(count);
    standIn.advance(count * 60_000);
  };

  describe('what each errcode becomes', () => {
    const ours = { status: 503, code: 'gateway_unavailable', retryAfter: 30 };
    const table: [errcode: number, refusal: object][] = [
      [40029, { status: 401, code: 'weapp_code_refused' }],
      [40163, { status: 401, code: 'weapp_code_refused' }],
      [40226, { status: 403, code: 'weapp_account_blocked' }],
      [45011, { status: 429, code: 'weapp_too_often', retryAfter: 60 }],
      [40013, ours],
      [40125, ours],
      [40001, ours],
      [99999, ours],
    ];
    it.each(table)('%i at sign-in', async (errcode, refusal) => {
      standIn.faults.plan(CODE2SESSION, errcode);
      expect(await login()).toEqual(refusal);
    });

    it.each<[number, object]>([
      [40029, { status: 401, code: 'weapp_phone_refused' }],
      [45011, { status: 429, code: 'weapp_too_often', retryAfter: 60 }],
      [48001, ours],
      [1400001, ours],
    ])('%i at the phone number', async (errcode, refusal) => {
      standIn.faults.plan(PHONE, errcode);
      expect(await phone()).toEqual(refusal);
    });

    it.each([40125, 45009, 45011])('%i at the token is ours to mend', async (errcode) => {
      standIn.faults.plan(STABLE_TOKEN, errcode);
      expect(await phone()).toEqual(ours);
      expect(await phone()).toBe(PHONE_NUMBER);
    });

    it.each<WechatFault>(['slow', 'cut', 'garbage', 'huge', 'status_500'])('a line that is %s', async (fault) => {
      standIn.faults.plan(CODE2SESSION, fault);
      expect(await login()).toEqual(ours);
      expect(await login()).toBe(standIn.openidOf('lin'));
    });

    it('nobody there, or no AppID at all', async () => {
      const gone = await WechatStandIn.start();
      await gone.stop();
      expect(await login(aProcess({ WECHAT_API_URL: gone.url }))).toEqual(ours);
      expect(log.lines.at(-1)).toContain('unreachable');
      const nothing = { WECHAT_APP_ID: '', WECHAT_APP_SECRET: '', WECHAT_REMINDER_TEMPLATE_ID: '' };
      expect(await login(aProcess(nothing))).toEqual(ours);
    });
  });

  it('tries once more when WeChat is busy, and only once', async () => {
    standIn.faults.plan(CODE2SESSION, -1);
    expect(await login()).toBe(standIn.openidOf('lin'));
    standIn.faults.plan(CODE2SESSION, -1, 2);
    expect(await login()).toEqual({ status: 503, code: 'gateway_unavailable', retryAfter: 30 });
    expect(callsOf(CODE2SESSION)).toHaveLength(1);
  });

  it('does not take a phone number meant for another mini-program, nor one from abroad', async () => {
    const foreign = standIn.phoneCode(PHONE_NUMBER, { appId: 'wxffffffffffffffff' });
    expect(await outcomeOf(wechat.phoneOf(foreign))).toMatchObject({ status: 503 });
    const abroad = standIn.phoneCode('91234567', { countryCode: '852' });
    expect(await outcomeOf(wechat.phoneOf(abroad))).toEqual({ status: 403, code: 'weapp_phone_not_mainland' });
  });

  describe('the access token', () => {
    it('is asked for once, by however many at once, until its last five minutes', async () => {
      expect(await Promise.all(Array.from({ length: 10 }, () => phone()))).toEqual(Array(10).fill(PHONE_NUMBER));
      minutes(114);
      await phone();
      expect(callsOf(STABLE_TOKEN)).toHaveLength(1);
      minutes(2);
      expect(await phone()).toBe(PHONE_NUMBER);
      expect(callsOf(STABLE_TOKEN)).toEqual([
        { path: STABLE_TOKEN, force: false },
        { path: STABLE_TOKEN, force: false },
      ]);
    });

    it('is shared by two processes: both get the same, and neither voids the other’s', async () => {
      const other = aProcess();
      for (const each of [wechat, other, wechat, other]) expect(await phone(each)).toBe(PHONE_NUMBER);
      expect(callsOf(STABLE_TOKEN).map(({ force }) => force)).toEqual([false, false]);
    });

    it('is forced when WeChat refuses it and offers no other, once for all who wait', async () => {
      await phone();
      standIn.faults.plan(PHONE, 40001, 5);
      expect(await Promise.all(Array.from({ length: 5 }, () => phone()))).toEqual(Array(5).fill(PHONE_NUMBER));
      expect(callsOf(STABLE_TOKEN).map(({ force }) => force)).toEqual([false, false, true]);
    });

    it('is not forced by a process whose token another process has just replaced', async () => {
      const other = aProcess();
      await phone();
      await phone(other);
      standIn.tokens.issue(true);
      expect(await phone()).toBe(PHONE_NUMBER);
      expect(await phone(other)).toBe(PHONE_NUMBER);
      expect(callsOf(STABLE_TOKEN).filter(({ force }) => force)).toEqual([]);
    });

    it('that ended unnoticed is replaced without forcing', async () => {
      await phone();
      standIn.advance(7_200_000); // our clock is slow
      expect(await phone()).toBe(PHONE_NUMBER);
      expect(callsOf(STABLE_TOKEN).map(({ force }) => force)).toEqual([false, false]);
    });

    it('is not forced again and again when every one is refused', async () => {
      standIn.faults.plan(PHONE, 40001, 6);
      for (let i = 0; i < 3; i += 1) expect(await phone()).toMatchObject({ status: 503 });
      expect(callsOf(STABLE_TOKEN).filter(({ force }) => force)).toHaveLength(1);
    });
  });

  it('writes the call, the errcode and WeChat’s request id, and nothing else', () => {
    const shape =
      /^(jscode2session|stable_token|getuserphonenumber): (errcode -?\d+ rid [\da-f-]+|[a-z_]+|answer without a usable \w+) wechat$/;
    expect(log.lines.length).toBeGreaterThan(30);
    expect(log.lines.filter((line) => !shape.test(line))).toEqual([]);
  });
});

/** The value, or as much of the refusal as is said to the caller. */
async function outcomeOf(asked: Promise<string>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, more } = error;
    return { status, code, ...(more.retryAfterSeconds ? { retryAfter: more.retryAfterSeconds } : {}) };
  }
}
