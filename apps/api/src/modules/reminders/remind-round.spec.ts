import { bind } from '../../../test/harness';
import { OVER_THE_HILLS } from '../../../test/harness/places';
import { RemindingOffice } from '../../../test/stories/reminded';
import type { StairwellStory } from '../../../test/stories/stairwell-story';

type Door = { roomNo: string; reason: string };

describe('the silent doors of a round', () => {
  let office: RemindingOffice;
  beforeAll(async () => {
    office = await RemindingOffice.begin();
  });
  afterAll(() => office.stop());

  /** Rooms no message reaches, with the reason. */
  const unreached = async (story: StairwellStory): Promise<Record<string, string>> =>
    Object.fromEntries((await office.plan(story)).unreached.map(({ roomNo, reason }: Door) => [roomNo, reason]));

  it('are counted by what would reach them, and listed where nothing does', async () => {
    const story = await office.round();
    await office.bySms(story, '101');
    await office.byWeapp(story, '102');
    await office.byWeapp(story, '201', 0);
    await office.neighbour(story, '202');
    await story.resident('301', 'tenant');
    expect(await office.plan(story)).toEqual({
      silentDoors: 6,
      sms: 1,
      weapp: 1,
      unreached: [
        ['201', 'no_permission_left'],
        ['202', 'nothing_chosen'],
        ['301', 'nobody_bound'],
        ['302', 'nobody_bound'],
      ].map(([roomNo, reason]) => ({ householdId: story.household(roomNo!), place: '1号楼 1号门洞', roomNo, reason })),
      waiting: 0,
      sent: 0,
      failed: 0,
      asksLeft: 3,
      lastAskedAt: null,
      mayAskFrom: null,
    });
  });

  it('are those without an answer: one that waits for review is an answer, one taken back is none', async () => {
    const story = await office.round();
    await story.vote('for', '101');
    await (await story.volunteer()).takes('102', 'against');
    const again = await office.bySms(story, '201');
    await again.votes('abstain');
    expect(await office.plan(story)).toMatchObject({ silentDoors: 3, sms: 0 });
    await again.http.post(`/api/rounds/${story.roundId}/households/${again.householdId}/withdrawals`, {
      id: 'b3f1c1de-9f0a-4d53-8f6b-0f3c27f4d001',
      withdrawnAt: office.api.clock.now(),
    });
    expect(await office.plan(story)).toMatchObject({ silentDoors: 4, sms: 1 });
    const returned = await (await story.volunteer()).takes('202', 'for');
    expect(await office.plan(story)).toMatchObject({ silentDoors: 3 });
    await story.officer.decides(returned, 'return', { reason: '签名看不清' });
    expect(await office.plan(story)).toMatchObject({ silentDoors: 4 });
  });

  it('are not those that a dispute keeps from answering', async () => {
    const story = await office.round();
    await office.bySms(story, '101');
    const dispute = await story.officer.freezes('101');
    expect(await office.plan(story)).toMatchObject({ silentDoors: 5, sms: 0 });
    await story.officer.settles(dispute);
    expect(await office.plan(story)).toMatchObject({ silentDoors: 6, sms: 1 });
  });

  it('are reached by whoever may vote for them: each co-owner, and no tenant of a flat that was bought', async () => {
    const story = await office.round();
    await office.bySms(story, '101');
    await office.bySms(story, '101', 'co_owner');
    await office.bySms(story, '102', 'tenant');
    await office.bySms(story, '201', 'relative');
    expect(await office.plan(story)).toMatchObject({ sms: 2 });
    expect(await unreached(story)).toMatchObject({ 102: 'nobody_bound', 201: 'nobody_bound' });
  });

  it('are reached by one message where they are one person’s', async () => {
    const story = await office.round({ sharedOwner: ['101', '102'] });
    const owner = await office.bySms(story, '101');
    await bind(office.api.dataSource, owner.actor, story.household('102'));
    expect(await office.plan(story)).toMatchObject({ silentDoors: 6, sms: 1 });
    expect(await office.reminds(story)).toMatchObject({ waiting: 1 });
  });

  it('are reminded at most once a day, three times in all, and nobody twice in two days', async () => {
    const story = await office.round();
    await office.bySms(story, '101');
    expect(await office.reminds(story)).toMatchObject({
      sms: 0,
      waiting: 1,
      asksLeft: 2,
      mayAskFrom: expect.any(String),
    });
    expect(await unreached(story)).toMatchObject({ 101: 'reminded_lately' });
    expect((await office.tries(story)).body).toMatchObject({
      code: 'reminders_too_soon',
      mayAskFrom: expect.any(String),
    });
    await office.drains();
    office.laterBy(25);
    expect((await office.tries(story)).body.code).toBe('reminders_nobody');
    await office.bySms(story, '102');
    expect(await office.reminds(story)).toMatchObject({ sent: 1, waiting: 1, asksLeft: 1 });
    await office.drains();
    office.laterBy(25);
    expect(await office.reminds(story)).toMatchObject({ sent: 2, waiting: 1, asksLeft: 0 });
    expect(await unreached(story)).toMatchObject({ 101: 'reminded_lately', 102: 'reminded_lately' });
    office.laterBy(49);
    expect((await office.tries(story)).body.code).toBe('reminders_used_up');
    expect(await office.plan(story)).toMatchObject({ asksLeft: 0, mayAskFrom: null });
  });

  it('are asked once by two officers at the same moment', async () => {
    const story = await office.round();
    await office.bySms(story, '101');
    const answers = await Promise.all([office.tries(story), office.tries(story), office.tries(story)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await office.plan(story)).toMatchObject({ waiting: 1 });
  });

  it('are reminded of nothing that is over, and of no round elsewhere', async () => {
    const over = async (end: (story: StairwellStory) => Promise<unknown>) => {
      const story = await office.round();
      await office.bySms(story, '101');
      await end(story);
      expect((await office.tries(story)).body.code).toBe('reminders_round_not_open');
      expect(await office.plan(story)).toMatchObject({ silentDoors: 0, sms: 0, unreached: [] });
    };
    await over((story) => story.officer.closes());
    await over((story) => story.officer.moves('void', { reason: '方案有变' }));
    await over(async () => office.laterBy(8 * 24));
    const story = await office.round({ at: OVER_THE_HILLS });
    const far = office.api.http(await office.api.loginAs('officer-wang'), 'office');
    expect((await far.get(`/api/rounds/${story.roundId}/reminders`)).status).toBe(404);
    expect((await far.post(`/api/rounds/${story.roundId}/reminders`)).status).toBe(404);
  });

  it('name no person to the office, and the asking stands in the audit log', async () => {
    const story = await office.round();
    const { phone, actor } = await office.bySms(story, '101');
    const text = JSON.stringify([await office.plan(story), await office.reminds(story)]);
    for (const told of [phone, actor.displayName, actor.accountId, '业主']) expect(text).not.toContain(told);
    const lines = await office.api.dataSource.query(
      `SELECT detail FROM audit_events WHERE action = 'round.remind' AND subject_id = $1`,
      [story.roundId],
    );
    expect(lines).toEqual([{ detail: { messages: 1 } }]);
  });
});
