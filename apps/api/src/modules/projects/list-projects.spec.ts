import { randomUUID } from 'node:crypto';
import { buildStairwell, HOME, startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

const FAR = { town: HOME.town, neighbourhood: '远方居民区' };
const OTHER_TOWN = { town: '临水镇', neighbourhood: '河畔居民区' };

interface Project {
  stairwellId: string;
  buildingName: string;
  stairwellName: string;
  estateName: string;
  neighbourhood: string;
}

describe('the list of projects', () => {
  let api: TestApi;
  let story: StairwellStory;
  let auditor: TestActor;
  beforeAll(async () => {
    api = await startTestApi();
    story = await StairwellStory.begin(api);
    await story.opens();
    await story.vote('for', '101', '102', '201');
    const { estateId } = await buildStairwell(api.dataSource, { code: 'FARAWAY2', doors: [{ roomNo: '101' }], ...FAR });
    await buildStairwell(api.dataSource, { code: 'ELSEWHR3', doors: [{ roomNo: '101' }], ...OTHER_TOWN });
    await addStairwells(estateId);
    auditor = await api.loginAs('auditor-sun');
  });
  afterAll(() => api.stop());

  const addStairwells = async (estateId: string) => {
    for (const [building, stairwell, stage] of [
      ['10号楼', '2号', 'canvass'],
      ['2号楼', '10号', 'notice'],
      ['2号楼', '2号', 'canvass'],
    ]) {
      const rows = await api.dataSource.query(
        `INSERT INTO buildings (id, estate_id, name) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT uq_buildings_name DO UPDATE SET name = excluded.name RETURNING id`,
        [randomUUID(), estateId, building],
      );
      await api.dataSource.query(
        `INSERT INTO stairwells (id, estate_id, building_id, name, code, stage, stage_since_on)
         VALUES ($1, $2, $3, $4, $5, $6, '2026-01-01')`,
        [randomUUID(), estateId, rows[0].id, stairwell, randomUUID().slice(0, 8), stage],
      );
    }
  };
  const list = async (actor: TestActor, query = '') =>
    expectStatus(await api.http(actor, 'office').get(`/api/projects?${query}`), 200).body;
  const neighbourhoodsOf = async (actor: TestActor) =>
    [...new Set((await list(actor)).projects.map((each: Project) => each.neighbourhood))].sort();

  it('shows each reader the stairwells of their remit', async () => {
    expect(await neighbourhoodsOf(await api.loginAs('officer-home', { remits: [HOME] }))).toEqual(['春晓居民区']);
    expect(await neighbourhoodsOf(await api.loginAs('committee-far', { remits: [FAR] }))).toEqual(['远方居民区']);
    expect(await neighbourhoodsOf(await api.loginAs('street-qian'))).toEqual(['春晓居民区', '远方居民区']);
    expect(await neighbourhoodsOf(auditor)).toEqual(['春晓居民区', '河畔居民区', '远方居民区']);
    const builder = await api.loginAs('contractor-zhou', { remits: [{ stairwellId: story.place.stairwellId }] });
    expect((await list(builder)).projects).toMatchObject([{ stairwellId: story.place.stairwellId }]);
    expect((await list(await api.loginAs('contractor-none'))).projects).toEqual([]);
  });

  it('tells how far a round has come, and nothing of what anyone chose', async () => {
    const { projects } = await list(await api.loginAs('committee-zhao', { remits: [HOME] }));
    expect(projects).toMatchObject([
      {
        ...{ code: story.place.code, town: '莘园镇', stage: 'consultation', householdCount: 12 },
        round: { id: story.roundId, state: 'open' },
      },
    ]);
    const { turnout } = projects[0].round;
    expect(turnout).toMatchObject([
      { basis: 'headcount', part: 3, whole: 12, required: 8, shortBy: 5, met: false },
      { basis: 'exclusive_area', part: 18_000, whole: 72_000, required: 48_000, shortBy: 30_000, met: false },
    ]);
    expect(JSON.stringify(projects)).not.toMatch(/approval|against|业主/);
  });

  it('is what stands in the database, however often it was asked for before', async () => {
    const committee = await api.loginAs('committee-zhao', { remits: [HOME] });
    const first = async () => (await list(committee)).projects[0];
    const { stairwellId, buildingId } = story.place;
    const change = (sql: string, id: string) => api.dataSource.query(sql, [id]);
    const before = await first();
    expect(await first()).toEqual(before);

    await story.vote('for', '202');
    expect((await first()).round.turnout[0]).toMatchObject({ part: 4, shortBy: 4 });
    await change(`UPDATE stairwells SET stage = 'notice' WHERE id = $1`, stairwellId);
    expect(await first()).toMatchObject({ stage: 'notice' });
    await change(`UPDATE buildings SET name = '1号楼（东）' WHERE id = $1`, buildingId);
    expect(await first()).toMatchObject({ buildingName: '1号楼（东）' });
    await change(`UPDATE stairwells SET stage = 'consultation' WHERE id = $1`, stairwellId);
    await change(`UPDATE buildings SET name = '${before.buildingName}' WHERE id = $1`, buildingId);
    expect((await list(await api.loginAs('committee-far', { remits: [FAR] }))).projects[0]).not.toMatchObject(before);
  });

  it('is in the order people walk, page by page, each once', async () => {
    const seen: Project[] = [];
    let after = '';
    do {
      const { projects, next } = await list(auditor, `limit=2${after && `&after=${after}`}`);
      seen.push(...projects);
      after = next ?? '';
    } while (after);
    expect(seen).toEqual((await list(auditor)).projects);
    expect(new Set(seen.map(({ stairwellId }) => stairwellId)).size).toBe(seen.length);
    const far = seen.filter(({ neighbourhood }) => neighbourhood === FAR.neighbourhood);
    expect(far.map(({ buildingName, stairwellName }) => `${buildingName} ${stairwellName}`)).toEqual([
      '1号楼 1号门洞',
      '2号楼 2号',
      '2号楼 10号',
      '10号楼 2号',
    ]);
  });

  it('is narrowed by stage, town, place in words, or the poster’s code', async () => {
    const found = async (query: string) =>
      (await list(auditor, query)).projects.map(
        (each: Project) => `${each.estateName} ${each.buildingName} ${each.stairwellName}`,
      );
    expect(await found('stage=notice')).toEqual(['春晓苑FARAWAY2 2号楼 10号']);
    expect(await found(`town=${encodeURIComponent('临水镇')}`)).toEqual(['春晓苑ELSEWHR3 1号楼 1号门洞']);
    expect(await found(`q=${encodeURIComponent('FARAWAY 10号楼')}`)).toEqual(['春晓苑FARAWAY2 10号楼 2号']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('q=ELSEWHR3')).toEqual(['春晓苑ELSEWHR3 1号楼 1号门洞']);
  });
});
