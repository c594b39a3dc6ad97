import type { OpenAPIObject } from '@nestjs/swagger';
import { WechatStandIn } from '@jiati/tools/stand-ins';
import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type Answer, type TestApi } from '../harness';
import { OPERATIONS, type Ask } from './operations';
import { isStaff, PRINCIPALS, World, type Principal } from './world';

/** method and path of each operation, by its id */
type Routes = Record<string, { method: string; path: string }>;

function routesOf({ paths }: OpenAPIObject): Routes {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { operationId: string }>).map(([method, { operationId }]) => [
        operationId,
        { method: method.toUpperCase(), path },
      ]),
    ),
  );
}

describe('who may do what', () => {
  let api: TestApi;
  let wechat: WechatStandIn;
  let world: World;
  let routes: Routes;
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

  const send = async (operation: string, who: Principal): Promise<Answer> => {
    const { method, path } = routes[operation]!;
    const { ask: askOf, spendsSession } = OPERATIONS[operation]!;
    const ask: Ask = await askOf(world, who);
    const query = ask.query ? `?${new URLSearchParams(ask.query).toString()}` : '';
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ask.path![name]!) + query;
    const actor = ask.as ?? (spendsSession ? await world.anew(who) : world.actor(who));
    const http = api.http(actor, isStaff(who) ? 'office' : 'weapp');
    return ask.upload ? http.upload(url, ask.upload) : http.send(method, url, ask.body);
  };

  it('has an expectation for every operation and no other', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(Object.keys(routes).sort());
  });

  describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
    it('answers each principal as declared', async () => {
      const statuses: Record<string, number> = {};
      for (const who of PRINCIPALS) {
        const answer = await send(operation, who);
        statuses[who] = answer.status;
        const text = answer.bytes.toString('utf8');
        if (!OPERATIONS[operation]!.showsPhone) expect(text).not.toMatch(/\b1[3-9]\d{9}\b/);
        if (who === 'anonymous' && !operation.startsWith('signIn')) expect(text).not.toMatch(/业主\d{3}/);
        if (answer.status >= 400) expect(answer.headers['content-type']).toContain('application/problem+json');
      }
      expect(statuses).toEqual(OPERATIONS[operation]!.answers);
    });
  });
});
