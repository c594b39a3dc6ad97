import { startTestApi, type TestApi } from '../../../../test/harness';
import { VerifyChains } from '../../bundles';
import { StairwellStory } from '../../../../test/stories/stairwell-story';

describe('helper mode (家人代操作)', () => {
  let api: TestApi;
  let story: StairwellStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await (await StairwellStory.begin(api)).opens();
  });
  afterAll(() => api.stop());

  const daughter = { helperName: '陈小明', helperRelation: 'child' };
  const ballotsOf = async (resident: Awaited<ReturnType<StairwellStory['resident']>>) => {
    const paper = `/api/rounds/${story.roundId}/households/${story.household('101')}/ballot-paper`;
    return (await api.http(resident.actor).get(paper)).body.ballots;
  };

  it('names the helper on every ballot and audit line of the session until it ends', async () => {
    const resident = await story.resident('101');
    const http = api.http(resident.actor);
    expect((await http.put('/api/session/helper', daughter)).body.helper).toEqual(daughter);
    await resident.votes('for');
    expect((await http.delete('/api/session/helper')).body.helper).toBeNull();
    expect((await http.delete('/api/session/helper')).status).toBe(200);
    await resident.votes('against');

    expect((await ballotsOf(resident)).map(({ assistedBy }: { assistedBy: unknown }) => assistedBy)).toEqual([
      daughter,
      null,
    ]);
    const lines: { action: string; helper: string | null }[] = await api.dataSource.query(
      `SELECT action, helper FROM audit_events WHERE actor_id = $1 ORDER BY id`,
      [resident.actor.accountId],
    );
    const helpers = lines.map(({ action, helper }) => [action, helper !== null]);
    expect(helpers).toEqual([
      ['helper.begin', true],
      ['ballot.cast', true],
      ['helper.end', true],
      ['ballot.cast', false],
    ]);
  });

  it('changes nothing that the receipt promises, and is in no public bundle', async () => {
    const { manager } = api.dataSource;
    expect((await api.app.get(VerifyChains).execute(manager)).problems).toEqual([]);
    const bundle = await api.http().get(`/api/public/rounds/${story.roundId}/bundle`);
    expect(bundle.bytes.toString('utf8')).not.toContain('陈小明');
  });

  it('belongs to one session, and is not for staff', async () => {
    const resident = await story.resident('102');
    await api.http(resident.actor).put('/api/session/helper', daughter);
    const again = await api.loginAs(resident.actor.displayName);
    expect((await api.http(again).get('/api/session')).body.helper).toBeNull();
    expect((await api.http(story.officer.actor).put('/api/session/helper', daughter)).status).toBe(403);
    expect((await api.http(again).put('/api/session/helper', { ...daughter, helperRelation: 'boss' })).status).toBe(
      400,
    );
  });
});
