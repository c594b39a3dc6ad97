import * as argon2 from '@node-rs/argon2';
import { CreateOfficer, SmsSender } from '../../src/modules/accounts';
import { startTestApi, type Answer, type TestApi } from '../harness';
import { Browser, Desk } from '../stories/browser';
import { StairwellStory } from '../stories/stairwell-story';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, verify: jest.fn(real.verify) }; // only counted
});
const hashesTried = () => (argon2.verify as unknown as jest.Mock).mock.calls.length;

/** What somebody who guesses gets to see, and how much work it was; what differs from one request to the next is left out. */
interface Seen {
  status: number;
  body: object;
  headers: string[];
  retryMinutes: number;
  hashes: number;
}

/** One more guess than a secret bears. */
const GUESSES = 6;

describe('guessing tells nobody', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ environment: { JIATI_DEMO: '1' } });
  });
  afterAll(() => api.stop());

  const look = async (guess: () => Promise<Answer>): Promise<Seen> => {
    const before = hashesTried();
    const { status, body, headers } = await guess();
    return {
      status,
      body: { ...body, requestId: '' },
      headers: Object.keys(headers).sort(),
      retryMinutes: Math.ceil(Number(headers['retry-after'] ?? 0) / 60),
      hashes: hashesTried() - before,
    };
  };
  const lookAtAll = async (guess: () => Promise<Answer>): Promise<Seen[]> => {
    const seen: Seen[] = [];
    for (let at = 0; at < GUESSES; at += 1) seen.push(await look(guess));
    return seen;
  };

  it('which usernames there are, whose account is closed or never used, and who is no member of staff', async () => {
    const known = await Desk.ready(api);
    const closed = await Desk.begin(api);
    await api.dataSource.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [closed.accountId]);
    const unused = await Desk.begin(api, { temporary: true });
    await api.dataSource.query(`UPDATE accounts SET password_changed_at = '2020-01-01' WHERE id = $1`, [
      unused.accountId,
    ]);
    const withoutPassword = (await api.loginAs('auditor-sun')).displayName;
    const guess = (username: string) => () =>
      new Browser(api).post('/api/session/password', { username, password: 'feldweg-im-nebel-77' });
    const expected = await lookAtAll(guess(known.username));
    expect(expected.map(({ status, hashes }) => [status, hashes])).toEqual([
      ...Array.from({ length: 5 }, () => [401, 1]),
      [429, 0],
    ]);
    for (const username of [closed.username, unused.username, withoutPassword, 'nobody-at-all'])
      expect({ username, seen: await lookAtAll(guess(username)) }).toEqual({ username, seen: expected });
  });

  it('that the password of a closed account was right', async () => {
    const username = 'gone';
    const password = 'feldweg-im-nebel-78';
    const place = { town: '莘园镇', neighbourhood: '春晓居民区' };
    const { id } = await api.app.get(CreateOfficer).execute({ username, displayName: '王主任', password, ...place });
    await api.dataSource.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [id]);
    const guess = (name: string) => () => new Browser(api).post('/api/session/password', { username: name, password });
    expect(await look(guess(username))).toEqual(await look(guess('nobody-here')));
  });

  it('which telephones have an account', async () => {
    const [known, unknown] = ['13700005501', '13700005502'];
    await api.loginAs('resident-known', { phone: known });
    const http = api.http(undefined, 'weapp');
    const send = (phone: string) => () => http.post('/api/session/codes', { phone });
    const guess = (phone: string) => () => http.post('/api/session/phone', { phone, code: '000000' });
    const sent = [await look(send(known)), await look(send(known))];
    expect([await look(send(unknown)), await look(send(unknown))]).toEqual(sent);
    expect(
      api.app
        .get(SmsSender)
        .recentCodes()
        .filter(({ phone }) => phone === known || phone === unknown),
    ).toHaveLength(2);
    const expected = await lookAtAll(guess(known));
    expect(expected.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await lookAtAll(guess(unknown))).toEqual(expected);
  });

  it('which doors there are, and which have a slip', async () => {
    const story = await StairwellStory.begin(api);
    const { code, stairwellId } = story.place;
    const householdIds = [story.household('101')];
    await story.officer.http.post(`/api/stairwells/${stairwellId}/slips`, { householdIds });
    const guess = (stairwellCode: string, roomNo: string) => () =>
      api
        .http()
        .post('/api/session/slip', { stairwellCode, roomNo, pin: '000000', relation: 'owner', statedName: '陈阿姨' });
    const expected = await lookAtAll(guess(code, '101'));
    expect(expected.map(({ status, hashes }) => [status, hashes])).toEqual([
      ...Array.from({ length: 5 }, () => [401, 1]),
      [429, 0],
    ]);
    const others = {
      'no slip': guess(code, '102'),
      'no such door': guess(code, '909'),
      'no such stairwell': guess('NQSVCH', '101'),
    };
    for (const [what, door] of Object.entries(others))
      expect({ what, seen: await lookAtAll(door) }).toEqual({ what, seen: expected });
  });

  it('which code of a sheet is used up, and who has no sheet', async () => {
    const known = await Desk.ready(api);
    await known.browser.delete('/api/session');
    await known.typesPassword();
    const usedUp = known.recoveryCodes[0]!;
    await known.browser.post('/api/session/recovery', { recoveryCode: usedUp });
    const without = await Desk.ready(api);
    await api.dataSource.query('DELETE FROM recovery_codes WHERE account_id = $1', [without.accountId]);
    const guess = (desk: Desk, recoveryCode: string) => async () => {
      await desk.typesPassword();
      return desk.browser.post('/api/session/recovery', { recoveryCode });
    };
    const wrong = `1-AAAAA-AAAAA`;
    const expected = await look(guess(known, wrong));
    expect(expected).toMatchObject({ status: 401, hashes: 2 }); // the password's and the code's
    expect(await look(guess(known, usedUp))).toEqual(expected);
    expect(await look(guess(without, wrong))).toEqual(expected);
  });

  it('how near a guessed receipt is to a real one', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    const real: string = (await (await story.resident('101')).votes('for')).ballot.receiptCode;
    const ask = (code: string) => () => api.http().get(`/api/public/receipts/${code}`);
    expect((await look(ask(real))).status).toBe(200);
    // One of the 31 that differ from it in two places has the right check character, and so has one of any others.
    const near = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'].map((last) => `${nextTo(real.slice(0, -1))}${last}`);
    const far = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'].map((last) => `2222-2222-222${last}`);
    const kinds = async (codes: string[]) => {
      const seen: Seen[] = [];
      for (const code of codes) {
        seen.push(await look(ask(code)));
        api.clock.advanceMinutes(1);
      }
      return seen.sort((one, other) => one.status - other.status);
    };
    const expected = await kinds(far);
    expect(expected.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 400), 404]);
    expect(await kinds(near)).toEqual(expected);
  });
});

/** The same but for its last character. */
function nextTo(text: string): string {
  return text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');
}
