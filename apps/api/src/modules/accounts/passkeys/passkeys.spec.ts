import { startTestApi, type TestApi } from '../../../../test/harness';
import { Authenticator, type Signing } from '../../../../test/passkeys/authenticator';
import { Browser, Desk } from '../../../../test/stories/browser';
import { AccountsModule } from '..';

const ORIGIN = 'https://jiati.example';
const RP_ID = 'jiati.example';

describe('passkeys', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule], environment: { PUBLIC_URL: `${ORIGIN}/` } });
  });
  afterAll(() => api.stop());

  const begin = async (desk: Desk) => (await desk.browser.post('/api/my/passkeys/options')).body;
  const add = async (desk: Desk, key = new Authenticator(ORIGIN, RP_ID), signing: Signing = {}) => {
    const { challengeId, options } = await begin(desk);
    const body = { challengeId, label: '办公室电脑', response: key.create(options, signing) };
    return { key, body, answer: await desk.browser.post('/api/my/passkeys', body) };
  };
  const signIn = async (key: Authenticator, signing: Signing = {}, browser = new Browser(api)) => {
    const { challengeId, options } = (await browser.post('/api/session/passkey/options')).body;
    const body = { challengeId, response: key.get(options, signing) };
    return { browser, body, answer: await browser.post('/api/session/passkey', body) };
  };

  it('sign someone in without a password, both steps in one', async () => {
    const desk = await Desk.ready(api);
    const { key, answer } = await add(desk);
    expect(answer).toMatchObject({ status: 201, body: { label: '办公室电脑', lastUsedAt: null } });
    const { browser, answer: signedIn } = await signIn(key);
    expect(signedIn.body).toMatchObject({ account: { id: desk.accountId }, assurance: 'full', next: 'none' });
    expect((await browser.get('/api/my/passkeys')).body[0].lastUsedAt).not.toBeNull();
    const [{ actions }] = await api.dataSource.query(
      `SELECT array_agg(action || coalesce(':' || (detail->>'by'), '') ORDER BY id) AS actions FROM audit_events WHERE subject_id = $1`,
      [desk.accountId],
    );
    expect(actions.slice(-2)).toEqual(['second_factor.add', 'session.start:passkey']);
  });

  it('ask for the person, not only for the device, and for a key that is found without a name', async () => {
    const desk = await Desk.ready(api);
    const { options } = await begin(desk);
    expect(options).toMatchObject({
      rp: { id: RP_ID },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const forAnyone = (await new Browser(api).post('/api/session/passkey/options')).body.options;
    expect(forAnyone).toMatchObject({ rpId: RP_ID, userVerification: 'required' });
    expect(forAnyone.allowCredentials ?? []).toEqual([]);
  });

  it.each<[string, Signing]>([
    ['another site', { origin: 'https://jiati.example.evil.test' }],
    ['the same name without HTTPS', { origin: 'http://jiati.example' }],
    ['another relying party', { rpId: 'evil.test' }],
    ['a device whose owner was not checked', { userVerified: false }],
    ['a challenge of one’s own', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('from %s are refused, when added and when used', async (_, signing) => {
    const desk = await Desk.ready(api);
    expect((await add(desk, new Authenticator(ORIGIN, RP_ID), signing)).answer.body.code).toBe('passkey_not_added');
    const { key } = await add(desk);
    expect((await signIn(key, signing)).answer.body.code).toBe('passkey_refused');
    expect((await signIn(key)).answer.status).toBe(200);
  });

  it('are refused when another key signed, when the signature was changed, and when nobody knows them', async () => {
    const desk = await Desk.ready(api);
    const { key } = await add(desk);
    const stranger = new Authenticator(ORIGIN, RP_ID);
    expect((await signIn(stranger)).answer.body.code).toBe('passkey_refused');
    Object.assign(stranger, { credentialId: key.credentialId });
    expect((await signIn(stranger)).answer.body.code).toBe('passkey_refused');
    const browser = new Browser(api);
    const { challengeId, options } = (await browser.post('/api/session/passkey/options')).body;
    const response = key.get(options);
    const signature = Buffer.from(response.response.signature, 'base64url');
    signature[signature.length - 1]! ^= 1;
    response.response.signature = signature.toString('base64url');
    expect((await browser.post('/api/session/passkey', { challengeId, response })).body.code).toBe('passkey_refused');
  });

  it('answer a challenge once, within five minutes', async () => {
    const desk = await Desk.ready(api);
    const { key, body: added } = await add(desk);
    const { body } = await signIn(key);
    expect((await new Browser(api).post('/api/session/passkey', body)).body.code).toBe('passkey_refused');
    expect((await desk.browser.post('/api/my/passkeys', added)).body.code).toBe('passkey_not_added');
    const late = (await new Browser(api).post('/api/session/passkey/options')).body;
    api.clock.advanceMinutes(5.1);
    const response = key.get(late.options);
    const answer = await new Browser(api).post('/api/session/passkey', { challengeId: late.challengeId, response });
    expect(answer.body.code).toBe('passkey_refused');
  });

  it('whose counter went back are a copy, and refused', async () => {
    const desk = await Desk.ready(api);
    const { key } = await add(desk);
    await signIn(key);
    await signIn(key);
    expect((await signIn(key, { counter: 1 })).answer.body.code).toBe('passkey_refused');
    expect((await signIn(key, { counter: 9 })).answer.status).toBe(200);
  });

  it('are added by their owner alone, soon after the second step', async () => {
    const desk = await Desk.ready(api);
    const other = await Desk.ready(api);
    const { challengeId, options } = await begin(desk);
    const key = new Authenticator(ORIGIN, RP_ID);
    const body = { challengeId, label: '别人的', response: key.create(options) };
    expect((await other.browser.post('/api/my/passkeys', body)).body.code).toBe('passkey_not_added');
    api.clock.advanceMinutes(16);
    expect((await desk.browser.post('/api/my/passkeys/options')).body.code).toBe('second_factor_again');
    await desk.typesTotp();
    expect((await desk.browser.post('/api/my/passkeys/options')).status).toBe(200);
  });

  it('are one account’s only, listed and removed by their owner', async () => {
    const desk = await Desk.ready(api);
    const { key, answer } = await add(desk);
    expect((await add(desk, key)).answer.body.code).toBe('passkey_known');
    const other = await Desk.ready(api);
    expect((await other.browser.get('/api/my/passkeys')).body).toEqual([]);
    expect((await other.browser.delete(`/api/my/passkeys/${answer.body.id}`)).status).toBe(404);
    expect((await desk.browser.delete(`/api/my/passkeys/${answer.body.id}`)).status).toBe(204);
    expect((await signIn(key)).answer.body.code).toBe('passkey_refused');
  });

  it('open nothing for an account that was disabled', async () => {
    const desk = await Desk.ready(api);
    const { key } = await add(desk);
    await api.dataSource.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [desk.accountId]);
    expect((await signIn(key)).answer.body.code).toBe('passkey_refused');
  });

  it('are not offered where the server does not know its own name', async () => {
    const nameless = await startTestApi({ features: [AccountsModule] });
    const answer = await nameless.http(undefined, 'office').post('/api/session/passkey/options');
    expect(answer).toMatchObject({ status: 409, body: { code: 'passkeys_unavailable' } });
    await nameless.stop();
  });
});
