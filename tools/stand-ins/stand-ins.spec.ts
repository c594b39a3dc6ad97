import { tc3Problem, WechatStandIn } from './index.ts';

/** The worked example of cloud.tencent.com/document/api/382/52072, whose masked key is 32 asterisks. */
const published = {
  method: 'POST',
  headers: {
    'content-type': 'application/json; charset=utf-8',
    host: 'cvm.tencentcloudapi.com',
    'x-tc-action': 'DescribeInstances',
    'x-tc-timestamp': '1551113065',
    authorization:
      `TC3-HMAC-SHA256 Credential=AKID${'*'.repeat(32)}/2019-02-25/cvm/tc3_request, ` +
      'SignedHeaders=content-type;host;x-tc-action, ' +
      'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  },
  body: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
};
const keys = { secretId: `AKID${'*'.repeat(32)}`, secretKey: '*'.repeat(32) };
const then = 1_551_113_065_000;

describe('the signature verifier', () => {
  it('takes Tencent’s own worked example', () => {
    expect(tc3Problem(published, keys, then)).toBeNull();
  });

  it('refuses it with another body, host, key or hour', () => {
    const other = (headers: object) => ({ ...published, headers: { ...published.headers, ...headers } });
    expect(tc3Problem({ ...published, body: '{}' }, keys, then)).toBe('AuthFailure.SignatureFailure');
    expect(tc3Problem(other({ host: 'sms.tencentcloudapi.com' }), keys, then)).toBe('AuthFailure.SignatureFailure');
    expect(tc3Problem(published, { ...keys, secretKey: 'x' }, then)).toBe('AuthFailure.SignatureFailure');
    expect(tc3Problem(published, { ...keys, secretId: 'x' }, then)).toBe('AuthFailure.SecretIdNotFound');
    expect(tc3Problem(published, keys, then + 301_000)).toBe('AuthFailure.SignatureExpire');
    expect(tc3Problem(other({ authorization: undefined }), keys, then)).toBe('AuthFailure.InvalidAuthorization');
  });
});

describe('subscription messages of the stand-in', () => {
  let wechat: WechatStandIn;
  beforeEach(async () => {
    wechat = await WechatStandIn.start();
  });
  afterEach(() => wechat.stop());

  const message = () => ({
    touser: wechat.openidOf('lin'),
    template_id: wechat.reminderTemplateId,
    page: 'pages/stairwell/index?code=2K7M9PQR',
    data: { thing1: { value: '1号楼 1号门洞' }, time2: { value: '2026年12月6日 18:00' } },
    miniprogram_state: 'formal',
    lang: 'zh_CN',
  });
  const send = async (changes: object = {}, token = tokenOf()) => {
    const url = `${wechat.url}/cgi-bin/message/subscribe/send?access_token=${token}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ ...message(), ...changes }) });
    return [answer.status, ((await answer.json()) as { errcode: number }).errcode];
  };
  const tokenOf = () => (wechat.tokens.issue(false) as { access_token: string }).access_token;

  it('are one for each “allow”', async () => {
    expect(await send()).toEqual([200, 43101]);
    wechat.allowMessage('lin');
    expect([await send(), await send()]).toEqual([
      [200, 0],
      [200, 43101],
    ]);
    expect(wechat.messages.inbox).toEqual([
      {
        openid: wechat.openidOf('lin'),
        page: 'pages/stairwell/index?code=2K7M9PQR',
        values: { thing1: '1号楼 1号门洞', time2: '2026年12月6日 18:00' },
      },
    ]);
  });

  it.each<[object, number]>([
    [{ touser: '' }, 40003],
    [{ template_id: 'another' }, 40037],
    [{ page: 'pages/nowhere/index' }, 41030],
    [{ data: { thing1: { value: '1号楼' } } }, 47003],
    [{ data: { thing1: { value: '楼'.repeat(21) }, time2: { value: '18:00' } } }, 47003],
    [{ data: { thing1: { value: '1号楼' }, time2: { value: '明天' } } }, 47003],
  ])('are refused with %j', async (changes, errcode) => {
    wechat.allowMessage('lin');
    expect(await send(changes)).toEqual([200, errcode]);
    expect(wechat.messages.inbox).toEqual([]);
  });

  it('want a token that is still good, and cost no “allow” without one', async () => {
    wechat.allowMessage('lin');
    const old = tokenOf();
    wechat.tokens.void();
    expect(await send({}, old)).toEqual([200, 40001]);
    expect(await send()).toEqual([200, 0]);
  });
});

describe('stable_token of the stand-in', () => {
  let wechat: WechatStandIn;
  beforeEach(async () => {
    wechat = await WechatStandIn.start();
  });
  afterEach(() => wechat.stop());
  const ask = async (force_refresh?: boolean) => {
    const answer = await fetch(`${wechat.url}/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: wechat.appId,
        secret: wechat.appSecret,
        force_refresh,
      }),
    });
    return (await answer.json()) as { access_token: string; expires_in: number };
  };

  it('hands out the same token until its last five minutes, and lets the old one live five more', async () => {
    const first = await ask();
    wechat.advance(6_000_000);
    expect(await ask()).toEqual({ ...first, expires_in: expect.closeTo(1_200, -1) });
    wechat.advance(1_000_000);
    const second = await ask();
    expect(second.access_token).not.toBe(first.access_token);
    expect(wechat.tokens.check(first.access_token)).toBe(0);
    wechat.advance(300_000);
    expect(wechat.tokens.check(first.access_token)).toBe(42001);
    expect(wechat.tokens.check(second.access_token)).toBe(0);
  });

  it('voids the old one when forced, but not twice within 30 seconds', async () => {
    const first = await ask();
    const second = await ask(true);
    expect(wechat.tokens.check(first.access_token)).toBe(40001);
    expect((await ask(true)).access_token).toBe(second.access_token);
    wechat.advance(30_000);
    expect((await ask(true)).access_token).not.toBe(second.access_token);
  });
});
