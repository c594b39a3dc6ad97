import type { EntityManager } from 'typeorm';
import { startTestApi, type TestApi } from '../../../test/harness';
import { StairwellStory } from '../../../test/stories/stairwell-story';
import { Transactions } from '../../platform/transaction';
import { eventsOf, hashOfEvent } from '../chain';
import { RecountRounds } from '../decisions';
import { VerifyChains } from '.';

/** Undoes everything at the end: the same honest round is tampered with again and again. */
class Undone extends Error {}

describe('rows changed behind the triggers’ back', () => {
  let api: TestApi;
  let story: StairwellStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await (await StairwellStory.begin(api, { rooms: ['101', '102', '201', '202', '301', '302'] })).opens();
    await story.vote('for', '101', '102', '201', '202');
    await story.vote('against', '202');
    const chen = await story.volunteer();
    await story.officer.approves(await chen.takes('301', 'for'));
    await story.officer.decides(
      await story.officer.colleague('li').then((li) => li.enters('302', 'against')),
      'approve',
    );
    await story.officer.closes();
    await story.officer.announces();
  });
  afterAll(() => api.stop());

  /** Does something to the rows as a superuser with the triggers off, and tells what both checks then say. */
  async function after(
    ...changes: (string | ((tx: EntityManager) => Promise<unknown>))[]
  ): Promise<{ chains: string[]; recount: string[] }> {
    const seen = { chains: [] as string[], recount: [] as string[] };
    const work = api.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      for (const change of changes) await (typeof change === 'string' ? tx.query(change) : change(tx));
      seen.chains = (await api.app.get(VerifyChains).execute(tx)).problems.map(({ sentence }) => sentence);
      const { differences } = await api.app.get(RecountRounds).execute(tx);
      seen.recount = differences.map(({ where, what }) => `${where}:${what}`);
      throw new Undone();
    });
    await expect(work).rejects.toBeInstanceOf(Undone);
    return seen;
  }
  const ballotOf = (room: string, seq = 1) =>
    `round_id = '${story.roundId}' AND household_id = '${story.household(room)}' AND seq = ${seq}`;

  it('nothing changed, nothing found', async () => {
    const report = await api.app.get(Transactions).snapshot((tx) => api.app.get(VerifyChains).execute(tx));
    expect(report).toEqual({ rounds: 1, events: 12, ballots: 7, problems: [] });
    const counted = await api.app.get(Transactions).snapshot((tx) => api.app.get(RecountRounds).execute(tx));
    expect(counted).toEqual({ rounds: 1, countedHouseholds: 6, differences: [] });
  });

  it('a choice turned round: the chain names the room, the recount the count', async () => {
    const { chains, recount } = await after(`UPDATE ballots SET choice = 'against' WHERE ${ballotOf('101')}`);
    expect(chains).toContainEqual(expect.stringMatching(/^101 室第 1 张票（.*）：存着的表决票和收票时封存的不一样。$/));
    expect(chains).toContainEqual(expect.stringContaining('101 室'));
    expect(recount).toEqual(expect.arrayContaining(['stored:tally', 'announced:decision']));
  });

  it('a choice turned round with content hash, projection and decision made to fit: the seal still tells', async () => {
    const { chains } = await after(
      `UPDATE ballots SET choice = 'against', content_hash = repeat('0', 64) WHERE ${ballotOf('101')}`,
    );
    expect(chains).toContainEqual(expect.stringContaining('101 室第 1 张票'));
  });

  it('a replaced ballot that nobody counts is guarded as well', async () => {
    const { chains, recount } = await after(`UPDATE ballots SET choice = 'abstain' WHERE ${ballotOf('202')}`);
    expect(chains).toEqual([expect.stringMatching(/^202 室第 1 张票/)]);
    expect(recount).toEqual([]);
  });

  it('a ballot removed, and one slipped in', async () => {
    const removed = await after(`DELETE FROM ballots WHERE ${ballotOf('102')}`);
    expect(removed.chains).toContainEqual(
      expect.stringMatching(/^记录链第 3 条（.*）：记录链里有这张票，表决票里没有了。$/),
    );
    const slippedIn = await after(
      `INSERT INTO ballots SELECT (jsonb_populate_record(b, '{"id": "7d4f0f5e-58a5-4b2c-a7a6-2f8f6d0c7a11", "seq": 9,
         "receipt_code": "AAAA-AAAA-AAAA"}')).* FROM ballots b WHERE ${ballotOf('102')}`,
    );
    expect(slippedIn.chains).toContainEqual(expect.stringMatching(/^102 室第 9 张票.*记录链里没有。$/));
  });

  it('a signature drawn over, a paper photo exchanged', async () => {
    const signature = await after(
      `UPDATE signatures SET png = png || '\\x00' WHERE kind = 'drawn'`,
      `UPDATE signatures SET typed_name = typed_name || '某' WHERE kind = 'typed'`,
    );
    expect(signature.chains).toEqual([expect.stringMatching(/^301 室第 1 张票/)]);
    const photo = await after(`UPDATE paper_photos SET bytes = bytes || '\\x00'`);
    expect(photo.chains).toEqual([expect.stringMatching(/^302 室第 1 张票/)]);
  });

  it('a review turned round, an electorate, a rule, a text', async () => {
    expect(
      (await after(`UPDATE submissions SET state = 'rejected' WHERE household_id = '${story.household('301')}'`))
        .chains,
    ).toContainEqual(expect.stringMatching(/^301 室第 1 张票.*审核结论/));
    expect((await after(`UPDATE entitlements SET area_dm2 = area_dm2 + 1`)).chains).toContain(
      '应表决名单（室号、面积、业主编号）和开始表决时定下的不一样。',
    );
    expect(
      (await after(`UPDATE consultation_rounds SET ruleset = jsonb_set(ruleset, '{gates,0,numerator}', '1')`)).chains,
    ).toContain('表决规则和开始表决时定下的不一样。');
    expect((await after(`UPDATE motions SET agreement_text = agreement_text || '。'`)).chains).toEqual([
      '协议的文字和开始表决时定下的不一样。',
    ]);
  });

  it('the projection or the announced decision alone', async () => {
    const projection = await after(`UPDATE round_tallies SET for_heads = 6`);
    expect(projection).toEqual({ chains: [], recount: ['stored:tally'] });
    const decision = await after(
      `UPDATE consultation_rounds SET decision = jsonb_set(decision, '{verdict}', '"approved"')`,
    );
    expect(decision.recount).toEqual(['announced:decision']);
    expect(decision.chains).toContain('重新计票的结果是“未通过”，公布的却是“通过”。');
  });

  describe('what a changed ballot takes the place of', () => {
    const named = (ballotId: string) => `payload = jsonb_set(payload, '{supersedes}', to_jsonb(${ballotId}::text))`;
    /** The event of the changed ballot made to say something else, and every hash after it made to fit. */
    const forged = (roundId: string, change: string) => async (tx: EntityManager) => {
      await tx.query(`UPDATE chain_events SET ${change} WHERE round_id = $1 AND kind = 'supersede'`, [roundId]);
      let previousHash = '0'.repeat(64);
      for (const event of await eventsOf(tx, roundId)) {
        const hash = hashOfEvent(roundId, { ...event, previousHash });
        await tx.query('UPDATE chain_events SET previous_hash = $3, hash = $4 WHERE round_id = $1 AND seq = $2', [
          ...[roundId, event.seq, previousHash, hash],
        ]);
        previousHash = hash;
      }
      await tx.query('UPDATE round_tallies SET chain_head = $2 WHERE round_id = $1', [roundId, previousHash]);
    };
    const idOf = (where: string) => `(SELECT id FROM ballots WHERE ${where})`;

    it('another one named: the event is named', async () => {
      const { chains } = await after(
        `UPDATE chain_events SET ${named(idOf(ballotOf('101')))} WHERE round_id = '${story.roundId}' AND kind = 'supersede'`,
      );
      expect(chains).toContain('记录链第 6 条被改过：内容和它的校验码对不上。');
    });

    it('another one named, with every hash made to fit: the door is named', async () => {
      const otherDoor = await after(forged(story.roundId, named(idOf(ballotOf('101')))));
      expect(otherDoor.chains).toEqual([
        '记录链第 6 条说，202 室的一张票代替了先前的一张，那一张却不是这一户当时算数的票。',
        expect.stringMatching(/^202 室第 2 张票（.*）：记录链说它代替了先前的一张，那一张却不是这一户的。$/),
      ]);
      const nobody = await after(forged(story.roundId, named(`'7d4f0f5e-58a5-4b2c-a7a6-2f8f6d0c7a11'`)));
      expect(nobody.chains).toContainEqual(expect.stringMatching(/^记录链第 6 条不该在这里（supersede）/));
    });

    it('nothing is found in a chain from before there were such events', async () => {
      const older = await after(forged(story.roundId, `kind = 'ballot', payload = payload - 'supersedes'`));
      expect(older).toEqual({ chains: [], recount: [] });
    });

    it('also while the round is open and its doors are sealed', async () => {
      const open = await (await StairwellStory.begin(api, { rooms: ['101', '102'] })).opens();
      await open.vote('for', '101', '102');
      await open.vote('against', '102');
      const other = idOf(`round_id = '${open.roundId}' AND household_id = '${open.household('101')}'`);
      const { chains } = await after(forged(open.roundId, named(other)));
      expect(chains).toEqual([expect.stringMatching(/^102 室第 2 张票.*那一张却不是这一户的。$/)]);
    });
  });

  it('no row at all, but the database and the program add up differently', async () => {
    const { recount } = await after(
      'CREATE SCHEMA elsewhere',
      `CREATE AGGREGATE elsewhere.sum(integer) (SFUNC = int4_sum, STYPE = bigint, INITCOND = '1')`,
      'SET LOCAL search_path = elsewhere, pg_catalog, public',
    );
    expect(recount).toEqual(expect.arrayContaining(['sql:electorate', 'sql:for', 'sql:checks']));
    expect(recount.filter((what) => !what.startsWith('sql:'))).toEqual([]);
  });
});
