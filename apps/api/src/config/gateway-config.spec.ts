import 'reflect-metadata';
import { testKeys } from '../../test/harness/vault';
import { readConfig } from '.';

const usable = { DATABASE_URL: 'postgres://jiati:secret@127.0.0.1/jiati', ...testKeys };
const tencent = {
  SMS_PROVIDER: 'tencent',
  SMS_SECRET_ID: 'AKIDx',
  SMS_SECRET_KEY: 'a-secret-key',
  SMS_APP_ID: '1400006666',
  SMS_SIGN_NAME: '春晓加梯',
  SMS_TEMPLATE_ID: '1110001',
};
const weapp = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: 'a-secret' };
const reading = (environment: Record<string, string>) => () => readConfig({ ...usable, ...environment });

describe('what the environment says of the gateways', () => {
  it('may be nothing at all, a whole gateway, or the demo’s console', () => {
    expect(reading({})).not.toThrow();
    expect(reading({ ...tencent, ...weapp })).not.toThrow();
    expect(reading({ SMS_PROVIDER: 'console', JIATI_DEMO: '1' })).not.toThrow();
  });

  it.each<[why: string, environment: Record<string, string>, said: RegExp]>([
    ['codes on a real office’s console', { SMS_PROVIDER: 'console' }, /demo only/],
    ['a provider nobody knows', { SMS_PROVIDER: 'pigeon' }, /SMS_PROVIDER/],
    ['half a gateway', { ...tencent, SMS_SECRET_KEY: '' }, /SMS_SECRET_KEY/],
    ['an AppID without its secret', { ...weapp, WECHAT_APP_SECRET: '' }, /together/],
    ['what is no AppID', { ...weapp, WECHAT_APP_ID: 'jiati' }, /WECHAT_APP_ID/],
    ['reminders by a gateway that is not there', { SMS_REMINDER_TEMPLATE_ID: '1110002' }, /SMS_PROVIDER=tencent/],
    ['reminders of no mini-program', { WECHAT_REMINDER_TEMPLATE_ID: 'x'.repeat(43) }, /WECHAT_APP_ID/],
    ['keys no template has', { ...weapp, WECHAT_REMINDER_KEYS: 'name1,phone2' }, /WECHAT_REMINDER_KEYS/],
    ['secrets sent in the clear', { ...weapp, WECHAT_API_URL: 'http://api.weixin.qq.com' }, /https/],
    ['numbers sent in the clear', { ...tencent, SMS_API_URL: 'http://sms.example.org' }, /https/],
  ])('is refused at start for %s', (_, environment, said) => {
    expect(reading(environment)).toThrow(said);
  });

  it('does not repeat a secret in what it says', () => {
    expect(reading({ ...tencent, SMS_APP_ID: 'x', WECHAT_APP_SECRET: 'a-secret' })).not.toThrow(/a-secret/);
  });
});
