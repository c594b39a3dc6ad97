import { randomUUID, type UUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { startTestApi, type TestApi } from '../../../test/harness';
import { rowsRead } from '../../../test/harness/rows-read';
import { EstateStory, STAIRWELLS, type Scope, type Which } from '../../../test/stories/estate-story';
import { seeded } from '../../../test/stories/random-rounds';
import { expectStatus } from '../../../test/stories/stairwell-story';
import { ReadPublicStairwell } from './read-public-stairwell';

const ROOMS = ['101', '102', '201', '202'];

/** Whoever reads the pages and never forgets one: each with every ETag it ever had, and what was read with it. */
class Readers {
  private readonly held = STAIRWELLS.map((which) => ({ which, pages: new Map<string, string>() }));

  constructor(private readonly estate: EstateStory) {}

  /** Looks at every page once more, with whatever is held; tells which pages changed since the last time. */
  async look(): Promise<Which[]> {
    const changed: Which[] = [];
    for (const { which, pages } of this.held) {
      const page = await this.truthOf(which);
      const before = [...pages.values()].at(-1);
      for (const [etag, body] of pages) {
        const answer = await this.estate.page(which, etag);
        expect(answer.status === 304 ? body : JSON.stringify(answer.body)).toBe(page);
      }
      const fresh = expectStatus(await this.estate.page(which), 200);
      expect(JSON.stringify(fresh.body)).toBe(page);
      const etag = String(fresh.headers['etag']);
      expect(await this.estate.page(which, etag)).toMatchObject({ status: 304, body: '', headers: { etag } });
      pages.delete(etag);
      pages.set(etag, page);
      if (before !== page) changed.push(which);
    }
    return changed;
  }

  /** The page as its rows tell it, nothing kept. */
  private async truthOf(which: Which): Promise<string> {
    const { api, codes } = this.estate;
    return JSON.stringify(await api.app.get(ReadPublicStairwell).execute(api.dataSource.manager, codes[which]));
  }
}

describe('a stairwell’s public page, asked for again', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const run = (sql: string, ...values: unknown[]) => api.dataSource.query(sql, values);

  it('is answered 304 until something changes', async () => {
    const estate = await EstateStory.begin(api);
    const roundId = await estate.opens('building');
    const etag = String((await estate.page('first')).headers['etag']);
    expect(await estate.page('first', `W/"old", ${etag}`)).toMatchObject({ status: 304, body: '' });
    await estate.votes(roundId, '101');
    const changed = expectStatus(await estate.page('first', etag), 200);
    expect(changed.headers['etag']).not.toBe(etag);
    expect((await estate.page('first', `${etag}, ${changed.headers['etag']}`)).status).toBe(304);
  });

  it.each<[string, Scope[]]>([
    ['without a round', []],
    ['with a round of its own', ['stairwell']],
    ['with its building’s round', ['building']],
    ['with its estate’s round', ['estate']],
    ['with its building’s round after its own', ['stairwell', 'building']],
    ['with its own round after its building’s', ['building', 'stairwell']],
    ['with its estate’s round after all others', ['stairwell', 'building', 'estate']],
  ])('is answered from one row, %s', async (_, scopes) => {
    const estate = await EstateStory.begin(api);
    let roundId: string | undefined;
    for (const scope of scopes) roundId = await estate.opens(scope);
    const { body, headers } = expectStatus(await estate.page('first'), 200);
    expect(body.round?.id).toBe(roundId);
    const again = await rowsRead(api.dataSource, () => estate.page('first', String(headers['etag'])));
    expect({ status: again.result.status, rows: again.rows }).toEqual({ status: 304, rows: 1 });
    const kept = await rowsRead(api.dataSource, () => estate.page('first'));
    expect({ status: kept.result.status, rows: kept.rows }).toEqual({ status: 200, rows: 1 });
  });

  it('takes what looks like an ETag and is none for none', async () => {
    const estate = await EstateStory.begin(api);
    const roundId = await estate.opens('estate');
    const { first, neighbour } = estate.codes;
    const version = /(\d+)"$/.exec(String((await estate.page('first')).headers['etag']))![1];
    for (const other of [
      `"3/${neighbour}/${roundId}/${version}"`,
      `"2/${first}/${roundId}/${version}"`,
      `"3/${first}/${roundId}/${'9'.repeat(40)}"`,
      `"3/${first}/${'-'.repeat(36)}/${version}"`,
      `"3/${first}/${estate.ids.first}/${version}"`,
      `"3/${first}//1"`,
      '*',
    ]) {
      expect((await estate.page('first', other)).status).toBe(200);
    }
    const unknown = await api.http().get('/api/public/stairwells/ZZZZZZ', { 'if-none-match': '"3/ZZZZZZ//1"' });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'stairwell_link_unknown' } });
  });

  it('is sent anew after whatever changes it', async () => {
    const estate = await EstateStory.begin(api);
    const { first, ids, otherBuildingId } = estate;
    const { estateId, buildingId } = first.place;
    const readers = new Readers(estate);
    const rounds = {} as Record<Scope, UUID>;
    const opens = async (scope: Scope) => {
      rounds[scope] = await estate.opens(scope);
    };
    const moves = async (scope: Scope, ...move: Parameters<typeof first.officer.moves>) =>
      expectStatus(await estate.about(rounds[scope]).officer.moves(...move), 200);
    const interested = async (roomNo: string) => {
      const { http, householdId } = await first.resident(roomNo);
      const word = { id: randomUUID(), householdId, stance: 'for', reasons: [], note: '' };
      return expectStatus(await http.post('/api/expressions-of-interest', { ...word, channel: 'self_service' }), 201);
    };
    const newDoor = randomUUID();
    const setFloor = (floor: number) => run('UPDATE households SET floor = $2 WHERE id = $1', newDoor, floor);
    const ALL = [...STAIRWELLS];
    const changes: [string, () => Promise<unknown>, Which[]][] = [
      ['nobody looked before', async () => undefined, ALL],
      ['nothing happened', async () => undefined, []],
      ['somebody is interested', () => interested('101'), ['first']],
      ['the estate is asked', () => opens('estate'), ALL],
      ['a ballot for the estate', () => estate.votes(rounds.estate, '101'), ALL],
      ['somebody else is interested', () => interested('102'), ['first']],
      ['the building is asked', () => opens('building'), ['first', 'neighbour']],
      ['a ballot for the building', () => estate.votes(rounds.building, '101'), ['first', 'neighbour']],
      ['a ballot for the estate, shown afar only', () => estate.votes(rounds.estate, '102'), ['afar']],
      ['the stairwell is asked', () => opens('stairwell'), ['first']],
      ['a ballot for the stairwell', () => estate.votes(rounds.stairwell, '101'), ['first']],
      ['a ballot for the building, shown next door', () => estate.votes(rounds.building, '102'), ['neighbour']],
      [
        'a new door',
        () =>
          run(
            `INSERT INTO households (id, stairwell_id, room_no, floor, tenure) VALUES ($1, $2, '901', 1, 'commodity')`,
            ...[newDoor, ids.first],
          ),
        ['first'],
      ],
      ['a door on a floor of its own', () => setFloor(9), ['first']],
      [
        'a door that belongs next door',
        () => run('UPDATE households SET stairwell_id = $2 WHERE id = $1', newDoor, ids.neighbour),
        ['first', 'neighbour'],
      ],
      ['a door taken off the roll', () => run('DELETE FROM households WHERE id = $1', newDoor), ['neighbour']],
      ['a hotline', () => run(`UPDATE estates SET hotline = '021-00000000' WHERE id = $1`, estateId), ALL],
      ['an estate renamed', () => run(`UPDATE estates SET name = name || '（东）' WHERE id = $1`, estateId), ALL],
      [
        'the year a building was built in',
        () => run('UPDATE buildings SET built_year = 1988 WHERE id = $1', buildingId),
        ['first', 'neighbour'],
      ],
      ['a stage', () => run(`UPDATE stairwells SET stage = 'signing' WHERE id = $1`, ids.neighbour), ['neighbour']],
      ['a stairwell renamed', () => run(`UPDATE stairwells SET name = '甲' WHERE id = $1`, ids.afar), ['afar']],
      [
        'its words corrected',
        () => run(`UPDATE motions SET title = '某' WHERE round_id = $1`, rounds.building),
        ['neighbour'],
      ],
      ['the stairwell’s round is void', () => moves('stairwell', 'void', { reason: '方案有变' }), ['first']],
      ['the stairwell is asked again', () => opens('stairwell'), ['first']],
      ['the stairwell’s round is closed', () => moves('stairwell', 'close'), ['first']],
      ['the stairwell’s round is announced', () => moves('stairwell', 'announce'), ['first']],
      ['the building’s round is closed', () => moves('building', 'close'), ['neighbour']],
      ['the building’s round is announced', () => moves('building', 'announce'), ['neighbour']],
      [
        'a stairwell of another building',
        () => run('UPDATE stairwells SET building_id = $2 WHERE id = $1', ids.neighbour, otherBuildingId),
        ['neighbour'],
      ],
      ['the estate’s round is void', () => moves('estate', 'void', { reason: '方案有变' }), ['neighbour', 'afar']],
      ['the estate is asked again', () => opens('estate'), ALL],
    ];
    const seen: [string, Which[]][] = [];
    for (const [what, change] of changes) {
      await change();
      seen.push([what, await readers.look()]);
    }
    expect(seen).toEqual(changes.map(([what, , which]) => [what, which]));
  });

  it.each([1, 2])('is sent anew whatever happens, in whatever order (%s)', async (seed) => {
    const random = seeded(seed);
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const estate = await EstateStory.begin(api);
    const { ids } = estate;
    const { place } = estate.first;
    const readers = new Readers(estate);
    const rounds: UUID[] = [];
    const about = () => estate.about(oneOf(rounds));
    // Not everything is possible every time: a scope that is being asked is not asked again, a closed round takes no ballot.
    const asks = () =>
      estate.opens(oneOf(['stairwell', 'building', 'estate'])).then(
        (roundId) => rounds.push(roundId),
        (refused) => expect(String(refused)).toContain('round_already_running'),
      );
    const votes = async () => (await about().resident(oneOf(ROOMS))).tries(oneOf(['for', 'against']));
    const happenings: (() => Promise<unknown>)[] = [
      ...[asks, asks, asks, votes, votes, votes],
      () => about().officer.moves('close'),
      () => about().officer.moves('announce'),
      () => about().officer.moves('void', { reason: '方案有变' }),
      () => run(`UPDATE stairwells SET stage_since_on = stage_since_on + 1 WHERE id = $1`, ids[oneOf(STAIRWELLS)]),
      () => run('UPDATE buildings SET built_year = coalesce(built_year, 1980) + 1 WHERE id = $1', place.buildingId),
      () => run('UPDATE estates SET hotline = $2 WHERE id = $1', place.estateId, String(random()).slice(2, 10)),
      () => run('UPDATE households SET floor = floor + 1 WHERE id = $1', place.households[oneOf(ROOMS)]),
    ];
    await asks();
    for (let step = 0; step < 40; step += 1) {
      await oneOf(happenings)();
      if (random() < 0.6) await readers.look();
    }
    await readers.look();
    expect(rounds.length).toBeGreaterThan(2);
  });

  describe('when two things happen to it at once', () => {
    let estate: EstateStory;
    let wider: UUID;
    beforeEach(async () => {
      estate = await EstateStory.begin(api);
      wider = await estate.opens('estate');
    });

    const versionOf = async (roundId: string): Promise<number> =>
      (await run('SELECT version FROM round_tallies WHERE round_id = $1', roundId))[0].version;

    /** Does something and stops at the very end of its transaction, with all that a commit does done. */
    async function almostCommits(statements: readonly string[], values: readonly unknown[]): Promise<QueryRunner> {
      const runner = api.dataSource.createQueryRunner();
      await runner.startTransaction();
      for (const statement of statements) await runner.query(statement, [...values]);
      await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
      return runner;
    }

    /** A door of the first stairwell is put on another floor meanwhile. */
    async function movesDoor(first: QueryRunner): Promise<void> {
      const change = run('UPDATE households SET floor = 9 WHERE id = $1', estate.first.household('101'));
      const giveUpAt = Date.now() + 10_000;
      const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await run(WAITING)).length === 0) {
        if (Date.now() > giveUpAt) throw new Error('Nobody waits.');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await first.commitTransaction();
      await first.release();
      await change;
    }

    it('a change that began before a round was there moves the page that shows the round', async () => {
      const opened = randomUUID();
      const fields = { id: opened, scopeId: estate.ids.first, scopeKind: 'stairwell' };
      expectStatus(await estate.first.officer.drafts(estate.first.draftFields(fields)), 201);
      const opening = await almostCommits(
        [
          `INSERT INTO round_tallies
           SELECT (jsonb_populate_record(t, jsonb_build_object('round_id', $1::uuid))).* FROM round_tallies t WHERE round_id = $2`,
          `UPDATE consultation_rounds r SET state = 'open', opened_at = now(), ruleset = w.ruleset, ruleset_hash = w.ruleset_hash
             FROM consultation_rounds w WHERE r.id = $1 AND w.id = $2`,
        ],
        [opened, wider],
      );
      const before = await versionOf(wider);
      await movesDoor(opening);
      expect((await estate.page('first')).body.round.id).toBe(opened);
      expect(await versionOf(opened)).toBe(before + 1);
    });

    it('a change that began before a round was void moves the page that shows the round before it', async () => {
      const own = await estate.opens('stairwell');
      const voiding = await almostCommits([`UPDATE consultation_rounds SET state = 'void' WHERE id = $1`], [own]);
      const before = await versionOf(wider);
      await movesDoor(voiding);
      expect((await estate.page('first')).body.round.id).toBe(wider);
      expect(await versionOf(wider)).toBe(before + 1);
    });
  });
});
