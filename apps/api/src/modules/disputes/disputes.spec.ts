import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { paperEvidence } from '../../../test/stories/papers';
import { StairwellStory } from '../../../test/stories/stairwell-story';

describe('a dispute freezes the ballot, not the person', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();
  const frozen = { status: 409, body: { code: 'ballot_frozen' } };

  it('takes no ballot for the household by any channel, and says since when', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    const proxy = await story.proxy('302');
    await story.officer.freezes('302');
    const refused = await owner.tries('for');
    expect(refused).toMatchObject({ ...frozen, body: { ...frozen.body, since: expect.stringMatching(/Z$/) } });
    expect(refused.body.title).toContain('暂停表决');
    expect(await (await story.volunteer()).tries('302', 'for')).toMatchObject(frozen);
    expect(await proxy.tries('302', 'for')).toMatchObject(frozen);
    const paper = { householdId: story.household('302'), choice: 'for', channel: 'paper', castAt: api.clock.now() };
    const entered = await story.officer.http.post(`/api/rounds/${story.roundId}/ballots`, {
      ...{ id: randomUUID(), ...paper, ...paperEvidence },
    });
    expect(entered).toMatchObject(frozen);
    await story.vote('for', '301');
  });

  it('leaves everybody reading what they could read, and shows it to owner, volunteer and proxy', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    await owner.votes('against');
    await story.officer.freezes('302');
    const since = expect.stringMatching(/Z$/);
    const { body: paper } = await owner.ballotPaper();
    expect(paper).toMatchObject({
      mayVote: false,
      frozen: { since },
      ballots: [{ choice: 'against', state: 'counted' }],
    });
    expect(await owner.household()).toMatchObject({ mayVote: false, frozen: { since }, relation: 'owner' });
    const volunteer = await story.volunteer();
    const { body: doors } = await volunteer.http.get(`/api/volunteer/stairwells/${story.place.stairwellId}`);
    const frozenRooms = doors.doors.filter((door: { frozen: unknown }) => door.frozen !== null);
    expect(frozenRooms.map(({ roomNo }: { roomNo: string }) => roomNo)).toEqual(['302']);
  });

  it('keeps what counted, and lets no waiting ballot be approved over it', async () => {
    const story = await opened();
    await story.vote('for', '302');
    const waiting = await (await story.volunteer()).takes('302', 'for');
    await story.vote('against', '302');
    const dispute = await story.officer.freezes('302');
    expect(await story.officer.decides(waiting, 'approve')).toMatchObject(frozen);
    expect((await story.counted()).tally).toMatchObject({ for: { heads: 0 }, against: { heads: 1 } });
    await story.officer.settles(dispute);
    await story.officer.approves(waiting);
    expect((await story.counted()).tally).toMatchObject({ for: { heads: 0 }, against: { heads: 1 } });
  });

  it('lets the household vote again once it is settled, and stays on record with both reasons', async () => {
    const story = await opened();
    const dispute = await story.officer.freezes('302', '前妻持离婚协议主张产权');
    const settled = await story.officer.settles(dispute, '房产证已改为一人');
    expect(settled).toMatchObject({ roomNo: '302', reason: '前妻持离婚协议主张产权', settlement: '房产证已改为一人' });
    await (await story.resident('302')).votes('for');
    const list = await story.officer.http.get(`/api/disputes?estateId=${story.place.estateId}&state=settled`);
    expect(list.body.disputes).toMatchObject([{ id: dispute, settledByName: 'officer-wang' }]);
    const { body: open } = await story.officer.http.get(`/api/disputes?estateId=${story.place.estateId}&state=open`);
    expect(open.disputes).toEqual([]);
    const lines = await api.dataSource.query(
      `SELECT action FROM audit_events WHERE subject_kind = 'dispute' AND subject_id = $1 ORDER BY id`,
      [dispute],
    );
    expect(lines).toEqual([{ action: 'dispute.open' }, { action: 'dispute.settle' }]);
  });

  it('is read by household, and another office reads none of them', async () => {
    const story = await opened();
    await story.officer.settles(await story.officer.freezes('302', '前妻主张产权'));
    await story.officer.freezes('302', '姐弟争产');
    await story.officer.freezes('301', '两本房产证');
    const of = async (officer: TestActor, roomNo: string, more = '') =>
      (
        await api.http(officer, 'office').get(`/api/disputes?householdId=${story.household(roomNo)}${more}`)
      ).body.disputes.map((each: { roomNo: string; reason: string }) => [each.roomNo, each.reason]);
    const { actor } = story.officer;
    expect(await of(actor, '302')).toEqual([
      ['302', '姐弟争产'],
      ['302', '前妻主张产权'],
    ]);
    expect(await of(actor, '302', '&state=settled')).toEqual([['302', '前妻主张产权']]);
    expect(await of(actor, '101')).toEqual([]);
    const far = await api.loginAs('officer-far', { remits: [{ town: '莘园镇', neighbourhood: '远方居民区' }] });
    expect(await of(far, '302')).toEqual([]);
  });

  it('is opened once at a time, and the same one sent again is the same one', async () => {
    const story = await opened();
    const url = `/api/households/${story.household('302')}/disputes`;
    const input = { id: randomUUID(), reason: '姐弟争产' };
    const [first, again] = [await story.officer.http.post(url, input), await story.officer.http.post(url, input)];
    expect(again.body).toEqual(first.body);
    expect((await story.officer.http.post(url, { ...input, reason: '别的' })).body.code).toBe('id_reused');
    expect((await story.officer.http.post(url, { ...input, id: randomUUID() })).body.code).toBe('dispute_open');
    await story.officer.settles(input.id);
    expect((await story.officer.http.post(`/api/disputes/${input.id}/settle`, { reason: '再来' })).status).toBe(409);
  });

  it('and casting at the same moment never both succeed with the ballot after the dispute', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    const casts = Array.from({ length: 8 }, () => owner.tries('for'));
    const [dispute, ...answers] = await Promise.all([story.officer.freezes('302'), ...casts]);
    const [{ late }] = await api.dataSource.query(
      `SELECT count(*)::int AS late FROM ballots v JOIN disputes d ON d.id = $1 AND v.household_id = d.household_id
        WHERE v.received_at > d.opened_at`,
      [dispute],
    );
    expect(late).toBe(0);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect((await owner.tries('against')).status).toBe(409);
  });
});
