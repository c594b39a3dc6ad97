import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { contentHash } from '../chain';

describe('the life of a round', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const freshDraft = async (story: StairwellStory, changes = {}) => {
    story.roundId = randomUUID();
    return expectStatus(await story.officer.drafts(story.draftFields(changes)), 201).body;
  };

  it('freezes the electorate at opening: whatever the roll says later, the round keeps', async () => {
    const story = await StairwellStory.begin(api, { sharedOwner: ['601', '602'] });
    await story.opens();
    await api.dataSource.query(`UPDATE households SET exclusive_area_dm2 = 1 WHERE stairwell_id = $1`, [
      story.place.stairwellId,
    ]);
    const { rows } = await story.officer.countSheet();
    expect((await story.counted()).tally.electorate).toEqual({ heads: 11, areaDm2: 72_000 });
    expect(rows.map((row: { roomNo: string; headNo: number }) => `${row.roomNo}:${row.headNo}`)).toEqual([
      ...[
        '101:1',
        '102:2',
        '201:3',
        '202:4',
        '301:5',
        '302:6',
        '401:7',
        '402:8',
        '501:9',
        '502:10',
        '601:11',
        '602:11',
      ],
    ]);
  });

  it('pins ruleset and texts by hash, so that anyone can check what was asked', async () => {
    const story = await StairwellStory.begin(api);
    await story.opens();
    const { body } = await story.officer.http.get(`/api/rounds/${story.roundId}`);
    expect(body.schemeHash).toBe(contentHash('方案：六层六站，外挂井道。'));
    expect(body.costTableHash).toBe(contentHash({ subsidyFen: 0, totalFen: 0, rows: [], method: 'custom' }));
    const [{ ruleset }] = await api.dataSource.query('SELECT ruleset FROM consultation_rounds WHERE id = $1', [
      body.id,
    ]);
    expect(body.rulesetHash).toBe(contentHash(ruleset));
    const lines = await api.dataSource.query(
      `SELECT household_id AS "householdId", building_name AS "buildingName", stairwell_name AS "stairwellName",
              room_no AS "roomNo", area_dm2 AS "areaDm2", head_no AS "headNo", tenure
         FROM entitlements WHERE round_id = $1 ORDER BY household_id::text COLLATE "C"`,
      [body.id],
    );
    expect(body.electorateHash).toBe(contentHash(lines));
  });

  it.each([
    ['draft', 'close', '这一轮还是草稿，不能截止。'],
    ['draft', 'announce', '这一轮还是草稿，不能公布结果。'],
    ['open', 'open', '这一轮正在征询，不能开始征询。'],
    ['open', 'announce', '这一轮正在征询，不能公布结果。'],
    ['closed', 'open', '这一轮已经截止，不能开始征询。'],
    ['closed', 'close', '这一轮已经截止，不能截止。'],
    ['announced', 'close', '这一轮已经公布结果，不能截止。'],
    ['announced', 'void', '这一轮已经公布结果，不能作废。'],
    ['void', 'open', '这一轮已经作废，不能开始征询。'],
  ] as const)('a %s round refuses to %s, and says why', async (state, move, detail) => {
    const story = await StairwellStory.begin(api, { rooms: ['101'] });
    await freshDraft(story);
    const { officer } = story;
    if (state === 'void') expectStatus(await officer.moves('void', { reason: '写错了' }), 200);
    if (['open', 'closed', 'announced'].includes(state)) expectStatus(await officer.moves('open'), 200);
    if (['closed', 'announced'].includes(state)) await officer.closes();
    if (state === 'announced') await officer.announces();
    const answer = await officer.moves(move, move === 'void' ? { reason: '试试' } : undefined);
    expect(answer).toMatchObject({ status: 409, body: { code: 'illegal_round_move', detail, roundState: state } });
    expect((await officer.http.get(`/api/rounds/${story.roundId}`)).body.state).toBe(state);
  });

  it('lets one round run on a scope at a time, also when two officers open at once', async () => {
    const story = await StairwellStory.begin(api);
    const ids = [(await freshDraft(story)).id, (await freshDraft(story)).id];
    const open = (id: string) => story.officer.http.post(`/api/rounds/${id}/open`);
    const answers = await Promise.all(ids.map(open));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)!.body.code).toBe('round_already_running');

    story.roundId = answers.find((answer) => answer.status === 200)!.body.id;
    await story.officer.closes();
    const other = ids.find((id) => id !== story.roundId)!;
    expect((await open(other)).status).toBe(409); // closed and not announced still runs
    expectStatus(await story.officer.moves('void', { reason: '改日再征询' }), 200);
    expect((await open(other)).status).toBe(200);
  });

  it('refuses a closing time that is past, and changes nothing', async () => {
    const story = await StairwellStory.begin(api);
    await freshDraft(story, { closesAt: story.inDays(-1) });
    expect(await story.officer.moves('open')).toMatchObject({ status: 409, body: { code: 'closing_time_past' } });
    const [{ count }] = await api.dataSource.query('SELECT count(*) FROM entitlements WHERE round_id = $1', [
      story.roundId,
    ]);
    expect(count).toBe(0);
  });

  it('refuses an empty stairwell, and a door without an owner, by room', async () => {
    const empty = await StairwellStory.begin(api, { rooms: [] });
    await freshDraft(empty);
    expect(await empty.officer.moves('open')).toMatchObject({ status: 409, body: { code: 'nobody_to_ask' } });
    const story = await StairwellStory.begin(api, { rooms: ['101', '201'] });
    await api.dataSource.query('DELETE FROM ownerships WHERE household_id = $1', [story.household('201')]);
    await freshDraft(story);
    const refused = await story.officer.moves('open');
    expect(refused).toMatchObject({ status: 409, body: { code: 'roll_incomplete', roomNos: ['201'] } });
  });

  it('refuses a cost table that does not sum, names strangers or a door twice', async () => {
    const story = await StairwellStory.begin(api, { rooms: ['101', '201'] });
    const row = (roomNo: string, amountFen: number) => ({ householdId: story.household(roomNo), amountFen });
    const stranger = { householdId: randomUUID(), amountFen: 50 };
    const opening = async (rows: object[]) => {
      await freshDraft(story, { costTable: { totalFen: 150, subsidyFen: 50, method: 'custom', rows } });
      return story.officer.moves('open');
    };
    expect(await opening([row('101', 49), row('201', 50)])).toMatchObject({
      status: 409,
      body: { code: 'cost_table_sum', detail: '各户合计 0.99 元，总价减去补贴应为 1.00 元。' },
    });
    expect((await opening([row('101', 50), stranger])).body.code).toBe('cost_table_stranger');
    expect((await opening([row('101', 50), row('101', 50)])).body.code).toBe('cost_table_repeated');
    expect((await opening([row('101', 50), row('201', 50)])).status).toBe(200);
  });

  it('takes a stairwell, a building or an estate as its scope', async () => {
    const story = await StairwellStory.begin(api, { rooms: ['101', '201'] });
    const { estateId, buildingId, stairwellId } = story.place;
    await api.dataSource.query(
      `INSERT INTO stairwells (id, estate_id, building_id, name, code, stage_since_on) VALUES ($1, $2, $3, '2号门洞', $4, '2026-01-01')`,
      [randomUUID(), estateId, buildingId, `${story.place.code}B`],
    );
    await api.dataSource.query(
      `WITH door AS (INSERT INTO households (id, stairwell_id, room_no, floor, exclusive_area_dm2, area_source, tenure)
         SELECT gen_random_uuid(), id, '101', 1, 5000, 'registered', 'commodity' FROM stairwells WHERE code = $1 RETURNING id),
       owner AS (INSERT INTO owners (id, estate_id, kind, name) VALUES (gen_random_uuid(), $2, 'developer', '莘园置业') RETURNING id)
       INSERT INTO ownerships (household_id, owner_id, position) SELECT door.id, owner.id, 0 FROM door, owner`,
      [`${story.place.code}B`, estateId],
    );
    const scopes = [
      ['stairwell', stairwellId, 'cn-278-7', 12_000],
      ['building', buildingId, 'sh-2020-801-building', 17_000],
      ['estate', estateId, 'sh-2020-801-estate', 17_000],
    ] as const;
    for (const [scopeKind, scopeId, rulesetId, areaDm2] of scopes) {
      await freshDraft(story, { scopeKind, scopeId, rulesetId });
      expectStatus(await story.officer.moves('open'), 200);
      expect((await story.counted()).tally.electorate.areaDm2).toBe(areaDm2);
    }
    const wrongScope = story.draftFields({ id: randomUUID(), rulesetId: 'sh-2020-801-building' });
    expect(await story.officer.drafts(wrongScope)).toMatchObject({ status: 409, body: { code: 'ruleset_scope' } });
    const elsewhere = story.draftFields({ id: randomUUID(), scopeId: randomUUID() });
    expect(await story.officer.drafts(elsewhere)).toMatchObject({ status: 404, body: { code: 'scope_unknown' } });
  });

  it('answers the same draft to the same request, and refuses the id with other content', async () => {
    const story = await StairwellStory.begin(api, { rooms: ['101'] });
    const fields = story.draftFields();
    const answers = await Promise.all([1, 2, 3].map(() => story.officer.drafts(fields)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(await story.officer.drafts({ ...fields, title: '另一个题目' })).toMatchObject({ status: 422 });
    const revised = await story.officer.http.put(`/api/rounds/${story.roundId}`, {
      ...fields,
      id: undefined,
      title: '改过的题目',
    });
    expect(revised).toMatchObject({ status: 200, body: { title: '改过的题目', state: 'draft' } });
    expectStatus(await story.officer.moves('open'), 200);
    const tooLate = await story.officer.http.put(`/api/rounds/${story.roundId}`, { ...fields, id: undefined });
    expect(tooLate).toMatchObject({ status: 409, body: { code: 'round_not_draft' } });
  });

  it('works out a cost table to the fen, and says which floor has no coefficient', async () => {
    const story = await StairwellStory.begin(api);
    const preview = (formula: object) =>
      story.officer.http.post('/api/cost-tables/preview', {
        scopeKind: 'stairwell',
        scopeId: story.place.stairwellId,
        totalFen: 75_000_000,
        subsidyFen: 28_000_000,
        formula,
      });
    const climbed = expectStatus(await preview({ method: 'floors_climbed' }), 200).body;
    const sumFen = climbed.rows.reduce((sum: number, row: { amountFen: number }) => sum + row.amountFen, 0);
    expect(sumFen).toBe(47_000_000);
    expect(climbed.rows.at(-1)).toMatchObject({ roomNo: '602', floor: 6, amountFen: 7_833_333 });
    const coefficients = [0, 5, 10, 11, 12].map((weight, index) => ({ floor: index + 1, weight }));
    const refused = await preview({ method: 'floor_coefficient', coefficients });
    expect(refused).toMatchObject({ status: 409, body: { code: 'cost_formula_refused' } });
    expect(refused.body.problems[0]).toMatchObject({ code: 'missing_floor', found: 6 });
  });

  it('offers the rulesets an office may use, each saying whether it is verified', async () => {
    const story = await StairwellStory.begin(api, { rooms: ['101'] });
    const { body } = await story.officer.http.get('/api/rulesets');
    const brief = body.map((ruleset: { id: string; verified: boolean }) => [ruleset.id, ruleset.verified]);
    expect(brief).toEqual(
      expect.arrayContaining([
        ['cn-278-7', true],
        ['sh-2020-801-building', false],
      ]),
    );
    expect(brief.map(([id]: string[]) => id)).not.toContain('sh-2019-749-building'); // archived
    const archived = story.draftFields({ rulesetId: 'sh-2019-749-building' });
    expect(await story.officer.drafts(archived)).toMatchObject({ status: 400, body: { code: 'ruleset_unknown' } });
  });
});
