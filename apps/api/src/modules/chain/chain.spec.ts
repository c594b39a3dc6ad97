import { startTestApi, type TestApi } from '../../../test/harness';
import { StairwellStory } from '../../../test/stories/stairwell-story';
import { contentHash, eventsOf, hashOfEvent } from '.';

describe('the record chain of a round', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const chainOf = (story: StairwellStory) => eventsOf(api.dataSource.manager, story.roundId);

  it('links everything that happened, from the opening to the announcement', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await story.vote('for', '101');
    await story.vote('against', '101');
    const chen = await story.volunteer();
    await story.officer.approves(await chen.takes('102', 'against'));
    await story.officer.decides(await chen.takes('201', 'for'), 'return', { reason: '签名看不清' });
    const late = await chen.takes('202', 'abstain');
    await story.officer.closes();
    await story.officer.decides(late, 'reject', { reason: '不是本人' });
    await story.officer.announces();

    const chain = await chainOf(story);
    expect(chain.map(({ kind }) => kind)).toEqual(
      'open ballot supersede ballot approve ballot return ballot close reject announce'.split(' '),
    );
    expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, index) => index + 1));
    chain.forEach((event, index) => {
      expect(event.previousHash).toBe(index === 0 ? '0'.repeat(64) : chain[index - 1]!.hash);
      expect(event.hash).toBe(hashOfEvent(story.roundId, event));
    });
    const [pinned] = await api.dataSource.query(
      `SELECT electorate_hash, ruleset_hash, scheme_hash, cost_table_hash, agreement_hash, decision
         FROM consultation_rounds JOIN motions ON round_id = id WHERE id = $1`,
      [story.roundId],
    );
    expect(chain[0]!.payload).toMatchObject({
      electorateHash: pinned.electorate_hash,
      rulesetHash: pinned.ruleset_hash,
      schemeHash: pinned.scheme_hash,
      costTableHash: pinned.cost_table_hash,
      agreementHash: pinned.agreement_hash,
    });
    expect(chain.at(-1)!.payload).toMatchObject({ verdict: 'rejected', decisionHash: contentHash(pinned.decision) });
  });

  it('tells neither which door has answered nor what it said', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await story.vote('against', '101');
    const { payload } = (await chainOf(story))[1]!;
    expect(Object.keys(payload).sort()).toEqual(
      ['ballotId', 'channel', 'choiceSeal', 'doorSeal', 'needsReview', 'receiptHash'].sort(),
    );
    expect(JSON.stringify(payload)).not.toContain(story.household('101'));
    expect(JSON.stringify(payload)).not.toContain('against');
  });

  it('repeats nothing for a ballot that is sent again, and adds nothing for one that is refused', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    const owner = await story.resident('101');
    const sent = { id: '0b5f3c1e-8a3b-4a52-9d0f-6a1f8f3f7d11', castAt: api.clock.now().toISOString() };
    await owner.votes('for', sent);
    await owner.votes('for', sent);
    expect((await owner.tries('against', sent)).status).toBe(422);
    expect((await chainOf(story)).map(({ kind }) => kind)).toEqual(['open', 'ballot']);
  });

  it('ends with the round being made void; a draft made void has none', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await story.officer.moves('void', { reason: '方案有变' });
    expect((await chainOf(story)).map(({ kind }) => kind)).toEqual(['open', 'void']);
    const draft = await StairwellStory.begin(api);
    await draft.officer.drafts(draft.draftFields());
    await draft.officer.moves('void', { reason: '写错了' });
    expect(await chainOf(draft)).toEqual([]);
  });

  it('is the same whatever order ballots arrive in at once: one after the other, without a gap', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    const residents = await Promise.all(['101', '102', '201', '202', '301', '302'].map((room) => story.resident(room)));
    await Promise.all(residents.map((resident) => resident.votes('for')));
    const chain = await chainOf(story);
    expect(chain).toHaveLength(7);
    chain.slice(1).forEach((event, index) => expect(event.previousHash).toBe(chain[index]!.hash));
  });

  it('shows its head on the page for everybody and on the count sheet', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await story.vote('for', '101', '102');
    const last = (await chainOf(story)).at(-1)!;
    const head = { count: 3, head: last.hash };
    expect((await story.publicPage()).body.round.chain).toEqual(head);
    expect((await story.officer.countSheet()).chain).toEqual(head);
  });

  it('is only ever added to', async () => {
    for (const statement of [
      `UPDATE chain_events SET kind = 'void'`,
      'DELETE FROM chain_events',
      'TRUNCATE chain_events',
    ]) {
      await expect(api.dataSource.query(statement)).rejects.toThrow('rows of chain_events are only ever added');
    }
  });

  it('is not begun in the middle: a round opened without one goes on without one', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await api.dataSource.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      await tx.query('DELETE FROM chain_events WHERE round_id = $1', [story.roundId]);
      await tx.query('UPDATE round_tallies SET chain_count = 0, chain_head = NULL WHERE round_id = $1', [
        story.roundId,
      ]);
    });
    await story.vote('for', '101');
    expect(await chainOf(story)).toEqual([]);
    expect((await story.publicPage()).body.round).toMatchObject({ chain: null, state: 'open' });
  });
});
