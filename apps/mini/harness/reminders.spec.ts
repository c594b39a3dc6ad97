import path from 'node:path';
import { openMiniProgram, type Phone } from './phone';
import { Books, runningSystem } from './system';

const dist = process.env.JIATI_WEAPP_DIST ?? path.resolve(__dirname, '../dist/weapp');

interface Chosen {
  channel: string;
  weappPermissions: number;
}

describe('choosing in the mini-program how to be reminded', () => {
  const system = runningSystem();
  const everyone = Books.ofEveryone(system);
  const wechat = { url: system.wechatUrl, name: 'who is reminded', phone: '13900008802' };
  let phone: Phone;
  afterAll(() => phone?.close());

  const chosen = async () => {
    const session = phone.storage.get('jiati.token') as string;
    const { channel, weappPermissions } = (await Books.ofSession(system, session).get('/api/my/reminders')) as Chosen;
    return [channel, weappPermissions];
  };

  it('counts one message for each time WeChat was allowed, asked at the tap itself', async () => {
    phone = await openMiniProgram({ dist, apiBase: system.url, wechat });
    await phone.open('pages/login/index');
    await phone.tap('用微信登录');
    await phone.tap('用这个微信的手机号登录');
    await phone.until(() => phone.route === 'pages/me/index', 'my own page is open');
    await phone.tap('快截止时提醒我');
    await phone.sees('还没有选，所以不会提醒您');
    await phone.tap('微信消息');
    await phone.sees('记下了：快截止时给您发微信消息');
    await phone.sees('微信现在还能给您发1条');
    await phone.tap('再允许一次');
    await phone.sees('微信现在还能给您发2条');
    expect(await chosen()).toEqual(['weapp', 2]);
    await phone.back();
    await phone.sees('现在：微信消息');
    await phone.tap('快截止时提醒我');
  });

  it('says what to do when WeChat was not allowed, is turned off, is closed or does not answer; nothing changes', async () => {
    for (const [answer, told] of [
      ['reject', '微信里没有允许'],
      [20004, '您的微信关掉了这个小程序的消息'],
      ['ban', '微信消息现在发不了'],
      [10002, '微信没有回应'],
    ] as const) {
      phone.wechat.messageAnswer = answer;
      await phone.tap('再允许一次');
      await phone.sees(told);
    }
    phone.wechat.messageAnswer = 'reject';
    await phone.tap('再允许一次');
    await phone.tap('打开微信设置');
    expect(phone.wechat.settingsOpened).toBe(1);
    expect(await chosen()).toEqual(['weapp', 2]);
  });

  it('takes another choice at one tap, and lets the agreement be taken back where the purposes stand', async () => {
    await phone.tap('发短信');
    await phone.sees('记下了：快截止时给您发短信');
    expect((await chosen())[0]).toBe('sms');
    await phone.open('pages/purpose/index?id=text-messages');
    await phone.sees('您同意的时间');
    await phone.tap('收回同意');
    await phone.sees('要收回同意吗');
    await phone.tap('收回同意');
    await phone.sees('收回的时间');
    expect((await chosen())[0]).toBe('none');
    await phone.tap('选怎么提醒我');
    await phone.sees('还没有选，所以不会提醒您');
    expect(phone.errors).toEqual([]);
  });

  it('sends whoever came by text message to WeChat’s own way in first', async () => {
    const telephone = (await everyone.guide()).people.find(({ title }) => title.includes('租客'))!.phone!;
    phone.close();
    phone = await openMiniProgram({ dist, apiBase: system.url });
    await phone.open('pages/login/index');
    await phone.tap('用短信验证码登录');
    await phone.type('手机号', telephone);
    await phone.tap('发送验证码');
    await phone.sees('已经发到');
    await phone.type('6位验证码', await everyone.phoneCode(telephone));
    await phone.tap('登录');
    await phone.until(() => phone.route === 'pages/me/index', 'my own page is open');
    await phone.open('pages/reminders/index');
    await phone.sees('要先用微信登录过');
    await phone.tap('不用提醒');
    await phone.sees('记下了：不提醒您');
    expect(phone.errors).toEqual([]);
  });
});
