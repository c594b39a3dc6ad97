import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { Browser, Desk } from '../../../test/stories/browser';
import { BindingsModule } from '../bindings';
import { Accounts, SmsSender } from '.';

describe('a session under attack', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [BindingsModule], environment: { JIATI_DEMO: '1' } });
  });
  afterAll(() => api.stop());

  const who = async (browser: Browser, headers?: Record<string, string>) =>
    (await browser.get('/api/session', headers)).status;
  const browserOf = ({ token, client }: TestActor): Browser => {
    const browser = new Browser(api, client as 'h5' | 'office');
    browser.cookies.set(`jiati_${client}`, token);
    return browser;
  };
  let phones = 0;
  const signInByPhone = async (browser: Browser) => {
    const phone = `1370000${String((phones += 1)).padStart(4, '0')}`;
    await browser.post('/api/session/codes', { phone });
    const { code } = api.app.get(SmsSender).recentCodes()[0]!;
    return browser.post('/api/session/phone', { phone, code });
  };

  it('cannot be forged, guessed or read out of the database', async () => {
    const { token } = await api.loginAs('resident-101');
    const [{ token_hash }] = await api.dataSource.query('SELECT token_hash FROM sessions LIMIT 1');
    const forged = [
      'A'.repeat(43),
      token.slice(0, 42) + (token.endsWith('A') ? 'B' : 'A'),
      token.toLowerCase(),
      token_hash,
      Buffer.from(token_hash, 'hex').toString('base64url'),
      `${token} OR 1=1`,
      '',
    ];
    for (const each of forged) {
      expect(await who(new Browser(api, 'h5'), { cookie: `jiati_h5=${each}` })).toBe(401);
    }
  });

  it('is worth nothing in another front end or another place of the request', async () => {
    const resident = await api.loginAs('resident-102');
    const { token } = resident;
    const status = async (client: 'h5' | 'weapp' | 'office', headers: Record<string, string>) =>
      (await api.http(undefined, client).get('/api/session', headers)).status;
    expect(await status('h5', { cookie: `jiati_h5=${token}` })).toBe(200);
    expect(await status('h5', { authorization: `Bearer ${token}` })).toBe(401);
    expect(await status('office', { cookie: `jiati_office=${token}` })).toBe(401);
    expect(await status('weapp', { authorization: `Bearer ${token}` })).toBe(401);
    expect(await status('weapp', { cookie: `jiati_h5=${token}` })).toBe(401);
    expect(await status('h5', { cookie: `jiati_session=${token}` })).toBe(401);
    expect((await api.http().get(`/api/session?token=${token}`)).status).toBe(401);
  });

  it('that was planted before a sign-in does not become the victim’s', async () => {
    const attacker = new Browser(api, 'h5');
    await signInByPhone(attacker);
    const victim = attacker.copy();
    expect((await signInByPhone(victim)).status).toBe(200);
    expect([...victim.cookies]).not.toEqual([...attacker.cookies]);
    expect([await who(victim), await who(attacker)]).toEqual([200, 401]);
    const chosen = new Browser(api, 'h5');
    chosen.cookies.set('jiati_h5', 'x'.repeat(43));
    const planted = chosen.copy();
    await signInByPhone(chosen);
    expect([await who(chosen), await who(planted)]).toEqual([200, 401]);
  });

  it('is dead after signing out, also for whoever kept the cookie', async () => {
    const browser = browserOf(await api.loginAs('resident-103'));
    const kept = browser.copy();
    expect((await browser.delete('/api/session')).status).toBe(204);
    expect([browser.cookies.size, await who(kept)]).toEqual([0, 401]);
  });

  it('ends on another device with its next request, one or all of them', async () => {
    const [here, there, elsewhere] = await Promise.all([1, 2, 3].map(() => api.loginAs('resident-104'))).then((all) =>
      all.map(browserOf),
    );
    const list = (await here!.get('/api/my/devices')).body as { id: string; isThis: boolean }[];
    expect(list.map(({ isThis }) => isThis)).toEqual([true, false, false]);
    const thereId = (await there!.get('/api/my/devices')).body[0].id;
    expect((await here!.delete(`/api/my/devices/${thereId}`)).status).toBe(204);
    expect([await who(there!), await who(elsewhere!)]).toEqual([401, 200]);
    expect((await here!.delete(`/api/my/devices/${thereId}`)).status).toBe(204);
    expect((await here!.delete('/api/my/devices')).status).toBe(204);
    expect([await who(here!), await who(elsewhere!)]).toEqual([200, 401]);
    expect((await here!.get('/api/my/devices')).body).toHaveLength(1);
  });

  it('ends at once in another process of the API', async () => {
    const second = await startTestApi({ features: [BindingsModule], database: api.database });
    const actor = await api.loginAs('resident-105');
    const ask = () => second.http(actor).get('/api/session');
    expect((await ask()).status).toBe(200);
    await api.http(actor).delete('/api/session');
    expect((await ask()).status).toBe(401);
    await second.stop();
  });

  it('of somebody else is not found, and stays', async () => {
    const mine = browserOf(await api.loginAs('resident-106'));
    const theirs = await api.loginAs('resident-107');
    expect((await mine.delete(`/api/my/devices/${theirs.sessionId}`)).status).toBe(404);
    expect(await who(browserOf(theirs))).toBe(200);
  });

  it('tells its owner what kind of device it is on, and keeps no more of it', async () => {
    const agent = 'Mozilla/5.0 (Linux; Android 14; SECRET-MODEL) Chrome/120.0 MicroMessenger/8.0.47';
    const browser = new Browser(api, 'h5');
    const phone = '13700009999';
    await browser.post('/api/session/codes', { phone });
    const { code } = api.app.get(SmsSender).recentCodes()[0]!;
    await browser.post('/api/session/phone', { phone, code }, { 'user-agent': agent });
    expect((await browser.get('/api/my/devices')).body[0].deviceName).toBe('安卓手机 · 微信');
    const [row] = await api.dataSource.query(
      `SELECT count(*) FROM sessions WHERE sessions::text LIKE '%SECRET-MODEL%'`,
    );
    expect(row.count).toBe(0);
  });

  it('ends when the office gives its account another role', async () => {
    const resident = await api.loginAs('resident-108', { phone: '13700008888' });
    await api.dataSource.transaction((tx) =>
      api.app.get(Accounts).ensureVolunteer(tx, { id: resident.accountId, displayName: '陈姐', phone: '13700008888' }),
    );
    expect(await who(browserOf(resident))).toBe(401);
  });

  it('is not used by a foreign page: neither by form, by script nor by picture', async () => {
    const browser = browserOf(await api.loginAs('resident-109'));
    const change = (headers: Record<string, string>) =>
      browser.put('/api/session/helper', { helperName: '坏人', helperRelation: 'carer' }, headers);
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await change({ 'sec-fetch-site': site })).body.code).toBe('cross_site');
    }
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://']) {
      expect((await change({ origin })).body.code).toBe('cross_site');
    }
    expect((await change({ 'x-jiati-client': '' })).body.code).toBe('client_missing');
    expect((await browser.get('/api/session')).body.helper).toBeNull();
    expect((await change({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' })).status).toBe(200);
    expect((await change({ origin: 'http://localhost:80' })).status).toBe(200);
  });

  it('does not let a foreign page sign its victim in as somebody else', async () => {
    const browser = new Browser(api, 'h5');
    const answer = await browser.post(
      '/api/session/phone',
      { phone: '13700000001', code: '123456' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.body.code).toBe('cross_site');
  });

  it('of an officer lives beside a neighbour’s in one browser', async () => {
    const desk = await Desk.ready(api);
    const neighbour = new Browser(api, 'h5');
    await signInByPhone(neighbour);
    const both = [...neighbour.cookies, ...desk.browser.cookies].map((each) => each.join('=')).join('; ');
    const roleIn = async (client: 'h5' | 'office') =>
      (await api.http(undefined, client).get('/api/session', { cookie: both })).body.account.role;
    expect([await roleIn('h5'), await roleIn('office')]).toEqual(['resident', 'officer']);
    // A picture on a page cannot say which app it belongs to; the page it stands on does.
    const asPicture = async (referer: string) =>
      (await api.http().get('/api/session', { cookie: both, 'x-jiati-client': '', referer })).body.account.role;
    expect(await asPicture('http://localhost:80/office/reviews/1')).toBe('officer');
    expect(await asPicture('http://localhost:80/s/CXY3K9')).toBe('resident');
  });
});

describe('a session’s cookie under HTTPS', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [BindingsModule], environment: { JIATI_DEMO: '1', TRUSTED_HOPS: '1' } });
  });
  afterAll(() => api.stop());

  it('is bound to this host, and one without that bond is not taken', async () => {
    const secure = { 'x-forwarded-proto': 'https' };
    const browser = new Browser(api, 'h5');
    await browser.post('/api/session/codes', { phone: '13700000001' }, secure);
    const { code } = api.app.get(SmsSender).recentCodes()[0]!;
    const answer = await browser.post('/api/session/phone', { phone: '13700000001', code }, secure);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-jiati_h5=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/,
    );
    const token = browser.cookies.get('__Host-jiati_h5')!;
    const status = async (cookie: string) => (await api.http().get('/api/session', { ...secure, cookie })).status;
    expect(await status(`__Host-jiati_h5=${token}`)).toBe(200);
    expect(await status(`jiati_h5=${token}`)).toBe(401);
  });
});
