import { Cron } from 'croner';
import { startTestApi, type TestApi } from '../../../test/harness';
import { ServerProcess } from '../../../test/harness/server-process';
import { StairwellStory } from '../../../test/stories/stairwell-story';
import { NightlyCheck } from './nightly-check';
import { AT_NIGHT } from './nightly-schedule';

describe('the check of a night', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const story = await (await StairwellStory.begin(api, { rooms: ['101', '102'] })).opens();
    await story.vote('for', '101', '102');
  });
  afterAll(() => api.stop());

  const check = () => api.app.get(NightlyCheck).execute();
  const lines = (): Promise<object[]> =>
    api.dataSource.query(
      `SELECT actor_id, subject_id, detail FROM audit_events WHERE action = 'nightly_check.run' ORDER BY id`,
    );

  it('counts and walks everything, and leaves a line; of two at once only one does, and none a second time that day', async () => {
    const reports = await Promise.all([check(), check()]);
    expect(reports.filter((report) => report !== null)).toEqual([
      {
        day: api.clock.today(),
        recount: { rounds: 1, countedHouseholds: 2, differences: [] },
        chains: { rounds: 1, events: 3, ballots: 2, problems: [] },
      },
    ]);
    expect(await check()).toBeNull();
    const detail = { rounds: 1, countedHouseholds: 2, events: 3, ballots: 2, differences: 0, problems: 0 };
    expect(await lines()).toEqual([{ actor_id: null, subject_id: api.clock.today(), detail }]);
  });

  it('tells the next night what was changed in between', async () => {
    await api.dataSource.query(`UPDATE round_tallies SET for_heads = 9, chain_head = repeat('0', 64)`);
    api.clock.advanceMinutes(24 * 60);
    const report = await check();
    expect(report?.recount.differences).toHaveLength(1);
    expect(report?.chains.problems).toHaveLength(1);
    expect((await lines()).at(-1)).toMatchObject({ detail: { differences: 1, problems: 1 } });
  });

  it('comes at three in the morning in Shanghai', () => {
    const job = new Cron(AT_NIGHT.pattern, { timezone: AT_NIGHT.timezone, paused: true });
    expect(job.nextRun(new Date('2026-12-03T12:00:00Z'))).toEqual(new Date('2026-12-03T19:00:00Z'));
    job.stop();
  });
});

describe('the check in the demo', () => {
  let api: TestApi;
  let server: ServerProcess;
  beforeAll(async () => {
    api = await startTestApi();
    const story = await (await StairwellStory.begin(api, { rooms: ['101', '102'] })).opens();
    await story.vote('for', '101', '102');
    server = ServerProcess.start({ DATABASE_URL: api.database.appUrl });
  });
  afterAll(async () => {
    server.kill();
    await api.stop();
  });

  it('comes shortly after a start, without hands, and what it saw stands in the server’s output', async () => {
    const [said] = await server.until(/每晚核对[^]*记录链.*\n/);
    expect(said).toContain('重新计了 1 轮，计入的表决票 2 张。每一轮都对得上。');
    expect(said).toContain('核对了 1 轮，记录链共 3 条，表决票 2 张。每一条都对得上。');
    const lines = await api.dataSource.query(`SELECT 1 FROM audit_events WHERE action = 'nightly_check.run'`);
    expect(lines).toHaveLength(1);
  }, 120_000);
});
