import { startTestApi, type TestApi } from '../../../test/harness';
import { settles, withdraws } from '../../../test/stories/cases';
import { seeded } from '../../../test/stories/random-rounds';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { anyTampering, TABLES, Tamperer, type Tampering } from '../../../test/stories/tampering';
import { Transactions } from '../../platform/transaction';
import { RecountRounds } from '../decisions';
import { VerifyChains } from '.';
import { NOT_VOUCHED_FOR } from './not-vouched-for';

/** Undoes everything at the end: the same honest round is tampered with again and again. */
class Undone extends Error {}

const vouchedFor = (table: string, column: string) => !(column in NOT_VOUCHED_FOR[table]!);

describe('whatever is done to the rows of a vote', () => {
  let api: TestApi;
  let tamperer: Tamperer;
  let events: number;
  beforeAll(async () => {
    api = await startTestApi();
    const story = await StairwellStory.begin(api, { rooms: ['101', '102', '201', '202', '301', '302'] });
    await story.opens();
    await everythingHappens(story);
    await StairwellStory.begin(api, { rooms: ['101'] }); // another estate, for ids that lead elsewhere
    const report = await api.app.get(Transactions).snapshot((tx) => api.app.get(VerifyChains).execute(tx));
    expect(report).toMatchObject({ rounds: 1, problems: [] });
    events = report.events;
    tamperer = await Tamperer.of(api.dataSource.manager, story.roundId);
  });
  afterAll(() => api.stop());

  /** What a stairwell can go through, so that every table has rows: a withdrawal, a proxy, reviews and a case. */
  async function everythingHappens(story: StairwellStory): Promise<void> {
    const { officer } = story;
    await story.vote('for', '101', '102', '201', '202');
    await story.vote('against', '202');
    expectStatus(await withdraws(await story.resident('201'), story.household('201')), 201);
    const chen = await story.volunteer();
    await officer.approves(await chen.takes('301', 'for'));
    await officer.decides(await chen.takes('302', 'for'), 'return', { reason: '签名看不清' });
    await (await story.resident('102', 'co_owner')).votes('against');
    await settles(officer, '102', 1);
    await officer.closes();
    await officer.announces();
  }

  /** What the checks say of the tampered rows. The recount is asked where the chains have not named the row already. */
  async function saidOf({ statements, names }: Tampering): Promise<string[]> {
    let said: string[] = [];
    const work = api.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      for (const statement of statements) await tx.query(statement);
      said = (await api.app.get(VerifyChains).execute(tx)).problems.map(({ sentence }) => sentence);
      if (!said.some((sentence) => names.test(sentence))) {
        const { differences } = await api.app.get(RecountRounds).execute(tx);
        said.push(...differences.map(({ where, what }) => `${where}:${what}`));
      }
      throw new Undone();
    });
    await work.catch((error: unknown) => {
      if (!(error instanceof Undone)) said = [`${String(error)} ${String((error as { query?: string }).query)}`];
    });
    return said;
  }
  const isNamed = (said: string[], { names }: Tampering) => said.some((sentence) => names.test(sentence));

  it('each column is vouched for, or listed with the reason why not', async () => {
    expect(Object.keys(NOT_VOUCHED_FOR)).toEqual(TABLES);
    const wrong: object[] = [];
    for (const [table, columns] of tamperer.columns) {
      for (const column of columns) {
        // The last row is the liveliest: an own review, the end of the chain.
        const tampering = tamperer.change(tamperer.ofTable(table).at(-1)!, column);
        const said = await saidOf(tampering);
        const expected = vouchedFor(table, column.name);
        if (expected !== isNamed(said, tampering)) wrong.push({ table, column: column.name, expected, said });
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('a thousand changes by chance are all found and named', async () => {
    const seed = Date.now() % 1_000_000_007;
    const random = seeded(seed);
    const missed: object[] = [];
    for (let round = 0; round < 1_000; round += 1) {
      const tampering = anyTampering(tamperer, random, events, vouchedFor);
      const said = await saidOf(tampering);
      if (!isNamed(said, tampering)) missed.push({ ...tampering, said });
    }
    expect({ seed, missed }).toEqual({ seed, missed: [] });
  }, 240_000);
});
