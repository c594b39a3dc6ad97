import { WechatStandIn } from '@jiati/tools/stand-ins';
import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type TestApi } from '../harness';
import { askingOf, routesOf, send, type Route } from './asking';
import { OPERATIONS } from './operations';
import { PRINCIPALS, World, type Principal } from './world';

/** Those who are shown no neighbour's name, whatever they ask for. */
const NAMELESS: readonly Principal[] = ['anonymous', 'committee', 'contractor', 'operator'];

const placesOf = ({ story, stairwellId, household }: World): string[] => [
  story.place.estateId,
  stairwellId,
  household,
  story.roundId,
];

describe('who may do what', () => {
  let api: TestApi;
  let wechat: WechatStandIn;
  let world: World;
  let routes: Record<string, Route>;
  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    api = await startTestApi({ environment: { JIATI_DEMO: '1', ...wechat.environment() } });
    world = await World.begin(api);
    routes = routesOf(describeApi(api.app));
  });
  afterAll(async () => {
    await api.stop();
    await wechat.stop();
  });

  it('has an expectation for every operation and no other', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(Object.keys(routes).sort());
  });

  describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
    it('answers each principal as declared', async () => {
      const statuses: Record<string, number> = {};
      for (const who of PRINCIPALS) {
        const answer = await send(api, await askingOf(routes[operation]!, world, who));
        statuses[who] = answer.status;
        const text = answer.bytes.toString('utf8');
        if (!OPERATIONS[operation]!.showsPhone) expect(text).not.toMatch(/\b1[3-9]\d{9}\b/);
        if (NAMELESS.includes(who) && !operation.startsWith('signIn')) expect(text).not.toMatch(/业主\d{3}/);
        // Also a list that is answered with 200 holds nothing of the other neighbourhood.
        if (who === 'otherOfficer' && OPERATIONS[operation]!.answers.anonymous === 401) {
          expect(placesOf(world).filter((id) => text.includes(id))).toEqual([]);
        }
        if (answer.status >= 400) expect(answer.headers['content-type']).toContain('application/problem+json');
      }
      expect(statuses).toEqual(OPERATIONS[operation]!.answers);
    });
  });
});
