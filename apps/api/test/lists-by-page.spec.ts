import { randomUUID } from 'node:crypto';
import { HOME, OVER_THE_HILLS, startTestApi, type TestActor, type TestApi } from './harness';
import { rowsRead } from './harness/rows-read';
import { expectStatus } from './stories/stairwell-story';

interface Row {
  id?: string;
  accountId?: string;
}

/** Each list of the office: where it is read, what its rows are called and what goes on to the next page. */
const LISTS: [path: string, rows: string, on: 'after' | 'before'][] = [
  ['/api/estates', 'estates', 'after'],
  ['/api/rounds', 'rounds', 'before'],
  ['/api/reviews', 'reviews', 'after'],
  ['/api/cases', 'cases', 'after'],
  ['/api/disputes', 'disputes', 'after'],
  ['/api/bindings', 'bindings', 'before'],
  ['/api/people?role=volunteer', 'people', 'before'],
];

/** As much of everything as there are estates; each has one stairwell with three doors, a round and a volunteer. */
const TOWN = `
CREATE TEMP TABLE grown AS SELECT n, gen_random_uuid() AS estate, gen_random_uuid() AS building, gen_random_uuid() AS stairwell,
       gen_random_uuid() AS round, gen_random_uuid() AS account, now() - n * interval '1 minute' AS at
  FROM generate_series(FROM_N, TO_N) n;
INSERT INTO estates (id, name, town, neighbourhood)
  SELECT estate, '小区' || n, 'A_TOWN', CASE WHEN n % 50 = 0 THEN 'A_NEIGHBOURHOOD' ELSE '居民区' || n % 10 END FROM grown;
INSERT INTO buildings (id, estate_id, name) SELECT building, estate, '1号楼' FROM grown;
INSERT INTO stairwells (id, estate_id, building_id, name, code, stage_since_on)
  SELECT stairwell, estate, building, '1号', 'GROWN' || n, '2026-01-01' FROM grown;
CREATE TEMP TABLE doors AS SELECT grown.*, gen_random_uuid() AS household, d FROM grown, generate_series(1, 3) d;
INSERT INTO households (id, stairwell_id, room_no, floor, tenure) SELECT household, stairwell, d || '01', d, 'commodity' FROM doors;
INSERT INTO accounts (id, role, display_name, created_at) SELECT account, 'volunteer', '志愿者' || n, at FROM grown;
INSERT INTO volunteer_assignments (account_id, stairwell_id, expires_on, assigned_by, assigned_at)
  SELECT account, stairwell, '2099-01-01', account, at FROM grown;
INSERT INTO consultation_rounds (id, estate_id, scope_kind, scope_id, state, ruleset_id, ruleset_version, closes_at, created_by, created_at)
  SELECT round, estate, 'stairwell', stairwell, CASE WHEN n % 5 = 0 THEN 'closed' ELSE 'open' END, 'cn-278-7', 1, at, account, at FROM grown;
INSERT INTO motions (round_id, title, statement, scheme_text, cost_table, agreement_text)
  SELECT round, '加装电梯', '', '', '{}', '' FROM grown;
INSERT INTO entitlements (round_id, household_id, stairwell_id, building_name, stairwell_name, room_no, floor, tenure, head_key, head_no, head_households, owner_names)
  SELECT round, household, stairwell, '1号楼', '1号', d || '01', d, 'commodity', d::text, d, 1, '{}' FROM doors;
INSERT INTO bindings (id, account_id, household_id, relation, method, state, created_at)
  SELECT gen_random_uuid(), account, household, 'owner', 'slip', CASE WHEN n % 9 = 0 THEN 'pending' ELSE 'approved' END, at FROM doors WHERE d = 1;
INSERT INTO submissions (id, kind, estate_id, household_id, binding_id, state, submitted_by, submitted_at)
  SELECT gen_random_uuid(), 'binding', d.estate, b.household_id, b.id, CASE b.state WHEN 'pending' THEN 'received' ELSE 'approved' END, d.account, d.at
    FROM doors d JOIN bindings b ON b.household_id = d.household;
INSERT INTO cases (id, round_id, household_id, seq, estate_id, earlier_ballot_id, opened_at, outcome, settled_at)
  SELECT gen_random_uuid(), round, household, 1, estate, gen_random_uuid(), at, CASE WHEN n % 3 > 0 THEN 'earlier' END, CASE WHEN n % 3 > 0 THEN at END
    FROM doors WHERE d = 2;
INSERT INTO disputes (id, household_id, reason, opened_by, opened_at, settlement, settled_by, settled_at)
  SELECT gen_random_uuid(), household, '前妻主张产权', account, at, CASE WHEN n % 3 > 0 THEN '已判决' END,
         CASE WHEN n % 3 > 0 THEN account END, CASE WHEN n % 3 > 0 THEN at END FROM doors WHERE d = 3;
INSERT INTO audit_events (at, action, subject_kind, subject_id, estate_id) SELECT at, 'visit.record', 'household', n::text, estate FROM grown;
DROP TABLE grown, doors;
ANALYZE;`;

