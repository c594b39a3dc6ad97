import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { withdraws } from '../../../test/stories/cases';
import { drawn, paperEvidence } from '../../../test/stories/papers';
import { expectStatus, StairwellStory, type Choice, type ResidentStory } from '../../../test/stories/stairwell-story';
import { Transactions } from '../../platform/transaction';
import { VerifyChains } from '../bundles';
import { eventsOf } from '../chain';

const SEALED = ['ballotId', 'channel', 'choiceSeal', 'doorSeal', 'needsReview', 'receiptHash'];

/** What the record chain tells when a ballot takes the place of an earlier one of the same door. */
describe('a ballot that takes the place of an earlier one', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => {
    const { problems } = await api.app.get(Transactions).snapshot((tx) => api.app.get(VerifyChains).execute(tx));
    await api.stop();
    expect(problems).toEqual([]);
  });

  const opened = async () => (await StairwellStory.begin(api, { rooms: ['301', '302'] })).opens();
  /** The events after the opening; a ballot is told by its place among those of the door. */
  const toldOf = async (story: StairwellStory): Promise<string[]> => {
    const chain = await eventsOf(api.dataSource.manager, story.roundId);
    const rows: { id: string; seq: number }[] = await api.dataSource.query(
      'SELECT id, seq FROM ballots WHERE round_id = $1',
      [story.roundId],
    );
    const seqs = new Map<unknown, number>(rows.map(({ id, seq }) => [id, seq]));
    return chain.slice(1).map(({ kind, payload: { ballotId, supersedes } }) => {
      return `${kind} ${seqs.get(ballotId)}${supersedes === undefined ? '' : ` for ${seqs.get(supersedes)}`}`;
    });
  };

  const ways: [string, (owner: ResidentStory, choice: Choice) => Promise<unknown>][] = [
    ['in one statement', (owner, choice) => owner.votes(choice)],
    ['the long way', (owner, choice) => owner.votes(choice, { signature: drawn })],
  ];
  describe.each(ways)('by phone, %s', (_, votes) => {
    it('names it, each time the one before', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      for (const choice of ['for', 'against', 'against', 'for'] as const) await votes(owner, choice);
      await votes(await story.resident('301'), 'for');
      expect(await toldOf(story)).toEqual([
        ...['ballot 1', 'supersede 2 for 1', 'supersede 3 for 2', 'supersede 4 for 3', 'ballot 1'],
      ]);
    });

    it('says nothing else than a first ballot says', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      await votes(owner, 'for');
      await votes(owner, 'against');
      const [, first, second] = await eventsOf(api.dataSource.manager, story.roundId);
      expect(Object.keys(first!.payload).sort()).toEqual(SEALED);
      expect(Object.keys(second!.payload).sort()).toEqual([...SEALED, 'supersedes']);
      expect(second!.payload).toMatchObject({ needsReview: false, supersedes: first!.payload.ballotId });
    });

    it('names none after a withdrawal', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      await votes(owner, 'for');
      expectStatus(await withdraws(owner, owner.householdId), 201);
      await votes(owner, 'for');
      await votes(owner, 'against');
      expect(await toldOf(story)).toEqual(['ballot 1', 'withdraw 2', 'ballot 3', 'supersede 4 for 3']);
    });
  });

  it('is the wife’s who says the same as her husband', async () => {
    const story = await opened();
    await (await story.resident('302')).votes('for');
    await (await story.resident('302', 'co_owner')).votes('for');
    expect(await toldOf(story)).toEqual(['ballot 1', 'supersede 2 for 1']);
  });

  it('is none that opens a case: both stay', async () => {
    const story = await opened();
    await (await story.resident('302')).votes('for');
    const sent = { id: randomUUID(), householdId: story.household('302'), castAt: api.clock.now() };
    const paper = { ...sent, choice: 'against', channel: 'paper', ...paperEvidence };
    expectStatus(await story.officer.http.post(`/api/rounds/${story.roundId}/ballots`, paper), 201);
    expect(await toldOf(story)).toEqual(['ballot 1', 'ballot 2', 'case 2']);
  });

  it('names it by its approval, if it had to wait', async () => {
    const story = await opened();
    await (await story.resident('302')).votes('for');
    const paper = await story.officer.enters('302', 'for');
    expect(await toldOf(story)).toEqual(['ballot 1', 'ballot 2']);
    await (await story.officer.colleague()).approves(paper);
    expect(await toldOf(story)).toEqual(['ballot 1', 'ballot 2', 'approve 2 for 1']);
  });

  it('names by its approval what counts then, and none when a later one counts', async () => {
    const story = await opened();
    const li = await story.officer.colleague();
    const [visit, paper] = [
      await (await story.volunteer()).takes('302', 'for'),
      await story.officer.enters('302', 'for'),
    ];
    await li.approves(visit);
    await li.approves(paper);
    expect(await toldOf(story)).toEqual(['ballot 1', 'ballot 2', 'approve 1', 'approve 2 for 1']);

    const other = await opened();
    const late = await other.officer.enters('301', 'for');
    await (await other.resident('301')).votes('for');
    await (await other.officer.colleague()).approves(late);
    expect(await toldOf(other)).toEqual(['ballot 1', 'ballot 2', 'approve 1']);
  });

  it('is none that corrects one which was returned', async () => {
    const story = await opened();
    const chen = await story.volunteer();
    await story.officer.decides(await chen.takes('302', 'for'), 'return', { reason: '签名看不清' });
    await story.officer.approves(await chen.takes('302', 'for'));
    expect(await toldOf(story)).toEqual(['ballot 1', 'return 1', 'ballot 2', 'approve 2']);
  });
});
