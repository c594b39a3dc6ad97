import { startTestApi, type TestApi } from '../../../../test/harness';
import { Browser, Desk } from '../../../../test/stories/browser';
import { AccountsModule } from '..';
import { weaknessOf } from './password-rules';

describe('which passwords may be chosen', () => {
  it.each([
    ['kurz-und-gut', null],
    ['早上六点半去买豆浆油条两根', null],
    ['elevenchars', '至少 12 个字'],
    ['password1234', '很多人都在用'],
    ['Password2026!', '很多人都在用'],
    ['1qaz2wsx3edc', '很多人都在用'],
    ['wang-is-here-now', '账号或姓名'],
    ['我是王主任我来上班了不骗你', '账号或姓名'],
    ['aaaaaaaaaaaaaa', '重复或连续'],
    ['abcabcabcabc', '重复或连续'],
    ['123456789012', '重复或连续'],
    ['abcdefghijklmn', '重复或连续'],
  ])('%s: %s', async (password, reason) => {
    const said = await weaknessOf(password, ['wang', '王主任']);
    if (reason === null) expect(said).toBeNull();
    else expect(said).toContain(reason);
  });
});

describe('one’s own password', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule] });
  });
  afterAll(() => api.stop());

  const change = (desk: Desk, newPassword: string, currentPassword = desk.password) =>
    desk.browser.put('/api/my/password', { currentPassword, newPassword });
  const chosen = 'blauer-kanal-im-regen';

  it('is changed before anything else when it was told to someone', async () => {
    const desk = await Desk.begin(api, { temporary: true });
    expect((await desk.typesPassword()).body.next).toBe('change_password');
    const early = await desk.browser.post('/api/session/totp-enrolment');
    expect(early.body.code).toBe('password_change_needed');
    expect((await change(desk, desk.password)).body.code).toBe('same_password');
    expect((await change(desk, 'password1234')).body).toMatchObject({
      code: 'weak_password',
      errors: [{ path: 'newPassword' }],
    });
    const before = desk.browser.copy();
    expect((await change(desk, chosen)).body).toMatchObject({ assurance: 'password_only', next: 'enrol_totp' });
    expect((await before.get('/api/session')).status).toBe(401);
    expect((await desk.enrols()).body.session.next).toBe('none');
    expect((await desk.typesPassword()).status).toBe(401);
    expect((await desk.typesPassword(chosen)).body.next).toBe('totp');
  });

  it('that was told to someone is good for three days, and what one chose oneself for good', async () => {
    const [quick, slow, settled] = [
      await Desk.begin(api, { temporary: true }),
      await Desk.begin(api, { temporary: true }),
      await Desk.begin(api),
    ];
    api.clock.advanceMinutes(72 * 60 - 1);
    expect((await quick.typesPassword()).body.next).toBe('change_password');
    expect((await change(quick, chosen)).status).toBe(200);
    api.clock.advanceMinutes(1);
    const late = await slow.typesPassword();
    expect(late).toMatchObject({ status: 401, body: { code: 'temporary_password_expired' } });
    expect(late.body.title).toContain('再要一个');
    expect(late.headers['set-cookie']).toBeUndefined();
    // Whoever does not know it is told nothing of its age.
    expect((await slow.typesPassword('feldweg-im-nebel-77')).body.code).toBe('wrong_password');
    expect((await quick.typesPassword(chosen, new Browser(api))).status).toBe(200);
    expect((await settled.typesPassword()).status).toBe(200);
    const lines = await api.dataSource.query(
      `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'session.%'`,
      [slow.accountId],
    );
    expect(lines).toEqual([{ action: 'session.refuse' }, { action: 'session.refuse' }]);
  });

  it('signs every other device out, and gives this one a new token', async () => {
    const desk = await Desk.ready(api);
    const elsewhere = await desk.signsInElsewhere();
    const before = desk.browser.copy();
    expect((await change(desk, chosen)).status).toBe(200);
    const statuses = await Promise.all([desk.browser, elsewhere, before].map((each) => each.get('/api/session')));
    expect(statuses.map(({ status }) => status)).toEqual([200, 401, 401]);
    const [{ reasons }] = await api.dataSource.query(
      `SELECT array_agg(revoked_reason) AS reasons FROM sessions WHERE account_id = $1 AND revoked_at IS NOT NULL`,
      [desk.accountId],
    );
    expect(reasons).toEqual(['password_changed']);
  });

  it('is not changed by someone at an unattended desk, who has five guesses', async () => {
    const desk = await Desk.ready(api);
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await change(desk, chosen, `guess-${guess}`)).body.code).toBe('wrong_current_password');
    }
    expect(await change(desk, chosen)).toMatchObject({ status: 429, body: { code: 'password_locked' } });
  });

  it('is taken exactly as it is typed', async () => {
    const desk = await Desk.ready(api);
    const spaced = ' zwei leere stellen  ';
    expect((await change(desk, spaced)).status).toBe(200);
    const elsewhere = new Browser(api);
    expect((await desk.typesPassword(spaced.trim(), elsewhere)).status).toBe(401);
    expect((await desk.typesPassword(spaced, elsewhere)).status).toBe(200);
  });
});
