import { startTestApi, type TestApi } from '../../../test/harness';
import { withdraws } from '../../../test/stories/cases';
import { drawn } from '../../../test/stories/papers';
import { StairwellStory, type ResidentStory } from '../../../test/stories/stairwell-story';
import { eventsOf } from '../chain';

/**
 * What comes in for a round and what ends it take the same lock. Somebody holds the next place of the round's chain, so
 * that whoever has the turn stops in the middle of it; then the other one comes.
 */
describe('ballots and the end of a round take turns', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api, { rooms: ['101', '102'] })).opens();

  /** Keeps whoever has the turn in the middle of it until it is let go on. */
  async function stops(story: StairwellStory): Promise<{ letsGoOn: () => Promise<void> }> {
    const holder = api.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(
      `INSERT INTO chain_events (round_id, seq, kind, payload, at, previous_hash, hash)
       SELECT round_id, chain_count + 1, 'void', '{}', now(), chain_head, chain_head FROM round_tallies WHERE round_id = $1`,
      [story.roundId],
    );
    const letsGoOn = async () => {
      await holder.rollbackTransaction();
      await holder.release();
    };
    return { letsGoOn };
  }

  async function untilWaiting(sessions: number): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const giveUpAt = Date.now() + 10_000;
    while ((await api.dataSource.query(waiting)).length < sessions) {
      if (Date.now() > giveUpAt) throw new Error(`No ${sessions} are waiting.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** One after the other, the second while the first is in the middle. */
  async function meet<A, B>(
    story: StairwellStory,
    first: () => Promise<A>,
    second: () => Promise<B>,
  ): Promise<[A, B, letGoAt: number]> {
    const stopped = await stops(story);
    let letGoAt = 0;
    let one: Promise<A>;
    let other: Promise<B>;
    try {
      one = first();
      await untilWaiting(1);
      other = second();
      await untilWaiting(2);
      api.clock.advanceMinutes(1);
      letGoAt = api.clock.now().getTime();
    } finally {
      await stopped.letsGoOn();
    }
    return [await one, await other, letGoAt];
  }

  const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const whatCounts = async (story: StairwellStory): Promise<number> =>
    (await story.counted()).tally.participating.heads;
  const ways: [string, (owner: ResidentStory) => ReturnType<ResidentStory['tries']>][] = [
    ['a plain ballot', (owner) => owner.tries('for')],
    ['a ballot with a signature', (owner) => owner.tries('for', { signature: drawn })],
  ];
  const waysAndEnds = ways.flatMap(([what, casts]) =>
    (['close', 'void'] as const).map((move) => ({ what, move, casts })),
  );
  const ends = (story: StairwellStory, move: 'close' | 'void') =>
    story.officer.moves(move, move === 'void' ? { reason: '方案有变' } : undefined);

  it.each(waysAndEnds)(
    '$what that was begun before a $move stands before it, and the $move is of the moment when its turn comes',
    async ({ move, casts }) => {
      const story = await opened();
      const owner = await story.resident('101');
      const [ballot, ended, letGoAt] = await meet(
        story,
        () => casts(owner),
        () => ends(story, move),
      );
      expect([said(ballot), said(ended)]).toEqual([
        [201, undefined],
        [200, undefined],
      ]);
      expect(ended.body.turnout[0]).toMatchObject({ part: 1 });
      const chain = await eventsOf(api.dataSource.manager, story.roundId);
      expect(chain.map(({ kind }) => kind)).toEqual(['open', 'ballot', move]);
      expect(chain.at(-1)!.at.getTime()).toBeGreaterThanOrEqual(letGoAt);
      if (move === 'close') expect(chain.at(-1)!.payload).toEqual({ countedHouseholds: 1 });
      expect(await whatCounts(story)).toBe(1);
    },
  );

  it('a withdrawal that was begun before the close is in its count', async () => {
    const story = await opened();
    const owner = await story.resident('101');
    await owner.votes('for');
    const [withdrawal, close] = await meet(
      story,
      () => withdraws(owner, owner.householdId),
      () => story.officer.moves('close'),
    );
    expect([withdrawal.status, close.status]).toEqual([201, 200]);
    expect(close.body.turnout[0]).toMatchObject({ part: 0 });
    expect(await whatCounts(story)).toBe(0);
  });

  it.each(waysAndEnds)(
    '$what that comes during a $move is refused, and nothing of it is kept',
    async ({ move, casts }) => {
      const story = await opened();
      const owner = await story.resident('101');
      const [ended, ballot] = await meet(
        story,
        () => ends(story, move),
        () => casts(owner),
      );
      expect([said(ended), said(ballot)]).toEqual([
        [200, undefined],
        [409, move === 'void' ? 'round_not_open' : 'round_closed'],
      ]);
      const chain = await eventsOf(api.dataSource.manager, story.roundId);
      expect(chain.map(({ kind }) => kind)).toEqual(['open', move]);
      expect(await api.dataSource.query('SELECT 1 FROM ballots WHERE round_id = $1', [story.roundId])).toEqual([]);
    },
  );
});
