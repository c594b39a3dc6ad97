import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describeError } from '../../src/platform/errors';
import { createTestDatabase, type TestDatabase } from '../harness/database';
import { ServerProcess } from '../harness/server-process';

jest.setTimeout(90_000);

/** What people type or hold, each of its kind and each only once, so that it is found wherever it turns up. */
const SECRETS = {
  phone: '13987650101',
  proxyPhone: '13987650102',
  pin: '918273',
  wrongCode: '564738',
  password: 'Plum-rain-over-the-lane-47',
  newPassword: 'Sparrow-on-the-lintel-92',
  name: '欧阳慕华',
  note: '住院在华山路二十号',
  documentNumber: '990101195501018876',
  room: '9907甲', // digits alone may stand in a response time
  token: randomBytes(32).toString('base64url'),
  cookie: randomBytes(32).toString('base64url'),
  receipt: 'ZQ7K-4M2X-9TRW',
  search: '长宁路的张家',
};

describe('what a server says of its work', () => {
  let database: TestDatabase;
  let owner: Client;
  let server: ServerProcess;
  let url: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.url });
    await owner.connect();
    server = ServerProcess.start({ DATABASE_URL: database.appUrl, LOG_LEVEL: 'trace' });
    url = await server.url();
  });
  afterAll(async () => {
    server.kill();
    await owner.end();
    await database.drop();
  });

  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-jiati-client': 'weapp', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
  };
  const slip = {
    stairwellCode: 'CXY3K9',
    roomNo: SECRETS.room,
    pin: SECRETS.pin,
    relation: 'owner',
    statedName: SECRETS.name,
  };

  /** Everything somebody may send, right and wrong, with a secret in every place that takes one. */
  async function goRound() {
    const { phone, wrongCode, password, newPassword, token, cookie, receipt, search, name, note } = SECRETS;
    const bearer = { authorization: `Bearer ${token}` };
    return [
      await ask('POST', '/session/codes', { phone }),
      await ask('POST', '/session/phone', { phone, code: wrongCode }),
      await ask('POST', '/session/phone', `{"phone": "${phone}", "code": ${wrongCode}`),
      await ask('POST', '/session/phone', { phone, code: wrongCode, extra: name }),
      await ask('POST', '/session/slip', slip),
      await ask(
        'POST',
        '/session/password',
        { username: 'wang', password },
        { 'x-jiati-client': 'office', origin: url },
      ),
      await ask('PUT', '/my/password', { currentPassword: password, newPassword }, bearer),
      await ask('GET', '/session', undefined, bearer),
      await ask('GET', '/session', undefined, { 'x-jiati-client': 'h5', cookie: `jiati_h5=${cookie}` }),
      await ask('GET', `/public/receipts/${receipt}`),
      await ask(
        'GET',
        `/public/stairwells/${encodeURIComponent(search)}?phone=${phone}&name=${encodeURIComponent(name)}`,
      ),
      await ask('GET', `/people?q=${encodeURIComponent(search)}`, undefined, bearer),
      await ask('POST', '/proxy-authorisations', {
        proxyPhone: SECRETS.proxyPhone,
        documentNumber: SECRETS.documentNumber,
      }),
      await ask('POST', '/visits', { id: randomUUID(), note }, bearer),
      await ask('GET', `/${encodeURIComponent(name)}/${phone}`),
    ];
  }

  it('holds no secret, at its most talkative and also where the database fails under every statement', async () => {
    const calm = await goRound();
    expect(calm.map(({ status }) => status)).not.toContain(500);
    const tables = ['phone_codes', 'accounts', 'stairwells', 'password_tries', 'sessions'];
    for (const table of tables) await owner.query(`ALTER TABLE ${table} RENAME TO gone_${table}`);
    await owner.query('DELETE FROM rate_limits');
    const broken = await goRound();
    for (const table of tables) await owner.query(`ALTER TABLE gone_${table} RENAME TO ${table}`);
    expect(broken.filter(({ status }) => status === 500).length).toBeGreaterThan(4);

    for (const { status, text, type } of [...calm, ...broken].filter(({ status }) => status >= 400)) {
      const document = JSON.parse(text) as Record<string, unknown>;
      expect(type).toContain('application/problem+json');
      expect(document).toMatchObject({
        status,
        code: expect.any(String),
        requestId: expect.stringMatching(/^[\w-]{36}$/),
      });
      expect(String(document.title)).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/gone_|relation|SELECT|INSERT|UPDATE|QueryFailed|node_modules|\.ts:|\bat \w+ \(/);
    }

    const log = (await server.lines()).filter((line) => !line.startsWith('SMS ')); // the demo's stand-in for a telephone
    expect(log.filter((line) => line.includes('request completed')).length).toBeGreaterThan(25);
    expect(log.filter((line) => line.includes('request failed')).length).toBeGreaterThan(4);
    for (const [kind, secret] of Object.entries(SECRETS)) {
      const shapes = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
      expect({ kind, lines: log.filter((line) => shapes.some((shape) => line.includes(shape))) }).toEqual({
        kind,
        lines: [],
      });
    }
    expect(log.filter((line) => /SELECT|INSERT INTO|UPDATE "|\$1/.test(line))).toEqual([]);
  });

  it('names by its id who was refused what, and never by more', async () => {
    const phone = '13987650199';
    await ask('POST', '/session/codes', { phone });
    const [, code] = await server.until(new RegExp(`SMS ${phone}: (\\d{6})`));
    const { token, account } = JSON.parse((await ask('POST', '/session/phone', { phone, code })).text) as {
      token: string;
      account: { id: string };
    };
    expect((await ask('GET', '/office/today', undefined, { authorization: `Bearer ${token}` })).status).toBe(403);
    const refused = (await server.lines()).filter(
      (line) => line.includes('request refused') && line.includes('/api/office/today'),
    );
    expect(JSON.parse(refused[0]!)).toMatchObject({ level: 40, code: 'forbidden', accountId: account.id });
    expect(refused.join()).not.toMatch(new RegExp(`${phone}|${token}|139\\*+`));
  });

  it('still says where it went wrong', async () => {
    const failed = (await server.lines())
      .filter((line) => line.includes('request failed'))
      .map((line) => JSON.parse(line) as { reqId: string; err: Record<string, string> });
    expect(failed[0]).toMatchObject({
      reqId: expect.stringMatching(/^[\w-]{36}$/),
      err: { type: 'QueryFailedError', sqlState: '42P01', stack: expect.stringContaining(' at ') },
    });
  });
});

describe('an error in the log', () => {
  it('says nothing of what it was about', () => {
    const ofDriver = Object.assign(new Error('duplicate key value'), {
      name: 'QueryFailedError',
      query: 'INSERT INTO accounts VALUES ($1)',
      parameters: ['13900000001'],
      driverError: {
        code: '23505',
        detail: 'Key (phone)=(13900000001) already exists.',
        constraint: 'uq_x',
        table: 't',
      },
    });
    const note = describeError(new Error('cannot read “张三” at 13900000001', { cause: ofDriver }));
    expect(JSON.stringify(note)).not.toMatch(/139|张三|INSERT|duplicate/);
    expect(note).toMatchObject({ type: 'Error', message: 'cannot read “…” at …' });
    expect(note.cause).toMatchObject({ type: 'QueryFailedError', sqlState: '23505', constraint: 'uq_x', table: 't' });
  });

  it('says what it can of what is no error', () => {
    expect(describeError('gone wrong')).toEqual({ type: 'string', message: 'gone wrong', stack: '' });
  });
});
