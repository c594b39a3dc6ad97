import { startTestApi, type TestApi } from '../../../test/harness';
import { AccountsModule, CreateOfficer, SmsSender } from '.';

const springMorning = { town: '莘园镇', neighbourhood: '春晓居民区' };

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule], environment: { JIATI_DEMO: '1' } });
  });
  afterAll(() => api.stop());

  const askForCode = (phone: string) => api.http().post('/api/session/codes', { phone });
  const codeSentTo = (phone: string) =>
    api.app
      .get(SmsSender)
      .recentCodes()
      .find((sent) => sent.phone === phone)!.code;
  const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const signIn = (phone: string, code: string) =>
    api.http(undefined, 'weapp').post('/api/session/phone', { phone, code });

  describe('by phone', () => {
    it('makes a resident of a phone the first time and finds the same account afterwards', async () => {
      expect(await askForCode('13900000001')).toMatchObject({ status: 202, body: { resendAfterSeconds: 60 } });
      const first = await signIn('13900000001', codeSentTo('13900000001'));
      expect(first.status).toBe(200);
      expect(first.body.account).toMatchObject({
        role: 'resident',
        phoneMasked: '139****0001',
        displayName: '139****0001',
      });
      api.clock.advanceMinutes(2);
      await askForCode('13900000001');
      const second = await signIn('13900000001', codeSentTo('13900000001'));
      expect(second.body.account.id).toBe(first.body.account.id);
    });

    it('keeps neither the code nor the token as they are', async () => {
      const sessions = await api.dataSource.query('SELECT token_hash FROM sessions');
      const codes = await api.dataSource.query('SELECT code_hash FROM phone_codes');
      for (const { token_hash } of sessions) expect(token_hash).toMatch(/^[0-9a-f]{64}$/);
      for (const { code_hash } of codes) expect(code_hash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('takes a code only once', async () => {
      await askForCode('13900000002');
      const code = codeSentTo('13900000002');
      const answers = await Promise.all([1, 2, 3].map(() => signIn('13900000002', code)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    });

    it('counts wrong tries made at the same moment, and takes nothing after five', async () => {
      await askForCode('13900000003');
      const code = codeSentTo('13900000003');
      const wrong = await Promise.all(Array.from({ length: 8 }, () => signIn('13900000003', otherThan(code))));
      expect(wrong.filter(({ body }) => body.code === 'wrong_code')).toHaveLength(5);
      expect(wrong.filter(({ body }) => body.code === 'code_tries_used')).toHaveLength(3);
      expect((await signIn('13900000003', code)).body.code).toBe('code_tries_used');
    });

    it('refuses a code after five minutes', async () => {
      await askForCode('13900000004');
      api.clock.advanceMinutes(5);
      expect((await signIn('13900000004', codeSentTo('13900000004'))).body.code).toBe('code_expired');
    });

    it('sends one code a minute, however many are asked for at once', async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => askForCode('13900000005')));
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 429, 429, 429]);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.body.code).toBe('code_too_soon');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    });

    it('sends ten a day to a phone and no more', async () => {
      for (let sent = 0; sent < 10; sent += 1) {
        expect((await askForCode('13900000006')).status).toBe(202);
        api.clock.advanceMinutes(1.1);
      }
      expect((await askForCode('13900000006')).body.code).toBe('code_daily_cap');
    });

    it('says the same for a phone that never asked as for a wrong code', async () => {
      expect((await signIn('13900000099', '123456')).body.code).toBe('wrong_code');
    });
  });

  describe('by password', () => {
    const withPassword = (username: string, password: string) =>
      api.http(undefined, 'office').post('/api/session/password', { username, password });

    it('starts half a session once an operator has made the account, in a cookie no script can read', async () => {
      const { password } = await api.app
        .get(CreateOfficer)
        .execute({ username: 'wang', displayName: '王主任', ...springMorning });
      const answer = await withPassword('wang', password);
      expect(answer).toMatchObject({
        status: 200,
        body: {
          token: null,
          account: { role: 'officer', displayName: '王主任' },
          assurance: 'password_only',
          next: 'change_password',
        },
      });
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/^jiati_office=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Strict/);
      const { status, body } = await api
        .http(undefined, 'office')
        .get('/api/session', { cookie: cookie.split(';')[0]! });
      expect(status).toBe(200);
      expect(body.account.displayName).toBe('王主任');
    });

    it('says the same for an unknown name as for a wrong password', async () => {
      const unknown = await withPassword('nobody', 'something-long');
      const wrong = await withPassword('wang', 'something-long');
      expect([unknown.status, unknown.body.title]).toEqual([wrong.status, wrong.body.title]);
      expect(wrong.body.code).toBe('wrong_password');
    });

    it('locks after five wrong passwords, also against the right one, for a quarter of an hour', async () => {
      const { password } = await api.app
        .get(CreateOfficer)
        .execute({ username: 'li', displayName: '李干事', ...springMorning });
      const wrong = await Promise.all(Array.from({ length: 8 }, () => withPassword('li', 'wrong-wrong')));
      expect(wrong.filter(({ status }) => status === 401)).toHaveLength(5);
      const locked = await withPassword('li', password);
      expect(locked).toMatchObject({ status: 429, body: { code: 'password_locked' } });
      api.clock.advanceMinutes(15.1);
      expect((await withPassword('li', password)).status).toBe(200);
    });

    it('locks a name that nobody has just the same', async () => {
      for (let tries = 0; tries < 5; tries += 1) expect((await withPassword('ghost', 'wrong-wrong')).status).toBe(401);
      const locked = await withPassword('ghost', 'wrong-wrong');
      expect(locked).toMatchObject({ status: 429, body: { code: 'password_locked' } });
      expect(Number(locked.headers['retry-after'])).toBeGreaterThan(800);
    });

    it('takes about as long for a name that nobody has', async () => {
      const timeOf = async (username: string) => {
        const before = performance.now();
        await withPassword(username, 'wrong-wrong');
        return performance.now() - before;
      };
      const median = (times: number[]) => times.sort((one, other) => one - other)[4]!;
      const numbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
      for (const number of numbers) {
        await api.app.get(CreateOfficer).execute({ username: `a${number}`, displayName: '某某', ...springMorning });
      }
      // By turns, so that a busy moment of the machine slows both.
      const [known, unknown]: [number[], number[]] = [[], []];
      for (const number of numbers) {
        known.push(await timeOf(`a${number}`));
        unknown.push(await timeOf(`b${number}`));
      }
      const [slow, fast] = [median(known), median(unknown)];
      expect(Math.abs(slow - fast)).toBeLessThan(Math.max(slow, fast) / 2);
    });

    it('has no officer until someone makes one', async () => {
      const [{ count }] = await api.dataSource.query(
        `SELECT count(*) FROM accounts WHERE role = 'officer' AND username NOT IN ('wang', 'li') AND username !~ '^a\\d$'`,
      );
      expect(count).toBe(0);
    });
  });

  describe('a session', () => {
    it('ends when its owner signs out', async () => {
      const resident = await api.loginAs('resident-101');
      expect((await api.http(resident).get('/api/session')).status).toBe(200);
      expect((await api.http(resident).delete('/api/session')).status).toBe(204);
      expect((await api.http(resident).get('/api/session')).body.code).toBe('not_signed_in');
    });

    it('ends for an officer after two hours unused, and after twelve in any case', async () => {
      const idle = await api.loginAs('officer-idle');
      api.clock.advanceMinutes(121);
      expect((await api.http(idle).get('/api/session')).status).toBe(401);
      const busy = await api.loginAs('officer-busy');
      for (let hour = 0; hour < 11; hour += 1) {
        api.clock.advanceMinutes(60);
        expect((await api.http(busy).get('/api/session')).status).toBe(200);
      }
      api.clock.advanceMinutes(61);
      expect((await api.http(busy).get('/api/session')).status).toBe(401);
    });

    it('lasts thirty days unused on a neighbour’s own phone', async () => {
      const resident = await api.loginAs('resident-102');
      api.clock.advanceMinutes(29 * 1440);
      expect((await api.http(resident).get('/api/session')).status).toBe(200);
      api.clock.advanceMinutes(31 * 1440);
      expect((await api.http(resident).get('/api/session')).status).toBe(401);
    });

    it('ends with its account', async () => {
      const resident = await api.loginAs('resident-103');
      await api.dataSource.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [resident.accountId]);
      expect((await api.http(resident).get('/api/session')).status).toBe(401);
    });
  });
});
