import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { SmsStandIn, WechatStandIn, type SmsFault, type WechatFault } from '@jiati/tools/stand-ins';
import { CapturedLog } from '../../../test/harness/captured-log';
import { SettableClock } from '../../../test/harness/settable-clock';
import { testKeys } from '../../../test/harness/vault';
import { readConfig } from '../../config';
import { ReminderFailure } from './reminder-failure';
import { TencentSmsSender } from './sms/tencent-sms-sender';
import { AccessToken } from './wechat/access-token';
import { Wechat } from './wechat/wechat';
import { WechatApi } from './wechat/wechat-api';

const SEND = '/cgi-bin/message/subscribe/send';
const PHONE = '13900003001';

const configOf = (environment: Record<string, string>) =>
  readConfig({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    ...testKeys,
    GATEWAY_TIMEOUT_MS: '300',
    ...environment,
  });

/** `sent`, or why not. */
async function outcomeOf(sending: Promise<void>): Promise<string> {
  try {
    await sending;
    return 'sent';
  } catch (error) {
    if (error instanceof ReminderFailure) return error.reason;
    throw error;
  }
}

describe('a reminder', () => {
  const log = new CapturedLog();
  beforeAll(() => Logger.overrideLogger(log));

  describe('by WeChat', () => {
    let standIn: WechatStandIn;
    let wechat: Wechat;
    beforeEach(async () => {
      standIn = await WechatStandIn.start();
      const api = new WechatApi(configOf(standIn.environment()));
      wechat = new Wechat(api, new AccessToken(api, new SettableClock()));
    });
    afterEach(() => standIn.stop());

    const send = (user = 'lin') =>
      outcomeOf(
        wechat.sendReminder({
          openid: standIn.openidOf(user),
          page: 'pages/stairwell/index?code=2K7M9PQR',
          values: ['1号楼 1号门洞', '2026年12月6日 18:00'],
        }),
      );
    const asked = () => standIn.calls.filter(({ path }) => path === SEND).length;

    it('is one message for one “allow”, and opens the stairwell', async () => {
      standIn.allowMessage('lin');
      expect([await send(), await send()]).toEqual(['sent', 'no_permission']);
      expect(standIn.messages.inbox).toEqual([
        {
          openid: standIn.openidOf('lin'),
          page: 'pages/stairwell/index?code=2K7M9PQR',
          values: { thing1: '1号楼 1号门洞', time2: '2026年12月6日 18:00' },
        },
      ]);
    });

    it('asks for another token once when the one at hand is void, and not again when that is void too', async () => {
      standIn.allowMessage('lin');
      await wechat.phoneOf(standIn.phoneCode(PHONE));
      standIn.tokens.void();
      expect([await send(), asked()]).toEqual(['sent', 2]);
      standIn.allowMessage('lin');
      standIn.faults.plan(SEND, 42001, 2);
      expect([await send(), standIn.messages.inbox.length]).toEqual(['refused', 1]);
    });

    it.each<[WechatFault, string]>([
      [40003, 'unreachable'],
      [40037, 'refused'],
      [41030, 'refused'],
      [43101, 'no_permission'],
      [45009, 'refused'],
      [47003, 'refused'],
      [-1, 'uncertain'],
      ['slow', 'uncertain'],
      ['cut', 'uncertain'],
      ['garbage', 'uncertain'],
      ['status_500', 'uncertain'],
    ])('that is answered with %s is %s, and is not sent a second time', async (fault, reason) => {
      standIn.allowMessage('lin');
      standIn.faults.plan(SEND, fault);
      expect(await send()).toBe(reason);
      expect(standIn.messages.inbox).toEqual([]);
      expect(log.lines.at(-1)).toContain('subscribe/send: ');
      expect(log.lines.join()).not.toContain(standIn.openidOf('lin'));
    });

    it('has surely not left when WeChat is not there at all', async () => {
      await standIn.stop();
      expect(await send()).toBe('refused');
      standIn = await WechatStandIn.start();
    });
  });

  describe('by text message', () => {
    let standIn: SmsStandIn;
    let sms: TencentSmsSender;
    beforeEach(async () => {
      standIn = await SmsStandIn.start();
      sms = new TencentSmsSender(configOf(standIn.environment()));
    });
    afterEach(() => standIn.stop());

    const send = () => outcomeOf(sms.sendReminder(PHONE, ['12月6日', '18:00']));

    it('has a template of its own, with the day and the hour', async () => {
      expect(await send()).toBe('sent');
      expect(standIn.inbox).toMatchObject([
        { phone: PHONE, templateId: standIn.reminderTemplateId, parameters: ['12月6日', '18:00'] },
      ]);
    });

    it('cannot leave where no template is configured', () => {
      expect(sms.canRemind).toBe(true);
      const { SMS_REMINDER_TEMPLATE_ID: _, ...without } = standIn.environment();
      expect(new TencentSmsSender(configOf(without)).canRemind).toBe(false);
    });

    it.each<[SmsFault, string]>([
      ['status:LimitExceeded.PhoneNumberDailyLimit', 'refused'],
      ['status:FailedOperation.PhoneNumberInBlacklist', 'unreachable'],
      ['status:FailedOperation.TemplateIncorrectOrUnapproved', 'refused'],
      ['error:RequestLimitExceeded', 'refused'],
      ['error:InternalError', 'uncertain'],
      ['slow', 'uncertain'],
      ['status_500', 'uncertain'],
    ])('that is answered with %s is %s, and is not sent a second time', async (fault, reason) => {
      standIn.fail(fault);
      expect(await send()).toBe(reason);
      expect(standIn.requests).toBe(1);
      expect(log.lines.join()).not.toContain(PHONE);
    });
  });
});
