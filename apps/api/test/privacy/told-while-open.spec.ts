import { WechatStandIn } from '@jiati/tools/stand-ins';
import { randomUUID } from 'node:crypto';
import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type TestActor, type TestApi } from '../harness';
import { ServerProcess } from '../harness/server-process';
import { StairwellStory } from '../stories/stairwell-story';
import { askingOf, routesOf, send } from '../surface/asking';
import { OPERATIONS } from '../surface/operations';
import { PRINCIPALS, World } from '../surface/world';

jest.setTimeout(90_000);

/** What an answer may tell of a running round beyond how many took part. */
type Told = 'choice' | 'distance' | 'pivot doors';

/** Everything of that kind in an answer, wherever in it. The gates of a ruleset are no distance: nobody is counted there. */
function toldIn(value: unknown, told = new Set<Told>()): Set<Told> {
  if (Array.isArray(value)) value.forEach((each) => toldIn(each, told));
  if (typeof value !== 'object' || value === null) return told;
  const record = value as Record<string, unknown>;
  const isTally = ['for', 'against', 'abstain'].some((choice) => typeof record[choice] === 'object');
  if (typeof record.choice === 'string' || isTally) told.add('choice');
  if (record.role === 'approval' && 'part' in record) told.add('distance');
  if (record.pivotDoors) told.add('pivot doors');
  Object.values(record).forEach((each) => toldIn(each, told));
  return told;
}

const everybody = (told: string) => Object.fromEntries(PRINCIPALS.map((who) => [who, told]));
const theOffice = (told: string) => ({ officer: told, street: told, auditor: told });

/** Who is told more than the turnout, by which answer. Whoever is not in it here is told nothing more. */
const TOLD: Record<string, object> = {
  // Their own, and to whoever holds the receipt of a ballot that ballot.
  listMyHouseholds: { owner: 'choice', otherHousehold: 'choice' },
  downloadMyData: { owner: 'choice', otherHousehold: 'choice' },
  checkReceipt: everybody('choice'),
  // The stairwell's own volunteer alone.
  readStairwellDoors: { volunteer: 'distance + pivot doors' },
  // Those who enter papers, look at what was written down at doors, settle what differs, and watch over them.
  readBallotPaper: { owner: 'choice', officer: 'choice' },
  readReview: theOffice('choice'),
  readCase: theOffice('choice'),
  readCountSheet: theOffice('choice + distance + pivot doors'),
};

describe('while a round is open', () => {
  let api: TestApi;
  let wechat: WechatStandIn;
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    api = await startTestApi({ environment: { JIATI_DEMO: '1', ...wechat.environment() } });
  });
  afterAll(async () => {
    server?.kill();
    await api.stop();
    await wechat.stop();
  });

  it('every answer tells everybody the turnout at the most, but for those who are listed', async () => {
    const world = await World.begin(api);
    await world.story.vote('for', '101', '201');
    await world.story.vote('against', '102', '202', '301');
    await world.story.vote('abstain', '302');
    const found: Record<string, Record<string, string>> = {};
    const reading = Object.values(routesOf(describeApi(api.app))).filter(({ method }) => method === 'GET');
    for (const route of reading) {
      const { operationId } = route.operation;
      for (const who of PRINCIPALS) {
        const answer = await send(api, await askingOf(route, world, who));
        const told = answer.status === 200 ? [...toldIn(answer.body)].sort().join(' + ') : '';
        if (told !== '') (found[operationId] ??= {})[who] = told;
        expect({ operationId, who, status: answer.status }).toEqual({
          ...{ operationId, who },
          status: OPERATIONS[operationId]!.answers[who],
        });
      }
    }
    expect(found).toEqual(TOLD);
  });

  it('the log tells no choice, at its most talkative', async () => {
    server = ServerProcess.start({ DATABASE_URL: api.database.appUrl, LOG_LEVEL: 'trace' });
    const url = await server.url();
    const ask = async (actor: TestActor, method: string, path: string, body?: object) => {
      const headers = { 'x-jiati-client': actor.client!, cookie: `jiati_${actor.client}=${actor.token}` };
      const json = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api${path}`, {
        method,
        headers: { ...headers, ...(body && json) },
        body: JSON.stringify(body),
      });
      return answer.status;
    };
    const story = await (await StairwellStory.begin(api)).opens();
    const [owner, chen] = [await story.resident('101'), await story.volunteer()];
    const ballots = `/rounds/${story.roundId}/ballots`;
    const ballot = { id: randomUUID(), householdId: owner.householdId, channel: 'self_service' };
    const said = { ...ballot, choice: 'against', castAt: api.clock.now() };
    expect([
      await ask(owner.actor, 'POST', ballots, said),
      await ask(owner.actor, 'POST', ballots, { ...said, choice: 'abstain' }),
      await ask(owner.actor, 'POST', ballots, { ...said, id: randomUUID(), choice: 'abstained' }),
      await ask(owner.actor, 'POST', ballots, { ...said, id: randomUUID(), choice: 'abstain', extra: 'against' }),
      await ask(owner.actor, 'GET', '/my/households'),
      await ask(chen.actor, 'GET', `/volunteer/stairwells/${story.place.stairwellId}`),
      await ask(story.officer.actor, 'GET', `/rounds/${story.roundId}/count-sheet`),
      await ask(story.officer.actor, 'POST', `/rounds/${story.roundId}/close`),
    ]).toEqual([201, 422, 400, 400, 200, 200, 200, 200]);
    const lines = await server.lines();
    expect(lines.filter((line) => /against|abstain|"choice"|approval/.test(line))).toEqual([]);
  });
});
