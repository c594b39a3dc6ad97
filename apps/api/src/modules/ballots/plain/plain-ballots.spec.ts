import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { bind, startTestApi, type TestApi } from '../../../../test/harness';
import { withdraws } from '../../../../test/stories/cases';
import { drawn } from '../../../../test/stories/papers';
import { expectStatus, ResidentStory, StairwellStory } from '../../../../test/stories/stairwell-story';
import { CastBallot } from '../cast-ballot';
import type { CastBallotInput, CastBallotResultDto } from '../dto/cast-ballot.dto';
import { PlainBallots } from './plain-ballots';

describe('plain ballots', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async (sketch: Parameters<typeof StairwellStory.begin>[1] = {}, changes = {}) =>
    (await StairwellStory.begin(api, sketch)).opens(changes);
  const inputOf = (householdId: string, changes: Partial<CastBallotInput> = {}): CastBallotInput => ({
    ...{ id: randomUUID(), householdId, choice: 'for', channel: 'self_service', castAt: api.clock.now() },
    ...changes,
  });
  const callerOf = async ({ actor }: Pick<ResidentStory, 'actor'>) => {
    const [session] = await api.dataSource.query('SELECT token_hash FROM sessions WHERE id = $1', [actor.sessionId]);
    return { tokenHash: session.token_hash, client: 'h5' as const, actor: () => Promise.resolve(actor) };
  };
  /** Offers a ballot to the short way alone; null: it was not plain. */
  const offered = async (who: ResidentStory, changes: Partial<CastBallotInput> = {}) =>
    api.app.get(PlainBallots).cast(await callerOf(who), who.story.roundId, inputOf(who.householdId, changes));
  const rowsOf = (story: StairwellStory): Promise<{ xmin: string }[]> =>
    api.dataSource.query('SELECT xmin::text FROM ballots WHERE round_id = $1 ORDER BY received_at', [story.roundId]);

  const somebodyWaits = async () => {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await api.dataSource.query(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('wait for a round that somebody holds, and those of another round do not wait for them', async () => {
    const [held, free] = [await (await opened()).resident('101'), await (await opened()).resident('101')];
    const holder = api.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM round_tallies WHERE round_id = $1 FOR UPDATE', [held.story.roundId]);
    const answered: string[] = [];
    const waiting = offered(held).then((answer) => answered.push(`held: ${answer?.ballot.state}`));
    await somebodyWaits();
    const passing = offered(free).then((answer) => answered.push(`free: ${answer?.ballot.state}`));
    await passing;
    await holder.commitTransaction();
    await holder.release();
    await waiting;
    expect(answered).toEqual(['free: counted', 'held: counted']);
  });

  describe('that arrive together', () => {
    it('share statements and commits, whatever their rounds', async () => {
      const stories = [await opened(), await opened(), await opened(), await opened(), await opened()];
      const callers = await Promise.all(stories.map(async (story) => story.resident('101')));
      const sessions = await Promise.all(callers.map(callerOf));
      const answers = await Promise.all(
        callers.map(({ householdId, story }, index) =>
          api.app.get(PlainBallots).cast(sessions[index]!, story.roundId, inputOf(householdId)),
        ),
      );
      expect(answers.map((answer) => answer?.ballot.state)).toEqual(stories.map(() => 'counted'));
      const rows = (await Promise.all(stories.map(rowsOf))).flat();
      expect(rows).toHaveLength(stories.length);
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBeLessThan(stories.length);
    });

    it('take turns within a round: at most one of them in a statement', async () => {
      const story = await opened();
      const callers = await Promise.all(['101', '102', '201', '202'].map((room) => story.resident(room)));
      const sessions = await Promise.all(callers.map(callerOf));
      await Promise.all(
        callers.map(({ householdId }, index) =>
          api.app.get(PlainBallots).cast(sessions[index]!, story.roundId, inputOf(householdId)),
        ),
      );
      const rows = await rowsOf(story);
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(4);
      expect((await story.counted()).tally.for.heads).toBe(4);
    });

    it('and one of them that is not plain keeps none of the others', async () => {
      const [one, two] = [await opened(), await opened()];
      const [owner, tenant] = [await one.resident('101'), await two.resident('101', 'tenant')];
      const sessions = [await callerOf(owner), await callerOf(tenant)] as const;
      const plain = api.app.get(PlainBallots);
      const answers = await Promise.all([
        plain.cast(sessions[0], one.roundId, inputOf(owner.householdId)),
        plain.cast(sessions[1], two.roundId, inputOf(tenant.householdId)),
      ]);
      expect(answers.map((answer) => answer?.ballot.state ?? null)).toEqual(['counted', null]);
      expect(await rowsOf(two)).toEqual([]);
    });
  });

  describe('are those of one person for one household', () => {
    it('the first, a change of mind, and the first one after a withdrawal', async () => {
      const owner = await (await opened()).resident('302');
      expect((await offered(owner))?.ballot).toMatchObject({ seq: 1, state: 'counted' });
      expect((await offered(owner, { choice: 'against' }))?.ballot).toMatchObject({ seq: 2, state: 'counted' });
      expectStatus(await withdraws(owner, owner.householdId), 201);
      expect((await offered(owner, { choice: 'abstain' }))?.ballot).toMatchObject({ seq: 4, state: 'counted' });
      const { tally } = await owner.story.counted();
      expect(tally).toMatchObject({ abstain: { heads: 1 }, against: { heads: 0 }, participating: { heads: 1 } });
    });

    const notPlain: [string, () => Promise<ResidentStory>, Partial<CastBallotInput>?][] = [
      [
        'held by a helper',
        async () => {
          const owner = await (await opened()).resident('302');
          await owner.http.put('/api/session/helper', { helperName: '陈小明', helperRelation: 'child' });
          return owner;
        },
      ],
      [
        'of a household whose ballot is frozen',
        async () => {
          const story = await opened();
          await story.officer.freezes('302');
          return story.resident('302');
        },
      ],
      [
        'of a co-owner after the owner',
        async () => {
          const story = await opened();
          await story.vote('for', '302');
          return story.resident('302', 'co_owner');
        },
      ],
      [
        'after a volunteer was at the door',
        async () => {
          const story = await opened();
          await (await story.volunteer()).takes('302', 'for');
          return story.resident('302');
        },
      ],
      [
        'of somebody who has voted for it by letter before',
        async () => {
          const story = await opened();
          const sister = await story.proxy('302');
          await sister.votes('302', 'for');
          await bind(api.dataSource, sister.actor, story.household('302'), 'heir');
          return new ResidentStory(story, sister.actor, story.household('302'));
        },
      ],
      [
        'of a binding that ran out yesterday',
        async () => {
          const owner = await (await opened()).resident('302');
          await api.dataSource.query('UPDATE bindings SET expires_on = $2 WHERE account_id = $1', [
            owner.actor.accountId,
            owner.story.dayIn(-1),
          ]);
          return owner;
        },
      ],
      ['of a tenant', async () => (await opened()).resident('302', 'tenant')],
      [
        'of a household whose area nobody knows',
        async () => (await opened({ areas: { '302': null } })).resident('302'),
      ],
      ['of an owner with two households', async () => (await opened({ sharedOwner: ['302', '301'] })).resident('302')],
      [
        'after the close',
        async () => {
          const story = await opened();
          const owner = await story.resident('302');
          await story.officer.closes();
          return owner;
        },
      ],
      [
        'after the closing time, though nobody has closed the round',
        async () => {
          const story = await opened({}, { closesAt: new Date(api.clock.now().getTime() + 60_000).toISOString() });
          const owner = await story.resident('302');
          api.clock.advanceMinutes(2);
          return owner;
        },
      ],
      [
        'with a session that is over',
        async () => {
          const owner = await (await opened()).resident('302');
          await api.dataSource.query('UPDATE sessions SET revoked_at = now() WHERE id = $1', [owner.actor.sessionId]);
          return owner;
        },
      ],
      ['by another channel', async () => (await opened()).resident('302'), { channel: 'home_visit' }],
      ['with a signature', async () => (await opened()).resident('302'), { signature: drawn }],
    ];
    it.each(notPlain.map(([what, prepare, changes = {}]) => ({ what, prepare, changes })))(
      'not one $what: it changes nothing and goes the long way',
      async ({ prepare, changes }) => {
        const who = await prepare();
        const before = await rowsOf(who.story);
        expect(await offered(who, changes)).toBeNull();
        expect(await rowsOf(who.story)).toEqual(before);
      },
    );

    it('not one by letter, nor of a volunteer or an officer', async () => {
      const story = await opened();
      const householdId = story.household('302');
      for (const who of [await story.proxy('302'), await story.volunteer(), story.officer]) {
        const input = inputOf(householdId);
        expect(await api.app.get(PlainBallots).cast(await callerOf(who), story.roundId, input)).toBeNull();
      }
      expect(await rowsOf(story)).toEqual([]);
    });

    it('not one under an id that was used before', async () => {
      const owner = await (await opened()).resident('302');
      const id = randomUUID();
      expect(await offered(owner, { id })).not.toBeNull();
      expect(await offered(owner, { id, choice: 'against' })).toBeNull();
    });
  });

  it('cost one round trip each, a first and a changed one, to the database from the request to the answer, session and receipt and all', async () => {
    const story = await opened();
    await story.vote('for', '101');
    const neighbour = await story.resident('102');
    const asked = jest.spyOn(Client.prototype, 'query');
    expectStatus(await neighbour.tries('against'), 201);
    expectStatus(await neighbour.tries('for'), 201);
    const trips = asked.mock.calls.length;
    asked.mockRestore();
    expect(trips).toBe(2);
  });

  it('are answered as the long way answers', async () => {
    const answerOf = async (send: (owner: ResidentStory) => Promise<CastBallotResultDto | null>) => {
      const story = await opened({ rooms: ['101', '102'] }, { closesAt: '2099-01-01T00:00:00Z' });
      await story.vote('against', '102');
      const answer = (await send(await story.resident('101')))!;
      return { ...answer, ballot: { ...answer.ballot, id: '', receiptCode: '', receivedAt: '' } };
    };
    const short = await answerOf((owner) => offered(owner));
    const long = await answerOf(({ actor, story, householdId }) =>
      api.app.get(CastBallot).execute(actor, story.roundId, inputOf(householdId)),
    );
    expect(short).toEqual(long);
  });
});
