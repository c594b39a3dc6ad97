import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { AccountsModule } from '../accounts';
import { purposes } from './copy/purposes';
import { textHashOf } from './purposes';
import { PrivacyModule } from '.';

/**
 * What people agreed to, by version. A text that changes needs a new version and a new line here; the old line stays,
 * for people agreed to it.
 */
const TEXTS: Record<string, string> = {
  'account@1': '25a58f9647d040119bb37e528d317a0db6095f99bf485500cbd9ab490d419d3e',
  'ballots@1': 'cf17fc57f0299572de28991f7a923ea72978e840e06c749bda207e64925da8fe',
  'household@1': 'fe866d57e443a7e8598a3f0c3fd53ccdb91ff7e25ec6413b18530e64b27223b7',
  'interest@1': '80cc117b3c1279ae99750e3636e4c798f7c3f7ad4e6746e5f71216501e7c2c97',
  'papers@1': '09e759c9f9e3d13e55041feaaf60df6946a820d55a2372c2d5941ac5a36010d5',
  'safety@1': '7830e8e48aa2a3d391de2816c03f32c19294f571be5cba0a4574d85847850a5d',
  'text-messages@1': 'a7478ab4456ef68485c51b3d81feda3b86cdb27e66b42db2a28f8619bcae1af1',
  'text-messages@2': '84eb44a4b41a89ed5a95c86d894bf44bc9a156ba2d3b1d57639df4dc5d158279',
  'visits@1': '04d6f48089e02bd81785c89f9321a078ca804055a388ae63f9a29ceef85752a8',
};

describe('what is kept and what people agree to', () => {
  let api: TestApi;
  let chen: TestActor;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule, PrivacyModule] });
    chen = await api.loginAs('resident-chen');
  });
  afterAll(() => api.stop());

  const give = (purpose: string, textVersion = '1', id: string = randomUUID()) =>
    api.http(chen).post('/api/my/consents', { id, purpose, textVersion });
  const withdraw = (purpose: string) => api.http(chen).post(`/api/my/consents/${purpose}/withdraw`);
  const rows = async () =>
    (await api.dataSource.query('SELECT act, text_version, text_hash FROM privacy_consents ORDER BY seq')) as {
      act: string;
    }[];

  it('tells anyone what is kept, why and how long, calmly', async () => {
    const { status, body } = await api.http().get('/api/privacy/purposes');
    expect(status).toBe(200);
    expect(body.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['account', 'ballots']));
    for (const { text, keptFor, basis, required } of body) {
      expect(`${text}${keptFor}`).not.toMatch(/[！!]/);
      expect(basis === 'consent').toBe(!required);
    }
  });

  it('has not changed a text without a new version', () => {
    const texts = Object.fromEntries(purposes.map((each) => [`${each.id}@${each.version}`, textHashOf(each)]));
    expect(TEXTS).toMatchObject(texts);
  });

  it('writes down which text was agreed to, once however often it is sent', async () => {
    const id = randomUUID();
    const first = await give('text-messages', '2', id);
    const again = await give('text-messages', '2', id);
    const twice = await give('text-messages', '2');
    const consent = { purpose: 'text-messages', textVersion: '2', givenAt: expect.any(String), withdrawnAt: null };
    expect([first.status, first.body]).toEqual([201, consent]);
    expect([again.body, twice.body]).toEqual([first.body, first.body]);
    expect((await give('interest', '1', id)).body.code).toBe('id_reused');
    expect(await rows()).toEqual([{ act: 'give', text_version: '2', text_hash: TEXTS['text-messages@2'] }]);
  });

  it('takes it back as a row of its own, and gives it again', async () => {
    const taken = await withdraw('text-messages');
    expect([taken.status, taken.body.withdrawnAt]).toEqual([200, expect.any(String)]);
    expect((await withdraw('text-messages')).body).toEqual(taken.body);
    expect((await api.http(chen).get('/api/my/consents')).body).toEqual([taken.body]);
    expect((await give('text-messages', '2')).body.withdrawnAt).toBeNull();
    expect((await rows()).map(({ act }) => act)).toEqual(['give', 'withdraw', 'give']);
  });

  it('agrees only to the text of today', async () => {
    const { status, body } = await give('interest', '0');
    expect([status, body.code, body.version]).toEqual([409, 'purpose_text_changed', '1']);
    expect((await give('nothing')).body.code).toBe('purpose_unknown');
  });

  it('says what to do instead where the office cannot do without', async () => {
    await give('ballots');
    const { status, body } = await withdraw('ballots');
    expect([status, body.code]).toEqual([409, 'purpose_required']);
    expect(body.title).toContain('注销账号');
    expect((await withdraw('interest')).body.code).toBe('consent_unknown');
  });

  it('keeps ten taps at once as one', async () => {
    const wu = await api.loginAs('resident-wu');
    const tap = () =>
      api.http(wu).post('/api/my/consents', { id: randomUUID(), purpose: 'interest', textVersion: '1' });
    const answers = await Promise.all(Array.from({ length: 10 }, tap));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const [row] = await api.dataSource.query('SELECT count(*) AS n FROM privacy_consents WHERE account_id = $1', [
      wu.accountId,
    ]);
    expect(row.n).toBe(1);
  });
});
