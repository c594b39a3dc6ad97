import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { buildStairwell, HOME, OVER_THE_HILLS, startTestApi, type TestActor, type TestApi } from '../harness';
import { createTestDatabase, type TestDatabase } from '../harness/database';
import { ServerProcess } from '../harness/server-process';

jest.setTimeout(120_000);

interface Reply {
  status: number;
  body: { code?: string; token?: string };
  retryAfter: string | null;
}

describe('two processes of the API on one database', () => {
  let database: TestDatabase;
  let owner: Client;
  let servers: ServerProcess[];
  let urls: string[];
  const secretKey = randomUUID();
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.url });
    await owner.connect();
    const environment = { DATABASE_URL: database.appUrl, SECRET_KEY: secretKey, TRUSTED_HOPS: '1' };
    servers = [ServerProcess.start(environment), ServerProcess.start(environment)];
    urls = await Promise.all(servers.map((server) => server.url()));
  });
  afterAll(async () => {
    for (const server of servers) server.kill();
    await owner.end();
    await database.drop();
  });

  /** Asks the one or the other; `from` is the address our proxy saw. */
  const ask = async (which: number, path: string, body: object, from = '198.51.100.1'): Promise<Reply> => {
    const answer = await fetch(`${urls[which % urls.length]}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-jiati-client': 'weapp', 'x-forwarded-for': from },
      body: JSON.stringify(body),
    });
    const retryAfter = answer.headers.get('retry-after');
    return { status: answer.status, body: (await answer.json()) as Reply['body'], retryAfter };
  };
  const codeSentTo = async (phone: string): Promise<string> => {
    const sent = new RegExp(`SMS ${phone}: (\\d{6})`);
    const [, code = ''] = await Promise.race(servers.map((server) => server.until(sent)));
    return code;
  };
  const wrong = (code: string, by: number) => String((Number(code) + 1 + by) % 1_000_000).padStart(6, '0');
  const countOf = (answers: Reply[], code: string) => answers.filter(({ body }) => body.code === code).length;

  it('send one code a minute to a phone between them', async () => {
    const phone = '13900001001';
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => ask(at, '/session/codes', { phone })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 7 }, () => 429)]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body.code).toBe('code_too_soon');
    expect(Number(refused.retryAfter)).toBeGreaterThan(50);
  });

  it('check at most five of two hundred guesses made at the same moment from two hundred addresses', async () => {
    const phone = '13900001002';
    await ask(0, '/session/codes', { phone });
    const code = await codeSentTo(phone);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        ask(at, '/session/phone', { phone, code: wrong(code, at) }, `203.0.113.${at}`),
      ),
    );
    expect(countOf(answers, 'wrong_code')).toBe(5);
    expect(countOf(answers, 'code_tries_used')).toBe(195);
    const { rows } = await owner.query('SELECT tries FROM phone_codes ORDER BY created_at DESC LIMIT 1');
    expect(rows).toEqual([{ tries: 5 }]);
    expect((await ask(1, '/session/phone', { phone, code })).body.code).toBe('code_tries_used');
  });

  it('check no more than an hour’s share of guesses from one address, whatever it writes before it', async () => {
    const answers: Reply[] = [];
    for (let batch = 0; batch < 4; batch += 1)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            ask(
              at,
              '/session/slip',
              {
                stairwellCode: 'NOSUCH',
                roomNo: String(101 + at),
                pin: '123456',
                relation: 'owner',
                statedName: '陈阿姨',
              },
              `203.0.113.${at}, 198.51.100.77`,
            ),
          ),
        )),
      );
    expect(countOf(answers, 'wrong_slip')).toBe(30);
    expect(countOf(answers, 'too_many_requests')).toBe(50);
  });

  it('end a session for both, at once', async () => {
    const phone = '13900001003';
    await ask(0, '/session/codes', { phone });
    const { body } = await ask(0, '/session/phone', { phone, code: await codeSentTo(phone) });
    const headers = { authorization: `Bearer ${body.token}`, 'x-jiati-client': 'weapp' };
    const seen = async (which: number) => (await fetch(`${urls[which]}/api/session`, { headers })).status;
    expect([await seen(0), await seen(1)]).toEqual([200, 200]);
    expect((await fetch(`${urls[0]}/api/session`, { method: 'DELETE', headers })).status).toBe(204);
    expect([await seen(1), await seen(0)]).toEqual([401, 401]);
  });

  describe('believe each other about who may do what', () => {
    /** Only to sign people in; what is asked goes to the two. */
    let door: TestApi;
    let operator: TestActor;
    let officer: TestActor;
    let stairwellId: string;
    beforeAll(async () => {
      door = await startTestApi({ database, environment: { SECRET_KEY: secretKey } });
      operator = await door.loginAs('operator-wu');
      officer = await door.loginAs('officer-wang', { remits: [HOME] });
      ({ stairwellId } = await buildStairwell(door.dataSource, { code: 'TWQ222', doors: [{ roomNo: '101' }] }));
    });
    afterAll(() => door.stop());

    const askAs = async (which: number, who: TestActor, method: string, path: string, body?: object) => {
      const headers = { 'x-jiati-client': who.client, cookie: `jiati_${who.client}=${who.token}` };
      const json = body && { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
      return (await fetch(`${urls[which]}/api${path}`, { method, headers, ...json })).status;
    };
    /** What the other process answers before and right after something was done at the first. */
    const beforeAndAfter = async (who: TestActor, path: string, act: () => Promise<unknown>): Promise<number[]> => {
      const before = await askAs(1, who, 'GET', path);
      expect(await act()).not.toBeGreaterThanOrEqual(300);
      return [before, await askAs(1, who, 'GET', path)];
    };
    const staff = () => door.loginAs(`officer-${randomUUID().slice(0, 8)}`, { remits: [HOME] });
    const volunteer = async (): Promise<TestActor> => {
      const person = await door.loginAs(`volunteer-${randomUUID().slice(0, 8)}`, { remits: [HOME] });
      await assign(person, [stairwellId]);
      return person;
    };
    const assign = ({ accountId }: TestActor, stairwellIds: string[]) =>
      askAs(0, officer, 'PUT', `/volunteers/${accountId}/assignments`, { stairwellIds, expiresOn: '2099-12-31' });
    const manage = (person: TestActor, what: string, method = 'POST', body: object = { reason: '调到别处工作' }) =>
      askAs(0, operator, method, `/people/${person.accountId}/${what}`, body);
    const yesterday = (table: string, { accountId }: TestActor) =>
      owner
        .query(`UPDATE ${table} SET expires_on = current_date - 2 WHERE account_id = $1`, [accountId])
        .then(() => 200);

    it.each<[string, () => Promise<TestActor>, string, (person: TestActor) => Promise<number>, number]>([
      ['a closed account', staff, '/session', (person) => manage(person, 'disable'), 401],
      ['sessions ended by the operator', staff, '/session', (person) => manage(person, 'end-sessions'), 401],
      ['a sign-in that was reset', staff, '/session', (person) => manage(person, 'reset-sign-in'), 401],
      [
        'a neighbourhood taken away',
        staff,
        '/session',
        (person) => manage(person, 'remits', 'PUT', { remits: [{ kind: 'neighbourhood', ...OVER_THE_HILLS }] }),
        401,
      ],
      ['a neighbourhood that ran out', staff, '@roll', (person) => yesterday('remits', person), 404],
      ['a stairwell taken away', volunteer, '@doors', (person) => assign(person, []), 403],
      ['a stairwell that ran out', volunteer, '@doors', (person) => yesterday('volunteer_assignments', person), 403],
      [
        'all other devices',
        () => door.loginAs('resident-101'),
        '/session',
        async () => askAs(0, await door.loginAs('resident-101'), 'DELETE', '/my/devices'),
        401,
      ],
      [
        'a resident who became a volunteer',
        () => door.loginAs('resident-108', { phone: '13700008888' }),
        '/session',
        ({ accountId }) =>
          askAs(0, officer, 'POST', '/volunteers', { id: accountId, displayName: '陈姐', phone: '13700008888' }),
        401,
      ],
    ])('%s', async (_, begin, place, act, status) => {
      const paths: Record<string, string> = {
        '@roll': `/stairwells/${stairwellId}/households`,
        '@doors': `/volunteer/stairwells/${stairwellId}`,
      };
      const person = await begin();
      expect(await beforeAndAfter(person, paths[place] ?? place, () => act(person))).toEqual([200, status]);
    });
  });
});
