import { randomUUID } from 'node:crypto';
import {
  buildStairwell,
  HOME,
  startTestApi,
  type BuiltStairwell,
  type TestActor,
  type TestApi,
} from '../../../test/harness';
import { RoundsModule } from '../rounds';
import { PeopleModule } from '.';

const reason = '调到别处工作';
const FAR = { town: HOME.town, neighbourhood: '远方居民区' };
const here = { kind: 'neighbourhood', ...HOME };

describe('who works here', () => {
  let api: TestApi;
  let operator: TestActor;
  let officer: TestActor;
  let place: BuiltStairwell;
  beforeAll(async () => {
    api = await startTestApi({ features: [PeopleModule, RoundsModule] });
    operator = await api.loginAs('operator-wu');
    officer = await api.loginAs('officer-wang', { remits: [HOME] });
    place = await buildStairwell(api.dataSource, { code: 'PEOPLE01', doors: [{ roomNo: '101' }] });
  });
  afterAll(() => api.stop());

  const as = (actor: TestActor) => api.http(actor, 'office');
  const added = (actor: TestActor, changes: object = {}) =>
    as(actor).post('/api/people', {
      id: randomUUID(),
      role: 'committee',
      displayName: '赵书记',
      username: `zhao-${randomUUID().slice(0, 8)}`,
      remits: [here],
      ...changes,
    });
  const signIn = (username: string, password: string) =>
    api.http().post('/api/session/password', { username, password });
  const linesAbout = (
    subjectId: string,
  ): Promise<{ action: string; category: string; detail: { reason?: string } }[]> =>
    api.dataSource.query('SELECT action, category, detail FROM audit_events WHERE subject_id = $1 ORDER BY id', [
      subjectId,
    ]);

  it('gets an account with a password that only opens the page that changes it', async () => {
    const { status, body } = await added(officer, { username: 'zhao' });
    expect(status).toBe(201);
    expect(body.person).toMatchObject({
      role: 'committee',
      username: 'zhao',
      remits: [{ kind: 'neighbourhood', label: '莘园镇 春晓居民区', expiresOn: null }],
      secondFactor: false,
      disabledAt: null,
    });
    expect(body.temporaryPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await signIn('zhao', body.temporaryPassword)).toMatchObject({
      status: 200,
      body: { next: 'change_password' },
    });
    const [line] = await linesAbout(body.person.accountId);
    expect(line).toMatchObject({ action: 'person.create', category: 'security' });
    expect(JSON.stringify(line)).not.toContain(body.temporaryPassword);
  });

  it('gets another password when the request is repeated, and no second account', async () => {
    const person = { id: randomUUID(), username: 'qian' };
    const first = await added(operator, person);
    const second = await added(operator, person);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.person.accountId).toBe(first.body.person.accountId);
    expect((await signIn('qian', first.body.temporaryPassword)).status).toBe(401);
    expect((await signIn('qian', second.body.temporaryPassword)).status).toBe(200);
    expect(await added(operator, { ...person, displayName: '别人' })).toMatchObject({
      status: 422,
      body: { code: 'id_reused' },
    });
    expect(await added(operator, { username: 'qian' })).toMatchObject({
      status: 409,
      body: { code: 'username_taken' },
    });
  });

  it('asks for another password when the first lay unused for three days', async () => {
    const { body } = await added(officer, { username: 'feng' });
    const days = 3 * 24 * 60;
    api.clock.advanceMinutes(days);
    expect((await signIn('feng', body.temporaryPassword)).body.code).toBe('temporary_password_expired');
    const tomorrow = as(await api.loginAs('officer-wang')); // the session of that day is over by now
    const { body: reset } = await tomorrow.post(`/api/people/${body.person.accountId}/reset-sign-in`, { reason });
    expect((await signIn('feng', reset.temporaryPassword)).body.next).toBe('change_password');
    api.clock.advanceMinutes(-days);
  });

  it('has a say over places that go with the role, and only where the giver has one', async () => {
    const refusal = async (actor: TestActor, changes: object) => (await added(actor, changes)).body.code;
    expect(await refusal(officer, { role: 'operator', remits: [] })).toBe('role_not_yours');
    expect(await refusal(officer, { role: 'officer' })).toBe('role_not_yours');
    expect(await refusal(officer, { remits: [{ kind: 'neighbourhood', ...FAR }] })).toBe('remit_elsewhere');
    expect(await refusal(officer, { remits: [] })).toBe('remit_missing');
    expect(await refusal(operator, { role: 'street' })).toBe('remit_not_for_role');
    expect(await refusal(operator, { remits: [{ kind: 'neighbourhood', town: HOME.town }] })).toBe('remit_incomplete');
    expect(await refusal(operator, { remits: [{ ...here, expiresOn: '2020-01-01' }] })).toBe('remit_expired');
    const unknown = [{ kind: 'stairwell', stairwellId: randomUUID() }];
    expect(await refusal(operator, { role: 'contractor', remits: unknown })).toBe('stairwell_unknown');
    const builder = { role: 'contractor', remits: [{ kind: 'stairwell', stairwellId: place.stairwellId }] };
    expect((await added(officer, builder)).body.person.remits).toMatchObject([
      { kind: 'stairwell', label: '春晓苑PEOPLE01 1号楼 1号门洞' },
    ]);
  });

  it('is seen by an officer of the same neighbourhood, and by the operator and an auditor everywhere', async () => {
    const far = await api.loginAs('committee-far', { remits: [FAR] });
    const names = async (actor: TestActor, query = '') =>
      (await as(actor).get(`/api/people?limit=200${query}`)).body.people.map(
        (each: { displayName: string }) => each.displayName,
      );
    expect(await names(officer)).not.toContain(far.displayName);
    expect(await names(officer)).not.toContain(operator.displayName);
    expect(await names(operator, '&role=committee')).toContain(far.displayName);
    expect(await names(await api.loginAs('auditor-sun'), `&q=${encodeURIComponent('tee-fa')}`)).toEqual([
      far.displayName,
    ]);
    await api.loginAs('volunteer-chen', { phone: '13800001234', remits: [HOME] });
    const { body } = await as(officer).get('/api/people?q=13800001234');
    expect(body.people).toMatchObject([{ role: 'volunteer', phoneMasked: '138****1234' }]);
    expect((await as(officer).post(`/api/people/${far.accountId}/disable`, { reason })).body.code).toBe(
      'person_unknown',
    );
  });

  it('is listed page by page without anyone twice', async () => {
    const seen: string[] = [];
    let before = '';
    do {
      const { body } = await as(operator).get(`/api/people?limit=2${before && `&before=${before}`}`);
      seen.push(...body.people.map((each: { accountId: string }) => each.accountId));
      before = body.next ?? '';
    } while (before);
    const [all] = await api.dataSource.query(`SELECT count(*)::int AS count FROM accounts WHERE role <> 'resident'`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(all.count);
  });

  it('loses every right at the next request when the place is taken back, and signs in anew', async () => {
    const member = await api.loginAs('committee-li', { remits: [HOME] });
    expect((await as(member).get('/api/rounds')).status).toBe(200);
    const changed = await as(officer).put(`/api/people/${member.accountId}/remits`, {
      remits: [{ ...here, expiresOn: '2099-12-31' }],
    });
    expect(changed.body.remits).toMatchObject([{ expiresOn: '2099-12-31' }]);
    expect((await as(member).get('/api/rounds')).status).toBe(401);
    const [kept] = await api.dataSource.query(
      'SELECT revoked_by FROM remits WHERE account_id = $1 AND revoked_at IS NOT NULL',
      [member.accountId],
    );
    expect(kept.revoked_by).toBe(officer.accountId);
  });

  it('keeps what another neighbourhood has given, and is not shut out by one of the two', async () => {
    const both = await api.loginAs('committee-both', { remits: [HOME, FAR] });
    const { body } = await as(officer).put(`/api/people/${both.accountId}/remits`, {
      remits: [{ ...here, expiresOn: '2099-12-31' }],
    });
    expect(body.remits).toHaveLength(1);
    const { body: all } = await as(operator).get('/api/people?q=committee-both');
    expect(all.people[0].remits.map((each: { label: string }) => each.label).sort()).toEqual([
      '莘园镇 春晓居民区',
      '莘园镇 远方居民区',
    ]);
    expect((await as(officer).post(`/api/people/${both.accountId}/disable`, { reason })).body.code).toBe(
      'person_not_yours',
    );
  });

  it('is signed out at once when the account is shut, and may come back when it is opened', async () => {
    const { body } = await added(officer, { username: 'sun' });
    const id = body.person.accountId;
    const { body: session, headers } = await signIn('sun', body.temporaryPassword);
    const cookie = String([headers['set-cookie']].flat()[0]).split(';')[0]!;
    expect(session.account.role).toBe('committee');
    const own = () => api.http().get('/api/session', { cookie });
    expect((await own()).status).toBe(200);
    expect(
      (await as(officer).post(`/api/people/${id}/disable`, { reason: '电话 13812345678 已告知' })).body.disabledAt,
    ).not.toBeNull();
    expect((await own()).status).toBe(401);
    expect((await signIn('sun', body.temporaryPassword)).status).toBe(401);
    expect((await as(officer).post(`/api/people/${id}/enable`, { reason })).body.disabledAt).toBeNull();
    expect((await signIn('sun', body.temporaryPassword)).status).toBe(200);
    const { body: reset } = await as(officer).post(`/api/people/${id}/reset-sign-in`, { reason });
    expect((await signIn('sun', body.temporaryPassword)).status).toBe(401);
    expect((await signIn('sun', reset.temporaryPassword)).body.next).toBe('change_password');
    const lines = (await linesAbout(id)).filter(({ action }) => action.startsWith('person.'));
    expect(lines.map(({ action }) => action)).toEqual([
      'person.create',
      'person.disable',
      'person.enable',
      'person.reset_sign_in',
    ]);
    expect(lines[1]!.detail.reason).toBe('电话 138****5678 已告知');
  });

  it('is never oneself, nor a colleague or an operator for an officer', async () => {
    const colleague = await api.loginAs('officer-li', { remits: [HOME] });
    const disable = async (actor: TestActor, id: string) =>
      (await as(actor).post(`/api/people/${id}/disable`, { reason })).body.code;
    expect(await disable(operator, operator.accountId)).toBe('not_yourself');
    expect(await disable(officer, officer.accountId)).toBe('not_yourself');
    expect(await disable(officer, colleague.accountId)).toBe('person_not_yours');
    expect(await disable(officer, operator.accountId)).toBe('person_unknown');
    expect((await as(operator).put(`/api/people/${operator.accountId}/remits`, { remits: [] })).body.code).toBe(
      'not_yourself',
    );
    expect(
      (await as(operator).post(`/api/people/${(await api.loginAs('resident-302')).accountId}/disable`, { reason }))
        .status,
    ).toBe(404);
  });

  it('includes one operator at least, also when two shut each other out at the same moment', async () => {
    const second = await api.loginAs('operator-zheng');
    const [one, other] = await Promise.all([
      as(operator).post(`/api/people/${second.accountId}/disable`, { reason }),
      as(second).post(`/api/people/${operator.accountId}/disable`, { reason }),
    ]);
    expect([one.status, other.status].sort()).not.toEqual([200, 200]);
    const [left] = await api.dataSource.query(
      `SELECT count(*)::int AS count FROM accounts WHERE role = 'operator' AND disabled_at IS NULL`,
    );
    expect(left.count).toBe(1);
  });

  it('reaches nothing any more on the day after the last', async () => {
    const volunteersSeenBy = async (name: string) =>
      (await as(await api.loginAs(name)).get(`/api/people?role=volunteer`)).body.people.length;
    const lastDay = api.clock.today();
    await api.loginAs('officer-term', { remits: [{ ...HOME, expiresOn: lastDay }] });
    expect(await volunteersSeenBy('officer-term')).toBeGreaterThan(0);
    api.clock.advanceMinutes(24 * 60);
    expect(await volunteersSeenBy('officer-term')).toBe(0);
  });
});