describe('the lists of the office', () => {
  let api: TestApi;
  let auditor: TestActor;
  let officer: TestActor;
  const size = 120;
  beforeAll(async () => {
    api = await startTestApi();
    [auditor, officer] = [await api.loginAs('auditor-sun'), await api.loginAs('officer-wang', { remits: [HOME] })];
    await grow(1, size);
  });
  afterAll(() => api.stop());

  /** Without triggers and foreign keys: the ballots of the cases are not there. */
  const grow = (from: number, to: number) =>
    api.dataSource.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      const filled = TOWN.replaceAll('FROM_N', String(from)).replaceAll('TO_N', String(to));
      await tx.query(filled.replaceAll('A_TOWN', HOME.town).replaceAll('A_NEIGHBOURHOOD', HOME.neighbourhood));
    });
  const read = async (actor: TestActor, path: string) =>
    expectStatus(await api.http(actor, 'office').get(path), 200).body;
  const idOf = ({ id, accountId }: Row) => id ?? accountId!;
  const withQuery = (path: string, query: string) => path + (path.includes('?') ? '&' : '?') + query;
  const pagesOf = async (actor: TestActor, path: string, rows: string, on: string, limit: number) => {
    const pages: string[][] = [];
    let next: string | null = null;
    do {
      const body = await read(actor, withQuery(path, `limit=${limit}${next ? `&${on}=${next}` : ''}`));
      pages.push(body[rows].map(idOf));
      next = body.next;
    } while (next !== null);
    return pages;
  };

  it.each(LISTS)('%s comes page by page, whole, in order and nothing twice', async (path, rows, on) => {
    const [whole] = await pagesOf(auditor, path, rows, on, 200);
    const pages = await pagesOf(auditor, path, rows, on, 50);
    expect(whole).toHaveLength(size);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(whole);
  });

  it.each(LISTS)('%s gives an officer what is at home, and no more', async (path, rows, on) => {
    expect(await pagesOf(officer, path, rows, on, 1)).toHaveLength(Math.floor(size / 50));
    expect((await read(await api.loginAs('officer-far', { remits: [OVER_THE_HILLS] }), path))[rows]).toEqual([]);
  });

  it('finds an estate by words of its name and place, and a round by its place or the poster’s code', async () => {
    const names = async (q: string) =>
      (await read(auditor, `/api/estates?q=${encodeURIComponent(q)}`)).estates.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('小区117')).toEqual(['小区117']);
    expect(await names('居民区7 小区11')).toEqual(['小区117']);
    expect(await names('小区_17')).toEqual([]);
    const places = async (q: string) =>
      (await read(auditor, `/api/rounds?q=${encodeURIComponent(q)}`)).rounds.map(
        ({ scopeLabel }: { scopeLabel: string }) => scopeLabel,
      );
    expect(await places('小区117 1号楼')).toEqual(['小区117 1号楼 1号']);
    expect(await places('小区117 2号楼')).toEqual([]);
    await api.dataSource.query(`UPDATE stairwells SET code = 'PSTR2345' WHERE code = 'GROWN119'`);
    expect(await places('pstr 2345')).toEqual(['小区119 1号楼 1号']);
  });

  it('shows one estate with its counts, and only to those who reach it', async () => {
    const [{ id, neighbourhood }] = (await read(officer, '/api/estates')).estates;
    expect(neighbourhood).toBe(HOME.neighbourhood);
    expect(await read(officer, `/api/estates/${id}`)).toMatchObject({
      ...{ stairwellCount: 1, householdCount: 3, unknownAreaCount: 3 },
    });
    const far = await api.loginAs('officer-far', { remits: [OVER_THE_HILLS] });
    expect((await api.http(far, 'office').get(`/api/estates/${id}`)).status).toBe(404);
    expect((await api.http(officer, 'office').get(`/api/estates/${randomUUID()}`)).status).toBe(404);
  });

  it('shows beside each volunteer of the page what they visit, but an operator sees no roll', async () => {
    const [{ assignments }] = (await read(officer, '/api/people?role=volunteer')).people;
    expect(assignments).toMatchObject([
      { label: expect.stringMatching(/^小区\d+ 1号楼 1号$/), expiresOn: '2099-01-01' },
    ]);
    const [seen] = (await read(await api.loginAs('operator-wu'), '/api/people?role=volunteer')).people;
    expect(seen.assignments).toBeNull();
  });

  it('begins today with the rounds that end first, and says how many there are', async () => {
    const today = await read(auditor, '/api/office/today');
    const closed = today.awaitingAnnouncement.map(({ closesAt }: { closesAt: string }) => closesAt);
    expect([today.openRoundCount, today.openRounds.length]).toEqual([96, 20]);
    expect([today.awaitingAnnouncementCount, closed.length]).toEqual([24, 20]);
    expect(closed).toEqual([...closed].sort());
  });

  it('tells from any instant backwards what was done, in the order of time and not of writing', async () => {
    const until = new Date(Date.now() - 60 * 60_000).toISOString();
    const first = await read(auditor, `/api/audit-events?until=${until}&limit=20`);
    const second = await read(auditor, `/api/audit-events?until=${until}&limit=20&before=${first.next}`);
    const times: string[] = [...first.events, ...second.events].map(({ at }) => at);
    expect(times).toHaveLength(40);
    expect(new Set(times).size).toBe(40);
    expect(times).toEqual([...times].sort().reverse());
    expect(times[0]! < until).toBe(true);
  });

  it('costs the same however large the town is', async () => {
    const asked = [...LISTS.map(([path]) => path), '/api/rounds?state=closed', '/api/reviews?state=waiting'];
    const cost = async () => {
      const rows: Record<string, number> = {};
      for (const path of asked)
        rows[path] = (await rowsRead(api.dataSource, () => read(auditor, withQuery(path, 'limit=10')))).rows;
      return rows;
    };
    const before = await cost();
    await grow(size + 1, size * 8);
    const after = await cost();
    const dearer = asked.filter((path) => after[path]! > before[path]! * 1.5);
    expect(Object.fromEntries(dearer.map((path) => [path, [before[path], after[path]]]))).toEqual({});
  });
});
