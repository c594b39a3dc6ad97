import { randomUUID } from 'node:crypto';
import { HOME, startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { drawn } from '../../../test/stories/papers';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

const FAR = { town: HOME.town, neighbourhood: '远方居民区' };

describe('the audit log', () => {
  let api: TestApi;
  let story: StairwellStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await StairwellStory.begin(api);
    await story.opens();
    await story.vote('for', '101', '102');
    await (await story.resident('101')).signs({ signature: drawn });
    const visited = await (await story.volunteer()).takes('601', 'for');
    await story.officer.approves(visited);
    const entered = await story.officer.enters('602', 'against');
    const colleague = await story.officer.colleague();
    expectStatus(await colleague.decides(entered, 'return', { reason: '签名看不清，请回电 13812345678 约时间' }), 200);
    await story.officer.http.patch(`/api/households/${story.household('201')}`, { remark: '联系人陈建国 13900001111' });
  });
  afterAll(() => api.stop());

  const read = async (actor: TestActor, query = '') =>
    expectStatus(await api.http(actor, 'office').get(`/api/audit-events?limit=200${query}`), 200).body;
  const actionsOf = async (actor: TestActor, query = ''): Promise<string[]> =>
    (await read(actor, query)).events.map((event: { action: string }) => event.action);

  it('tells an officer what happened in the estates of the neighbourhood', async () => {
    const { events } = await read(story.officer.actor);
    expect(events.map((event: { action: string }) => event.action)).toEqual(
      expect.arrayContaining([
        'round.draft',
        'round.open',
        'ballot.cast',
        'consent_form.sign',
        'submission.approve',
        'household.correct',
      ]),
    );
    expect(events[0]).toMatchObject({
      action: 'household.correct',
      category: 'domain',
      actorName: 'officer-wang',
      actorRole: 'officer',
      subjectKind: 'household',
      subjectId: story.household('201'),
      estateName: `春晓苑${story.place.code}`,
      helper: null,
    });
    expect(events[0].requestId).toMatch(/.+/);
  });

  it('tells an officer of another neighbourhood nothing of it, but their own steps', async () => {
    const far = await api.loginAs('officer-far', { remits: [FAR] });
    await api.http(far, 'office').post('/api/volunteers', {
      id: '6f9a3b52-6d63-4c7e-9a1e-0c6a2f6f3d11',
      displayName: '周志愿',
      phone: '13700000001',
    });
    expect(await actionsOf(far)).toEqual(['volunteer.save']);
    expect(await actionsOf(far, `&estateId=${story.place.estateId}`)).toEqual([]);
  });

  it('tells an auditor everything, and the operator only what is about security', async () => {
    const all = await actionsOf(await api.loginAs('auditor-sun'));
    expect(all).toEqual(expect.arrayContaining(['ballot.cast', 'volunteer.save']));
    const security = await actionsOf(await api.loginAs('operator-wu'));
    expect(security).toContain('volunteer.save');
    expect(
      security.filter((action) => /^(round|ballot|household|submission|consent_form|owner|roll)\./.test(action)),
    ).toEqual([]);
    expect(await actionsOf(await api.loginAs('operator-wu'), '&category=domain')).toEqual([]);
  });

  it('tells the operator of tries to get in that failed, though nothing came of them', async () => {
    const neighbour = await api.loginAs('resident-wrong');
    const { code } = story.place;
    const guess = {
      id: randomUUID(),
      stairwellCode: code,
      roomNo: '301',
      relation: 'owner',
      method: 'slip',
      pin: '000000',
    };
    expect((await api.http(neighbour).post('/api/bindings', { ...guess, statedName: '何小燕' })).status).toBe(401);
    await api.http().post('/api/session/password', { username: 'nobody', password: 'never-was-a-password' });
    const { events } = await read(await api.loginAs('operator-wu'), '&action=session.refuse');
    expect(events.map((event: { detail: { by: string } }) => event.detail.by)).toEqual(['password', 'slip']);
    expect(events[1]).toMatchObject({ category: 'security', subjectId: neighbour.accountId, actorName: null });
    expect(JSON.stringify(events)).not.toMatch(/000000|never-was|何小燕/);
  });

  it('is found by who, what, where and when, page by page', async () => {
    const auditor = await api.loginAs('auditor-sun');
    expect(new Set(await actionsOf(auditor, '&action=ballot.cast'))).toEqual(new Set(['ballot.cast']));
    const ofHousehold = await read(auditor, `&subjectKind=household&subjectId=${story.household('201')}`);
    expect(ofHousehold.events).toHaveLength(1);
    const own = await read(auditor, `&actorId=${story.officer.actor.accountId}&estateId=${story.place.estateId}`);
    expect(own.events.length).toBeGreaterThan(3);
    const soon = encodeURIComponent(new Date(api.clock.now().getTime() + 60_000).toISOString());
    expect(await actionsOf(auditor, `&from=${soon}`)).toEqual([]);
    expect((await actionsOf(auditor, `&until=${soon}`)).length).toBeGreaterThan(5);

    for (const reader of [auditor, story.officer.actor]) {
      const whole = (await read(reader)).events.map((event: { id: number }) => event.id);
      const pages: number[] = [];
      let before = '';
      do {
        const { body } = await api
          .http(reader, 'office')
          .get(`/api/audit-events?limit=3${before && `&before=${before}`}`);
        pages.push(...body.events.map((event: { id: number }) => event.id));
        before = body.next === null ? '' : String(body.next);
      } while (before);
      expect(pages).toEqual(whole);
    }
  });

  it('names no neighbour and holds no whole telephone number, whatever people wrote', async () => {
    const lines: { detail: object; helper: string | null }[] = await api.dataSource.query(
      'SELECT detail, helper FROM audit_events',
    );
    const text = JSON.stringify(lines);
    expect(lines.length).toBeGreaterThan(10);
    expect(text).toContain('138****5678');
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(text).not.toMatch(/业主\d{3}|陈建国/);
  });
});
