import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Drain } from '../src/platform/http';
import { Transactions } from '../src/platform/transaction';
import { AccountsModule } from '../src/modules/accounts';
import { startTestApi, type TestActor, type TestApi } from './harness';
import { TrialModule } from './harness/trial.module';

describe('the platform', () => {
  let api: TestApi;
  let people: Record<string, TestActor>;
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'jiati-web-'));
    for (const app of ['h5', 'office', 'verify']) {
      mkdirSync(join(root, app, 'js'), { recursive: true });
      writeFileSync(join(root, app, 'index.html'), `<!doctype html><title>${app}</title>`);
      writeFileSync(join(root, app, 'js', 'app.3f9c2b1a.js'), 'export {};');
      writeFileSync(join(root, app, 'js', 'large.9d8e7f6a.js'), ' '.repeat(50_000));
    }
    api = await startTestApi({
      features: [AccountsModule, TrialModule],
      environment: { H5_DIR: join(root, 'h5'), OFFICE_DIR: join(root, 'office'), VERIFY_DIR: join(root, 'verify') },
    });
    people = {
      officer: await api.loginAs('officer-wang'),
      volunteer: await api.loginAs('volunteer-chen'),
      resident: await api.loginAs('resident-302'),
    };
  });
  afterAll(() => api.stop());

  const good = {
    id: '0b7e9a4e-63a0-4a43-9f55-0d8f7f3f6a11',
    statedName: ' 李㛃 ',
    choice: 'for',
    castAt: '2026-12-03T20:00:00+08:00',
    revisitOn: null,
    rows: [{ amountFen: 1 }],
  };
  const post = (more: object) => api.http().post('/api/trial', { ...good, ...more });

  describe('access', () => {
    it('admits by role, and a volunteer as a neighbour', async () => {
      const status = async (who: string, path: string) =>
        (await api.http(people[who]).get(`/api/trial/${path}`)).status;
      expect([await status('officer', 'officers'), await status('volunteer', 'officers')]).toEqual([200, 403]);
      expect([await status('resident', 'neighbours'), await status('volunteer', 'neighbours')]).toEqual([200, 200]);
      expect(await status('officer', 'neighbours')).toBe(403);
      expect((await api.http().get('/api/trial/officers')).body.code).toBe('not_signed_in');
    });

    it('denies everyone a route that declares none', async () => {
      expect((await api.http(people.officer).get('/api/trial/forgotten')).status).toBe(403);
    });

    it('takes no change without the header that only our pages send', async () => {
      const answer = await api.http().post('/api/trial', good, { 'x-jiati-client': 'elsewhere' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'client_missing' } });
    });
  });

  describe('input', () => {
    it('arrives trimmed, normalised and typed', async () => {
      const composed = await post({ statedName: 'e\u0301' });
      expect(composed).toMatchObject({ status: 201, body: { statedName: '\u00e9', castAt: true } });
      expect((await post({})).body.statedName).toBe('李㛃');
    });

    it.each([
      ['statedName', '', '请填写“姓名”。'],
      ['statedName', '一二三四五六', '“姓名”最多 5 个字。'],
      ['statedName', 7, '“姓名”应是文字。'],
      ['statedName', '上\n下', '“姓名”只能写在一行里，不能有换行或特殊控制字符。'],
      ['choice', 'maybe', '“表决意见”不在可选的范围里。'],
      ['castAt', '2026-13-01T00:00:00Z', '“表决时间”应是完整的日期和时间。'],
      ['castAt', '+275760-09-13T00:00:00Z', '“表决时间”应是完整的日期和时间。'],
      ['revisitOn', '2026-02-30', '“下次走访日期”应是日期，例如 2026-12-03。'],
      ['phone', '12345', '“手机号”应是 11 位手机号。'],
      ['id', 'x', '“id”的编号格式不对。'],
    ])('%s: %j is refused in words', async (path, value, message) => {
      expect(await post({ [path]: value })).toMatchObject({
        status: 400,
        body: { code: 'malformed', errors: [{ path, message }] },
      });
    });

    it('names a field inside a list, an unknown field, and a missing one', async () => {
      expect((await post({ rows: [{ amountFen: 1 }, { amountFen: 101 }] })).body.errors[0].path).toBe(
        'rows.1.amountFen',
      );
      expect((await post({ statedNam: 'x' })).body.errors[0]).toEqual({
        path: 'statedNam',
        message: '不认识“statedNam”这一项。',
      });
      const { choice: _, ...without } = good;
      const missing = await api.http().post('/api/trial', without);
      expect(missing.body.errors).toEqual([{ path: 'choice', message: '请填写“表决意见”。' }]);
    });

    it('refuses what the database could not keep', async () => {
      for (const statedName of ['a\0b', 'a\ud800', '\udc00b']) expect((await post({ statedName })).status).toBe(400);
      expect((await post({ ['a\0']: 1 })).status).toBe(400);
      expect((await post({ statedName: '𠅤' })).status).toBe(201);
    });

    it('is not taken in by shapes', async () => {
      for (const row of [[], [[]], 'x', null, 7]) expect((await post({ row })).status).toBe(400);
      for (const rows of [{}, 'x', [null], [[{ amountFen: 1 }]], { length: 1, 0: {} }])
        expect((await post({ rows })).status).toBe(400);
      const bodies = [
        '[]',
        '"x"',
        'null',
        '{',
        '{"__proto__":{"a":1}}',
        '{"constructor":{"prototype":{}}}',
        '['.repeat(50_000),
      ];
      for (const body of bodies)
        expect((await api.http().send('POST', '/api/trial', body, { 'content-type': 'application/json' })).status).toBe(
          400,
        );
    });

    it('reads whole numbers from a query and nothing else', async () => {
      expect((await api.http().get('/api/trial/pages?page=3')).body).toEqual({ page: 3 });
      for (const query of ['page=3.5', 'page=0', 'page=1e1', 'page=', 'page=1&page=2', 'page[x]=1', 'pag=1']) {
        expect((await api.http().get(`/api/trial/pages?${query}`)).status).toBe(400);
      }
    });

    it('may weigh a quarter of a megabyte, or what the route allows', async () => {
      const heavy = { text: 'x'.repeat(300_000) };
      expect(await api.http().post('/api/trial', heavy)).toMatchObject({ status: 413, body: { code: 'too_large' } });
      expect((await api.http().post('/api/trial/heavy', heavy)).status).toBe(201);
      expect(await post({ pngBase64: 'A'.repeat(404) })).toMatchObject({
        status: 413,
        body: { errors: [{ path: 'pngBase64' }] },
      });
    });

    it('is JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/xml']) {
        const answer = await api.http().send('POST', '/api/trial', 'a=1', { 'content-type': type });
        expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
      }
    });
  });

  describe('refusals', () => {
    it('are problem documents that carry the request’s id, also where no route is', async () => {
      const answer = await api.http().get('/api/nowhere');
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'not_found', status: 404, requestId: answer.headers['x-request-id'] });
      expect((await api.http().get('/api/%')).body.code).toBe('malformed');
    });

    it.each([
      [1, 400, 'malformed'],
      [2, 500, 'unexpected'],
      [3, 400, 'malformed'],
      [4, 500, 'unexpected'],
      [5, 503, 'unavailable'],
      [6, 503, 'unavailable'],
      [7, 503, 'unavailable'],
      [8, 500, 'unexpected'],
    ])('say what statement %i means: %i %s', async (page, status, code) => {
      const answer = await api.http().get(`/api/trial/statements?page=${page}`);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
      expect(JSON.stringify(answer.body)).not.toMatch(/SELECT|INSERT|accounts/);
    });
  });

  describe('pages', () => {
    it('serves the apps and their pages, but no page for a missing file or an unknown address of the API', async () => {
      const title = async (url: string) => /<title>(.*)<\/title>/.exec((await api.http().get(url)).body)?.[1];
      expect([
        await title('/'),
        await title('/s/CXY3K9'),
        await title('/office/'),
        await title('/office/rounds/1'),
        await title('/verify/?bundle=/api/public/rounds/1/bundle'),
      ]).toEqual(['h5', 'h5', 'office', 'office', 'verify']);
      expect((await api.http().get('/js/app.3f9c2b1a.js')).headers['cache-control']).toContain('immutable');
      expect((await api.http().get('/js/gone.js')).status).toBe(404);
      expect((await api.http().get('/api/gone')).body.code).toBe('not_found');
      expect((await api.http().get('/..%2f..%2fetc/passwd')).body).not.toContain('root:');
    });

    it('sends scripts small to whoever can unpack them', async () => {
      const packed = await api.http().get('/js/large.9d8e7f6a.js', { 'accept-encoding': 'gzip' });
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(packed.bytes).length).toBe(50_000);
      expect(packed.bytes.length).toBeLessThan(1_000);
    });

    it('lets a page run only its own scripts, and is never framed', async () => {
      const { headers } = await api.http().get('/');
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect((await api.http().get('/api/health/live')).headers['cache-control']).toBe('no-store');
    });
  });

  it('retries a deadlock and rolls back what failed', async () => {
    let tries = 0;
    const transactions = api.app.get(Transactions);
    await transactions.run(async (tx) => {
      tries += 1;
      await tx.query(`INSERT INTO accounts (id, role, display_name) VALUES (gen_random_uuid(), 'resident', 'tried')`);
      if (tries < 3) await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$`);
    });
    expect(tries).toBe(3);
    const [{ count }] = await api.dataSource.query(`SELECT count(*) FROM accounts WHERE display_name = 'tried'`);
    expect(count).toBe(1);
  });

  it('is alive and ready; while stopping it is alive, not ready, and keeps no connection', async () => {
    expect((await api.http().get('/api/health/ready')).body).toEqual({ state: 'ok' });
    api.app.get(Drain).begin();
    const ready = await api.http().get('/api/health/ready');
    expect([ready.status, ready.headers['retry-after'], ready.headers.connection]).toEqual([503, '5', 'close']);
    expect((await api.http().get('/api/health/live')).status).toBe(200);
  });
});
