import type { WhileOpen } from '@jiati/rules';
import { WechatStandIn } from '@jiati/tools/stand-ins';
import { randomUUID } from 'node:crypto';
import { contentHash } from '../../src/modules/chain';
import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type TestActor, type TestApi } from '../harness';
import { ServerProcess } from '../harness/server-process';
import { expectStatus, StairwellStory } from '../stories/stairwell-story';
import { askingOf, routesOf, send, type Route } from '../surface/asking';
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
  readBallotPaper: { owner: 'choice' },
  // Those who look at what was written down at doors and on paper, settle what differs, and watch over them.
  readReview: theOffice('choice'),
  readCase: theOffice('choice'),
  readCountSheet: theOffice('distance + pivot doors'),
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

  /** By operation and principal: what its answers tell. */
  async function toldBy(operations: readonly Route[], world: World): Promise<typeof TOLD> {
    await api.dataSource.query('DELETE FROM rate_limits');
    const found: Record<string, Record<string, string>> = {};
    for (const route of operations) {
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
    return found;
  }

  it('every answer tells everybody the turnout at the most, but for those who are listed, as the rule says', async () => {
    const world = await World.begin(api);
    await world.story.vote('for', '101', '201');
    await world.story.vote('against', '102', '202', '301');
    await world.story.vote('abstain', '302');
    const reading = Object.values(routesOf(describeApi(api.app))).filter(({ method }) => method === 'GET');
    expect(await toldBy(reading, world)).toEqual(TOLD);

    const listed = reading.filter(({ operation }) => operation.operationId in TOLD);
    const under = (whileOpen: WhileOpen) =>
      api.dataSource.query(
        `UPDATE consultation_rounds SET ruleset = jsonb_set(ruleset, '{whileOpen}', $2), ruleset_hash = $3 WHERE id = $1`,
        [world.story.roundId, JSON.stringify(whileOpen), contentHash(whileOpen)],
      );
    await under({ everyone: 'turnout', volunteers: 'turnout', officers: 'turnout' });
    const { readStairwellDoors, readCountSheet, ...least } = TOLD;
    expect(await toldBy(listed, world)).toEqual(least);
    await under({ everyone: 'turnout', volunteers: 'distance', officers: 'turnout' });
    expect(await toldBy(listed, world)).toEqual({ ...least, readStairwellDoors });
    await under({ everyone: 'turnout', volunteers: 'turnout', officers: 'distance' });
    expect(await toldBy(listed, world)).toEqual({ ...least, readCountSheet });

    // Closed, whatever was kept back is the office's to count; its volunteers learn how far it came.
    expectStatus(await world.story.officer.moves('close'), 200);
    const standing = ['readStairwellDoors', 'readBallotPaper', 'readCountSheet'];
    const closed = reading.filter(({ operation }) => standing.includes(operation.operationId));
    expect(await toldBy(closed, world)).toEqual({
      readStairwellDoors: { volunteer: 'distance' },
      readBallotPaper: { owner: 'choice', officer: 'choice' },
      readCountSheet: theOffice('choice + distance'),
    });
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
