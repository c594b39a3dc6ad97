import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { ResidentStory, StairwellStory } from '../../../test/stories/stairwell-story';
import { drawn } from '../../../test/stories/papers';
import { Transactions } from '../../platform/transaction';
import { Vault } from '../../platform/vault';
import { VerifyChains } from '../bundles';
import { RecountRounds } from '../decisions';

const PHONE = '13912345678';
const NAME = '欧阳素梅';

/** Where the name of a closed account still stands: the door it voted for, the frozen electorate, the office’s roll. */
const MAY_NAME = ['bindings', 'entitlements', 'owners'];

describe('taking one’s data along, and closing the account', () => {
  let api: TestApi;
  let story: StairwellStory;
  let mei: ResidentStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await StairwellStory.begin(api, { rooms: ['101', '102', '201', '202'] });
    const ownerId = await onRoll('101');
    await story.opens();
    mei = await neighbour('resident-mei', '101');
    await mei.votes('against');
    await mei.votes('for');
    await story.vote('for', '102', '201', '202');
    await mei.signs({ signature: drawn });
    await interest(mei, '担心夜里有声音，我睡得浅');
    await (
      await story.volunteer('chen')
    ).http.post('/api/visits', {
      id: randomUUID(),
      householdId: mei.householdId,
      outcome: 'considering',
      note: '周六再来',
      revisitOn: null,
      visitedAt: api.clock.now().toISOString(),
    });
    await story.officer.http.post(`/api/owners/${ownerId}/phone`, { reason: '约上门时间，请本人在家' });
    await mei.http.post('/api/my/consents', { id: randomUUID(), purpose: 'text-messages', textVersion: '2' });
  });
  afterAll(() => api.stop());

  /** Somebody with a telephone and a name, bound to a door of the story and to another one. */
  async function neighbour(login: string, room: string): Promise<ResidentStory> {
    const actor = await api.loginAs(login, { phone: PHONE });
    await api.dataSource.query(
      `INSERT INTO bindings (id, account_id, household_id, relation, method, state, stated_name)
       VALUES (gen_random_uuid(), $1, $2, 'owner', 'roll_phone', 'approved', $3)`,
      [actor.accountId, story.household(room), NAME],
    );
    await api.dataSource.query('UPDATE accounts SET display_name = $2 WHERE id = $1', [actor.accountId, NAME]);
    return new ResidentStory(story, actor, story.household(room));
  }

  /** The same person on the office's roll. */
  async function onRoll(room: string): Promise<string> {
    const [{ id }] = await api.dataSource.query('SELECT owner_id AS id FROM ownerships WHERE household_id = $1', [
      story.household(room),
    ]);
    const { phoneSealed, phoneIndex: index } = api.app.get(Vault).sealPhone('owners.phone', id, PHONE);
    const values = [id, NAME, phoneSealed, index];
    await api.dataSource.query(
      'UPDATE owners SET name = $2, phone_sealed = $3, phone_index = $4 WHERE id = $1',
      values,
    );
    return id;
  }

  const interest = ({ http, householdId }: ResidentStory, note: string) =>
    http.post('/api/expressions-of-interest', {
      id: randomUUID(),
      householdId,
      stance: 'conditional',
      reasons: ['noise'],
      note,
      channel: 'self_service',
    });
  const tallies = () => api.dataSource.query('SELECT * FROM round_tallies ORDER BY round_id');
  const checked = () =>
    api.app.get(Transactions).snapshot(async (tx) => ({
      chains: (await api.app.get(VerifyChains).execute(tx)).problems,
      recount: (await api.app.get(RecountRounds).execute(tx)).differences,
    }));

  /** Tables of which some row holds one of these texts, in plain, as its keyed index or behind a seal’s name. */
  async function tablesHolding(...texts: string[]): Promise<string[]> {
    const tables: { name: string }[] = await api.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await api.dataSource.query(
        `SELECT count(*) AS n FROM "${name}" t WHERE to_jsonb(t)::text LIKE ANY($1)`,
        [texts.map((text) => `%${text}%`)],
      );
      if (row.n > 0) found.push(name);
    }
    return found;
  }
  const phoneIndex = () => api.app.get(Vault).indexOf('phone', PHONE).toString('hex');
  const erase = (actor: TestActor, confirmation = '删除') => api.http(actor).post('/api/my/erasure', { confirmation });

  it('hands everything out in one document, and nobody else’s', async () => {
    const { status, headers, body } = await mei.http.get('/api/my/data');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="jiati-my-data-\d{4}-\d\d-\d\d\.json"$/);
    const of = (section: string) =>
      body.sections.find((each: { section: string }) => each.section === section)?.records;
    expect(of('account')).toMatchObject({ phone: PHONE, displayName: NAME });
    expect(of('bindings')).toMatchObject([{ roomNo: '101', statedName: NAME, state: 'approved', evidence: [] }]);
    expect(of('ballots').cast.map(({ choice, roomNo }: Record<string, string>) => [roomNo, choice])).toEqual([
      ['101', 'against'],
      ['101', 'for'],
    ]);
    expect(of('ballots').cast[1].receiptCode).toEqual(expect.any(String));
    expect(of('interests')).toMatchObject([{ stance: 'conditional', note: '担心夜里有声音，我睡得浅' }]);
    expect(of('visits').atMyDoors).toMatchObject([{ roomNo: '101', outcome: 'considering', note: '周六再来' }]);
    expect(of('consentForms')).toMatchObject([
      { signature: { kind: 'drawn', pngBase64: expect.stringMatching(/^iVBORw0KGgo/) } },
    ]);
    expect(of('consents')).toMatchObject([{ purpose: 'text-messages', act: 'give' }]);
    expect(of('devices')).toHaveLength(1);
    expect(of('auditLines').map(({ action }: { action: string }) => action)).toContain('ballot.cast');
    const text = JSON.stringify(body);
    expect(of('auditLines')).toContainEqual({
      at: expect.any(String),
      action: 'phone.unmask',
      by: '工作人员或系统',
      reason: '约上门时间，请本人在家',
    });
    const others = ['volunteer-chen', 'officer-wang', '"102"', '"201"', '业主102'];
    expect(others.filter((other) => text.includes(other))).toEqual([]);
  });

  it('tells what would go and what would stay, why and until when, and does nothing yet', async () => {
    const before = await tablesHolding(NAME);
    const { status, body } = await mei.http.get('/api/my/erasure');
    expect(status).toBe(200);
    expect(body.erased.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['账号里的姓名和手机号', '房屋绑定：全部结束', '您写的担心和备注']),
    );
    expect(body.kept.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['表决票、回执和记录链', '同意书和上面的签名', '业主名册上的姓名和电话']),
    );
    expect(body.kept.every(({ why, until }: { why: string; until: string }) => why !== '' && until !== '')).toBe(true);
    expect(await tablesHolding(NAME)).toEqual(before);
    expect((await erase(mei.actor, '好')).status).toBe(400);
    expect((await mei.http.get('/api/session')).status).toBe(200);
  });

  it('closes the account: the count is the same, the chain holds, and no phone or name is left where it may not', async () => {
    const device = await api.loginAs(NAME);
    const before = await tallies();
    expect(await tablesHolding(phoneIndex())).toEqual(['accounts', 'owners']);
    const preview = (await mei.http.get('/api/my/erasure')).body;

    const done = await erase(mei.actor);
    expect([done.status, done.body]).toEqual([200, preview]);

    expect(await tallies()).toEqual(before);
    expect(await checked()).toEqual({ chains: [], recount: [] });
    expect(await tablesHolding(PHONE)).toEqual([]);
    expect(await tablesHolding(phoneIndex())).toEqual(['owners']);
    expect(await tablesHolding(NAME)).toEqual(MAY_NAME);
    expect(await tablesHolding('担心夜里有声音')).toEqual([]);
    for (const session of [mei.actor, device]) {
      expect((await api.http(session).get('/api/session')).status).toBe(401);
    }
    const [account] = await api.dataSource.query('SELECT display_name, disabled_at FROM accounts WHERE id = $1', [
      mei.actor.accountId,
    ]);
    expect(account).toEqual({ display_name: '已注销的用户', disabled_at: expect.any(Date) });
    const [binding] = await api.dataSource.query('SELECT state, end_cause FROM bindings WHERE account_id = $1', [
      mei.actor.accountId,
    ]);
    expect(binding).toEqual({ state: 'ended', end_cause: 'self' });
  });

  it('leaves no name of somebody who only looked', async () => {
    const onlooker = await api.loginAs('resident-only', { phone: PHONE });
    await api.dataSource.query('UPDATE accounts SET display_name = $2 WHERE id = $1', [onlooker.accountId, '司徒静']);
    await api.dataSource.query(
      `INSERT INTO bindings (id, account_id, household_id, relation, method, state, stated_name)
       VALUES (gen_random_uuid(), $1, $2, 'tenant', 'slip', 'approved', '司徒静')`,
      [onlooker.accountId, story.household('102')],
    );
    expect((await erase(onlooker)).status).toBe(200);
    expect(await tablesHolding('司徒静', PHONE)).toEqual([]);
    expect(await tablesHolding(phoneIndex())).toEqual(['owners']);
  });

  it('does not let a volunteer go with doors still assigned, and keeps the name of who witnessed a ballot', async () => {
    const chen = await story.volunteer('chen');
    await chen.takes('202', 'for');
    const refused = await erase(chen.actor);
    expect([refused.status, refused.body.code]).toEqual([409, 'duties_open']);
    expect((await chen.http.get('/api/my/erasure')).body.code).toBe('duties_open');

    await api.dataSource.query('DELETE FROM volunteer_assignments WHERE account_id = $1', [chen.actor.accountId]);
    const done = await erase(chen.actor);
    expect(done.body.kept.map(({ what }: { what: string }) => what)).toContain('您的姓名');
    const [account] = await api.dataSource.query('SELECT display_name FROM accounts WHERE id = $1', [
      chen.actor.accountId,
    ]);
    expect(account.display_name).toBe('volunteer-chen');
  });

  it('sends staff to the operator', async () => {
    for (const name of ['officer-wang', 'operator-ops', 'auditor-sun']) {
      const { status, body } = await erase(await api.loginAs(name));
      expect([name, status, body.code]).toEqual([name, 409, 'erasure_by_operator']);
    }
  });

  it('lets the same telephone come back as somebody new', async () => {
    const again = await api.loginAs('resident-again', { phone: PHONE });
    expect((await api.http(again).get('/api/my/households')).body).toEqual([]);
    expect(again.accountId).not.toBe(mei.actor.accountId);
  });
});
