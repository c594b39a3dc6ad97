import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { withdraws } from '../../../test/stories/cases';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { eventsOf } from '../chain';

describe('taking back a ballot', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();
  const rowOf = async (story: StairwellStory, roomNo: string) =>
    (await story.officer.countSheet()).rows.find((row: { roomNo: string }) => row.roomNo === roomNo);

  it('leaves the household silent, with a receipt, and every version kept', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    await owner.votes('for');
    const { ballot, turnout } = expectStatus(await withdraws(owner, owner.householdId), 201).body;
    expect(ballot).toMatchObject({ seq: 2, choice: null, state: 'withdrawn', channel: 'self_service' });
    expect(turnout[0]).toMatchObject({ part: 0 });
    expect(await rowOf(story, '302')).toMatchObject({ choice: null, state: 'silent' });
    expect(await owner.household()).toMatchObject({ round: { myBallot: { choice: null, state: 'withdrawn' } } });
    const { body: paper } = await owner.ballotPaper();
    expect(paper.ballots.map(({ choice, state }: Record<string, unknown>) => [choice, state])).toEqual([
      ['for', 'superseded'],
      [null, 'withdrawn'],
    ]);
    const receipt = await api.http().get(`/api/public/receipts/${ballot.receiptCode}`);
    expect(receipt).toMatchObject({ status: 200, body: { state: 'withdrawn', choice: null } });
    expect((await eventsOf(api.dataSource.manager, story.roundId)).map(({ kind }) => kind)).toEqual(
      'open ballot withdraw'.split(' '),
    );
  });

  it('lets the household vote again, and be visited again', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    await owner.votes('against');
    await withdraws(owner, owner.householdId);
    const chen = await story.volunteer();
    const doors = await chen.http.get(`/api/volunteer/stairwells/${story.place.stairwellId}`);
    expect(doors.body.doors.find((door: { roomNo: string }) => door.roomNo === '302').ballot).toBeNull();
    expect((await owner.votes('for')).ballot).toMatchObject({ seq: 3, state: 'counted' });
    expect((await story.counted()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });
  });

  it('is the same withdrawal when it is sent again, and another one under its id is refused', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    await owner.votes('for');
    const sent = { id: randomUUID(), withdrawnAt: api.clock.now().toISOString() };
    const first = await withdraws(owner, owner.householdId, sent);
    await story.officer.closes();
    expect((await withdraws(owner, owner.householdId, sent)).body.ballot).toEqual(first.body.ballot);
    const other = await withdraws(owner, owner.householdId, { ...sent, withdrawnAt: '2026-01-01T00:00:00Z' });
    expect(other).toMatchObject({ status: 422, body: { code: 'id_reused' } });
  });

  it('needs something to take back, an open round, and somebody who may vote', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    const nothing = { status: 409, body: { code: 'nothing_to_withdraw' } };
    expect(await withdraws(owner, owner.householdId)).toMatchObject(nothing);
    await owner.votes('for');
    const tenant = await story.resident('302', 'tenant');
    expect(await withdraws(tenant, owner.householdId)).toMatchObject({ status: 403, body: { code: 'may_not_vote' } });
    const neighbour = await story.resident('301');
    expect(await withdraws(neighbour, owner.householdId)).toMatchObject({ status: 404 });
    expectStatus(await withdraws(owner, owner.householdId), 201);
    expect(await withdraws(owner, owner.householdId)).toMatchObject(nothing);
    await owner.votes('for');
    await story.officer.freezes('302');
    expect(await withdraws(owner, owner.householdId)).toMatchObject({ status: 409, body: { code: 'ballot_frozen' } });
    await neighbour.votes('for');
    await story.officer.closes();
    expect(await withdraws(neighbour, neighbour.householdId)).toMatchObject({
      status: 409,
      body: { code: 'round_closed' },
    });
  });

  it('takes back what a volunteer wrote down and nobody has reviewed: it never comes to count', async () => {
    const story = await opened();
    const visit = await (await story.volunteer()).takes('302', 'for');
    const owner = await story.resident('302');
    expect((await withdraws(owner, owner.householdId)).body.ballot).toMatchObject({ state: 'withdrawn' });
    await story.officer.approves(visit);
    expect(await rowOf(story, '302')).toMatchObject({ choice: null });
  });

  it('by letter takes back what was cast by letter', async () => {
    const story = await opened();
    const sister = await story.proxy('301');
    await sister.votes('301', 'for');
    const { ballot } = expectStatus(await withdraws(sister, story.household('301')), 201).body;
    expect(ballot).toMatchObject({ channel: 'proxy', state: 'withdrawn' });
    expect(await rowOf(story, '301')).toMatchObject({ choice: null });
  });
});
