import { startTestApi, type TestApi } from '../../../../test/harness';
import { Browser, Desk } from '../../../../test/stories/browser';
import { RollModule } from '../../roll';
import { totpCode, totpStep } from './totp';

describe('the second step of a staff sign-in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [RollModule] });
  });
  afterAll(() => api.stop());

  const audited = async (accountId: string): Promise<string[]> => {
    const rows: { action: string }[] = await api.dataSource.query(
      `SELECT action FROM audit_events WHERE subject_id = $1 AND category = 'security' ORDER BY id`,
      [accountId],
    );
    return rows.map(({ action }) => action);
  };
  const status = async (browser: Browser, url = '/api/estates') => (await browser.get(url)).status;

  it('opens nothing before it, and everything after it', async () => {
    const desk = await Desk.begin(api);
    const first = await desk.typesPassword();
    expect(first.body).toMatchObject({ assurance: 'password_only', next: 'enrol_totp' });
    for (const [method, url] of [
      ['GET', '/api/estates'],
      ['GET', '/api/my/devices'],
      ['GET', '/api/my/passkeys'],
      ['POST', '/api/my/passkeys/options'],
      ['POST', '/api/roll-imports'],
      ['POST', '/api/session/totp'],
    ] as const) {
      expect((await desk.browser.send(method, url)).body).toMatchObject({ status: 403, code: 'second_factor_needed' });
    }
    const enrolled = await desk.enrols();
    expect(enrolled.body.session).toMatchObject({ assurance: 'full', next: 'none' });
    expect(await status(desk.browser)).toBe(200);
    expect(await audited(desk.accountId)).toEqual([
      'person.create',
      'session.password_accepted',
      'second_factor.add',
      'session.start',
    ]);
  });

  it('is the app’s code from the second time on, and gives the session a new token', async () => {
    const desk = await Desk.ready(api);
    api.clock.advanceMinutes(1);
    desk.browser = new Browser(api);
    expect((await desk.typesPassword()).body.next).toBe('totp');
    const halfway = desk.browser.copy();
    expect((await desk.typesTotp(desk.otherDigits())).body.code).toBe('wrong_totp');
    expect((await desk.typesTotp()).body).toMatchObject({ assurance: 'full', next: 'none', token: null });
    expect(await status(desk.browser)).toBe(200);
    expect(await status(halfway)).toBe(401);
  });

  it('takes each code once, and none from before the last one', async () => {
    const desk = await Desk.ready(api);
    api.clock.advanceMinutes(2);
    await desk.typesPassword();
    const code = desk.shows();
    const answers = await Promise.all([1, 2, 3].map(() => desk.typesTotp(code, desk.browser.copy())));
    expect(answers.filter(({ status: each }) => each === 200)).toHaveLength(1);
    const elsewhere = new Browser(api);
    await desk.typesPassword(undefined, elsewhere);
    const before = totpCode(desk.secret, totpStep(api.clock.now()) - 1);
    expect((await desk.typesTotp(code, elsewhere)).body.code).toBe('wrong_totp');
    expect((await desk.typesTotp(before, elsewhere)).body.code).toBe('wrong_totp');
  });

  it('takes a clock that is half a minute off, not one that is a minute and a half off', async () => {
    const desk = await Desk.ready(api);
    api.clock.advanceMinutes(5);
    await desk.typesPassword();
    const step = totpStep(api.clock.now());
    expect((await desk.typesTotp(totpCode(desk.secret, step - 3))).status).toBe(401);
    expect((await desk.typesTotp(totpCode(desk.secret, step - 1))).status).toBe(200);
  });

  it('locks after five wrong codes, however many are sent at once, also against the right one and the sheet', async () => {
    const desk = await Desk.ready(api);
    api.clock.advanceMinutes(1);
    desk.browser = new Browser(api);
    await desk.typesPassword();
    const wrong = await Promise.all(
      Array.from({ length: 8 }, () => desk.typesTotp(desk.otherDigits(), desk.browser.copy())),
    );
    expect(wrong.filter(({ body }) => body.code === 'wrong_totp')).toHaveLength(5);
    expect(await audited(desk.accountId)).toContain('session.tries_used');
    // Whoever guesses has to come by the password again, and finds the second step locked.
    expect(await status(desk.browser, '/api/session')).toBe(401);
    await desk.typesPassword();
    const locked = await desk.typesTotp();
    expect(locked).toMatchObject({ status: 429, body: { code: 'second_factor_locked' } });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(600);
    const recoveryCode = desk.recoveryCodes[0]!;
    expect((await desk.browser.post('/api/session/recovery', { recoveryCode })).status).toBe(429);
    api.clock.advanceMinutes(15.1);
    await desk.typesPassword();
    expect((await desk.typesTotp()).status).toBe(200);
  });

  it('is a code of the sheet when the telephone is lost, each good once', async () => {
    const desk = await Desk.ready(api);
    expect(new Set(desk.recoveryCodes).size).toBe(10);
    const recoveryCode = desk.recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ');
    await desk.typesPassword();
    expect((await desk.browser.post('/api/session/recovery', { recoveryCode })).body.assurance).toBe('full');
    await desk.typesPassword();
    const again = await desk.browser.post('/api/session/recovery', { recoveryCode });
    expect(again).toMatchObject({ status: 401, body: { code: 'wrong_recovery_code' } });
    expect(await audited(desk.accountId)).toEqual(expect.arrayContaining(['recovery.use', 'session.refuse']));
  });

  it('keeps neither secret nor codes as they are', async () => {
    const desk = await Desk.ready(api);
    const [row] = await api.dataSource.query(
      `SELECT secret_sealed, (SELECT string_agg(code_hash, ' ') FROM recovery_codes WHERE account_id = $1) AS hashes
         FROM staff_totp WHERE account_id = $1`,
      [desk.accountId],
    );
    expect(row.secret_sealed.toString('latin1')).not.toContain(desk.secret);
    expect(row.hashes.split(' ')).toHaveLength(10);
    expect(row.hashes.split(' ').every((hash: string) => hash.startsWith('$argon2id$'))).toBe(true);
  });

  it('cannot be set up anew by someone who only has the password', async () => {
    const desk = await Desk.ready(api);
    const thief = new Browser(api);
    await desk.typesPassword(undefined, thief);
    expect((await thief.post('/api/session/totp-enrolment')).body.code).toBe('second_factor_needed');
    expect((await thief.put('/api/my/password', {})).body.code).toBe('second_factor_needed');
  });

  it('is set up anew only soon after it was shown, ends every other session and makes a new sheet', async () => {
    const desk = await Desk.ready(api);
    const elsewhere = await desk.signsInElsewhere();
    const firstSheet = desk.recoveryCodes;
    api.clock.advanceMinutes(16);
    expect((await desk.browser.post('/api/session/totp-enrolment')).body.code).toBe('second_factor_again');
    expect((await desk.typesTotp()).status).toBe(200);
    const firstSecret = desk.secret;
    expect((await desk.enrols()).status).toBe(200);
    expect(desk.secret).not.toBe(firstSecret);
    expect(await status(desk.browser)).toBe(200);
    expect(await status(elsewhere)).toBe(401);
    await desk.typesPassword();
    const old = await desk.browser.post('/api/session/recovery', { recoveryCode: firstSheet[0]! });
    expect(old.body.code).toBe('wrong_recovery_code');
  });

  it('must follow within ten minutes, and a new app within half an hour', async () => {
    const desk = await Desk.ready(api);
    desk.browser = new Browser(api);
    await desk.typesPassword();
    api.clock.advanceMinutes(10.1);
    expect((await desk.typesTotp()).body.code).toBe('not_signed_in');
    const late = await Desk.ready(api);
    late.secret = (await late.browser.post('/api/session/totp-enrolment')).body.secret;
    api.clock.advanceMinutes(31);
    expect((await late.browser.post('/api/session/totp-enrolment/confirm', { code: late.shows() })).status).toBe(403);
  });
});
