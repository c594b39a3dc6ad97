import path from 'node:path';
import { openMiniProgram, type Phone } from './phone';
import { Books, runningSystem } from './system';

const dist = process.env.JIATI_WEAPP_DIST ?? path.resolve(__dirname, '../dist/weapp');

describe('logging in by WeChat', () => {
  const system = runningSystem();
  const number = '13900008801';
  const user = { url: system.wechatUrl, name: 'a neighbour with WeChat', phone: number };
  let phone: Phone;

  afterEach(() => phone?.close());

  const opens = async (page: string) => {
    phone = await openMiniProgram({ dist, apiBase: system.url, wechat: user });
    await phone.open(page);
  };

  it('asks for the number once, takes no for an answer, and needs one tap afterwards', async () => {
    await opens('pages/login/index');
    await phone.tap('用微信登录');
    await phone.sees('第一次用微信登录');

    phone.wechat.allowsPhone = false;
    await phone.tap('用这个微信的手机号登录');
    await phone.sees('没有拿到手机号');

    phone.wechat.allowsPhone = true;
    await phone.tap('用这个微信的手机号登录');
    await phone.until(() => phone.route === 'pages/me/index', 'my own page is open');
    await phone.sees('139****8801');
    expect(phone.errors).toEqual([]);
    phone.close();

    await opens('pages/login/index');
    await phone.tap('用微信登录');
    await phone.until(() => phone.route === 'pages/me/index', 'my own page is open');
    expect(phone.errors).toEqual([]);
  });

  it('finds the account that was made by text message', async () => {
    const everyone = Books.ofEveryone(system);
    const known = (await everyone.guide()).people.find(({ title }) => title.includes('已经投过票'))!.phone!;
    phone = await openMiniProgram({ dist, apiBase: system.url, wechat: { ...user, name: 'another', phone: known } });
    await phone.open('pages/login/index');
    await phone.tap('用微信登录');
    await phone.tap('用这个微信的手机号登录');
    await phone.until(() => phone.route === 'pages/me/index', 'my own page is open');
    await phone.sees('201室');
  });
});
