import { WechatStandIn } from '@jiati/tools/stand-ins';
import { startTestApi, type Answer, type TestApi } from '../../../../test/harness';
import { Vault } from '../../../platform/vault';
import { AccountsModule } from '..';

describe('signing in by WeChat', () => {
  let wechat: WechatStandIn;
  let api: TestApi;
  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    api = await startTestApi({
      features: [AccountsModule],
      environment: { JIATI_DEMO: '1', GATEWAY_TIMEOUT_MS: '300', ...wechat.environment() },
    });
  });
  afterAll(async () => {
    await api.stop();
    await wechat.stop();
  });
  afterEach(() => wechat.faults.clear());

  const send = (body: { loginCode: string; phoneCode?: string }): Promise<Answer> =>
    api.http(undefined, 'weapp').post('/api/session/weapp', body);
  /** A user of WeChat opens the mini-program, and shows the phone's number when asked to. */
  const signIn = (user: string, phone?: string) =>
    send({ loginCode: wechat.loginCode(user), ...(phone ? { phoneCode: wechat.phoneCode(phone) } : {}) });
  const identities = () => api.dataSource.query('SELECT * FROM weapp_identities');
  const auditOf = async (accountId: string): Promise<string[]> => {
    const lines = await api.dataSource.query('SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id', [
      accountId,
    ]);
    return lines.map(({ action }: { action: string }) => action);
  };

  it('asks for the phone number the first time, makes the account by it, and needs only wx.login afterwards', async () => {
    const stranger = await signIn('lin');
    expect([stranger.status, stranger.body.code]).toEqual([403, 'weapp_phone_needed']);

    const first = await signIn('lin', '13900001001');
    expect(first.status).toBe(200);
    expect(first.body.account).toMatchObject({ role: 'resident', phoneMasked: '139****1001' });
    expect(first.body.token).toMatch(/^[\w-]{43}$/);

    const again = await signIn('lin');
    expect(again.status).toBe(200);
    expect(again.body.account.id).toBe(first.body.account.id);
    expect(await auditOf(first.body.account.id)).toEqual(['weapp_identity.bind', 'session.start', 'session.start']);
  });

  it('finds the account that the same phone made by text message', async () => {
    const known = await api.loginAs('resident-302', { phone: '13900001002' });
    expect((await signIn('he', '13900001002')).body.account.id).toBe(known.accountId);
  });

  it('lets the phone decide when the openid belonged to another account', async () => {
    const old = (await signIn('zhang', '13900001003')).body.account.id;
    const moved = (await signIn('zhang', '13900001004')).body.account.id;
    expect(moved).not.toBe(old);
    expect((await signIn('zhang')).body.account.id).toBe(moved);
    expect(await auditOf(old)).toContain('weapp_identity.leave');
  });

  it('makes one account and one identity of two first sign-ins at the same moment', async () => {
    const before = (await identities()).length;
    const both = await Promise.all([signIn('twice', '13900001005'), signIn('twice', '13900001005')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.body.account.id).toBe(both[1]!.body.account.id);
    expect(await identities()).toHaveLength(before + 1);
  });

  it('keeps the openid sealed, and no session key', async () => {
    const [identity] = await identities();
    expect(Object.keys(identity).sort()).toEqual(['account_id', 'created_at', 'id', 'openid_index', 'openid_sealed']);
    const opened = api.app.get(Vault).open('weapp_identities.openid', identity.id, identity.openid_sealed);
    expect(opened).toBe(wechat.openidOf('lin'));
    expect(identity.openid_sealed.toString('latin1')).not.toContain(opened);
  });

  it('refuses a code that was used, one that is too old and one that never was', async () => {
    const code = wechat.loginCode('lin');
    expect((await send({ loginCode: code })).status).toBe(200);
    expect((await send({ loginCode: code })).body.code).toBe('weapp_code_refused');
    const old = wechat.loginCode('lin');
    wechat.advance(300_000);
    expect((await send({ loginCode: old })).body.code).toBe('weapp_code_refused');
    expect((await send({ loginCode: 'never-given' })).body.code).toBe('weapp_code_refused');
  });

  it('refuses a phone code that was used, and does not sign in without it', async () => {
    const phoneCode = wechat.phoneCode('13900001006');
    expect((await send({ loginCode: wechat.loginCode('wu'), phoneCode })).status).toBe(200);
    const replayed = await send({ loginCode: wechat.loginCode('thief'), phoneCode });
    expect([replayed.status, replayed.body.code]).toEqual([401, 'weapp_phone_refused']);
    expect((await signIn('thief')).body.code).toBe('weapp_phone_needed');
  });

  it('keeps staff out, whose desk wants two factors, and says so in the audit log', async () => {
    const officer = await api.loginAs('officer-wang', { phone: '13900001007' });
    expect((await signIn('wang', '13900001007')).body.code).toBe('forbidden');
    expect((await signIn('wang')).body.code).toBe('weapp_phone_needed');
    expect(await auditOf(officer.accountId)).toContain('session.refuse');
  });

  it('keeps a disabled account out, also when its WeChat is known', async () => {
    const { id } = (await signIn('gone', '13900001008')).body.account;
    await api.dataSource.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [id]);
    expect((await signIn('gone')).body.code).toBe('forbidden');
  });

  it('answers 503 with Retry-After while WeChat is slow, and everybody else at once', async () => {
    wechat.faults.plan('/sns/jscode2session', 'slow', 20);
    let answered = 0;
    const waiting = Array.from({ length: 20 }, () => signIn('lin').finally(() => (answered += 1)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await api.http().get('/api/health/ready')).status).toBe(200);
    expect((await api.http(await api.loginAs('resident-302')).get('/api/session')).status).toBe(200);
    expect(answered).toBe(0);
    for (const { status, body, headers } of await Promise.all(waiting)) {
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'gateway_unavailable', '30']);
    }
    expect((await signIn('lin')).status).toBe(200);
  });
});
