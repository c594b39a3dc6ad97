import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApi, type TestApi } from '../../../test/harness';
import { RecordedPause } from '../../../test/harness/limits';
import { AccountsModule } from '../../modules/accounts';
import { addressKey } from './address-key';
import { Limits, LIMITS, LimitStore, Pause } from '.';
import { delayOf } from './limits';

describe('what may be done only so often', () => {
  let api: TestApi;
  let limits: Limits;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule] });
    limits = api.app.get(Limits);
  });
  afterAll(() => api.stop());

  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'passed',
      ({ code }: { code: string }) => code,
    );
  const rows = () => api.dataSource.query<{ key: string; points: number }[]>('SELECT key, points FROM rate_limits');

  it('is counted once however many ask at the same moment', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, () => outcome(limits.spend('receiptAddress', '192.0.2.1'))),
    );
    expect(outcomes.filter((one) => one === 'passed')).toHaveLength(LIMITS.receiptAddress.points);
  });

  it('says when it may be done again, and then lets it be done', async () => {
    await limits.spend('smsPhoneMinute', '13900000001');
    api.clock.advanceMinutes(0.5);
    const refusal = await limits.spend('smsPhoneMinute', '13900000001').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'too_many_requests', more: { retryAfterSeconds: expect.any(Number) } });
    const { retryAfterSeconds } = (refusal as { more: { retryAfterSeconds: number } }).more;
    expect(retryAfterSeconds).toBeGreaterThan(25);
    expect(retryAfterSeconds).toBeLessThanOrEqual(31);
    api.clock.advanceMinutes(0.6);
    expect(await outcome(limits.spend('smsPhoneMinute', '13900000001'))).toBe('passed');
  });

  it('keeps one sender apart from another, and one limit from another', async () => {
    await limits.spend('smsPhoneMinute', '13900000002');
    expect(await outcome(limits.spend('smsPhoneMinute', '13900000003'))).toBe('passed');
    expect(await outcome(limits.spend('smsPhoneDay', '13900000002'))).toBe('passed');
  });

  it('keeps neither a telephone nor an address', async () => {
    await limits.spend('smsPhoneMinute', '13900000004');
    await limits.spend('slipAddress', '203.0.113.77');
    const text = JSON.stringify(await rows());
    expect(text).not.toMatch(/1390000000|203\.0\.113/);
  });

  it('gives a try back when it was right, and keeps it when it was wrong', async () => {
    const tries = [['slipAddress', '192.0.2.5']] as const;
    for (let right = 0; right < 40; right += 1) await limits.watch(tries, async () => 'in');
    for (let wrong = 0; wrong < LIMITS.slipAddress.points; wrong += 1)
      await limits.watch(
        tries,
        async () => false,
        (isRight) => !isRight,
      );
    expect(await outcome(limits.watch(tries, async () => 'in'))).toBe('too_many_requests');
  });

  it('counts nothing against an account from an address that is held up', async () => {
    const wrong = async (address: string) =>
      outcome(
        limits.watch(
          [
            ['secondFactorAccount', 'officer-wang'],
            ['secondFactorAddress', address],
          ],
          async () => false,
          () => true,
        ),
      );
    for (let spent = 0; spent < LIMITS.secondFactorAddress.points; spent += 1)
      await limits.spend('secondFactorAddress', '192.0.2.7');
    for (let more = 0; more < LIMITS.secondFactorAccount.points; more += 1)
      expect(await wrong('192.0.2.7')).toBe('too_many_requests');
    expect(await wrong('192.0.2.8')).not.toBe('too_many_requests');
  });

  it('lets a guesser wait longer and longer', async () => {
    const pause = api.app.get<RecordedPause>(Pause);
    pause.waitsMs.length = 0;
    for (let guess = 0; guess < 20; guess += 1) await limits.spend('codeAddress', '192.0.2.6');
    expect(pause.waitsMs.slice(0, 3)).toEqual([250, 500, 750]);
    expect(pause.waitsMs.at(-1)).toBe(3_000);
    expect(delayOf(LIMITS.codeAddress, 5)).toBe(0);
    const before = performance.now();
    await new Pause().for(30);
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  it('forgets what ended an hour ago', async () => {
    await limits.spend('smsPhoneMinute', '13900000009');
    const before = (await rows()).length;
    await limits.prune(new Date(api.clock.now().getTime() + 30 * 60_000));
    expect(await rows()).toHaveLength(before);
    await limits.prune(new Date(api.clock.now().getTime() + 3 * 86_400_000));
    expect(await rows()).toEqual([]);
  });

  it('takes one round trip', async () => {
    const statements: string[] = [];
    const store = api.app.get(LimitStore).client as { driver: { master: { query(q: { text: string }): unknown } } };
    const { query } = store.driver.master;
    store.driver.master.query = (statement) => {
      statements.push(statement.text);
      return query(statement);
    };
    await limits.spend('codeAddress', '192.0.2.8');
    store.driver.master.query = query;
    expect(statements).toHaveLength(1);
  });

  it('lets nothing through when its database does not answer', async () => {
    await api.dataSource.query('ALTER TABLE rate_limits RENAME TO gone');
    const answers = [
      await api.http().post('/api/session/codes', { phone: '13900000010' }),
      await api.http().post('/api/session/phone', { phone: '13900000010', code: '123456' }),
    ];
    await api.dataSource.query('ALTER TABLE gone RENAME TO rate_limits');
    for (const { status, body, headers } of answers) {
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toMatch(/rate_limits|relation/);
    }
  });
});

describe('an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is counted as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

it('every limit of the table is held by a route or a use case', () => {
  const sources = filesBelow(join(__dirname, '../..')).map((path) => readFileSync(path, 'utf8'));
  const unused = Object.keys(LIMITS).filter((name) => !sources.some((source) => source.includes(`'${name}'`)));
  expect(unused).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.spec\.ts$|limits\.table/.test(name))
    .map((name) => join(folder, name));
}
