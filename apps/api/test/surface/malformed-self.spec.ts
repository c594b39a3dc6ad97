import { randomUUID } from 'node:crypto';
import { AccountsModule } from '../../src/modules/accounts';
import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type TestApi } from '../harness';
import { routesOf, type Route } from './asking';
import { Onslaught } from './malformed/onslaught';
import { PlantedModule } from './malformed/planted.module';
import type { Schema, Schemas } from './sample';

jest.setTimeout(60_000);

describe('the suite of malformed input', () => {
  let api: TestApi;
  let routes: Record<string, Route>;
  let onslaught: Onslaught;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule, PlantedModule] });
    const document = describeApi(api.app);
    routes = routesOf(document);
    const schemas = document.components!.schemas as Schemas;
    onslaught = new Onslaught({
      api,
      schemas,
      patienceMs: 3_000,
      ask: async (route) => ({ asking: askingOf(route), status: 200 }),
    });
  });
  afterAll(() => api.stop());

  const askingOf = (route: Route) => ({
    route: withBody(route),
    ask: { path: { id: randomUUID() }, body: { statedName: '陈建国', row: { note: '甲' } } },
    actor: undefined,
    client: 'weapp' as const,
  });

  /** Some of the planted routes read a body that they do not declare. */
  function withBody(route: Route): Route {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/PlantedInput' } as Schema } };
    return { ...route, operation: { ...route.operation, requestBody: { content } } };
  }

  it('finds nothing where nothing is wrong', async () => {
    expect(await onslaught.on(withBody(routes['plantNothing']!))).toEqual([]);
    expect(onslaught.sent).toBeGreaterThan(500);
  });

  it.each([
    ['plantFailure', 'row.note "😀": is our fault (500'],
    ['plantFailingQuery', 'query page 9: is our fault (500'],
    ['plantLeak', `statedName "'; DROP TABLE ballots; --": leaks "syntax error`],
    ['plantHang', 'statedName "=1+1": no answer in 3000 ms'],
    ['plantNoCheck', 'row null: takes what the document does not allow'],
    ['plantNoCheck', 'row.note "":'],
    ['plantTrace', 'statedName: a refused request changed what is stored'],
    ['plantSpoiling', 'statedName: does not work any more after it: 409 for 200'],
    ['plantPickiness', 'statedName "../../etc/passwd": refuses what the document allows'],
  ])('finds what is wrong with %s', async (operation, complaint) => {
    const found = await onslaught.on(withBody(routes[operation]!));
    expect(found.filter((each) => each.startsWith(`${operation} ${complaint}`))).not.toEqual([]);
  });
});
