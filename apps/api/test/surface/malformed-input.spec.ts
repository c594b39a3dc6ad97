import { hash } from '@node-rs/argon2';
import type { Server } from 'node:http';
import { Secrets } from '../../src/modules/accounts/secrets';
import { TIMEOUTS } from '../../src/platform/http/create-app';
import { askingOf, type Route } from './asking';
import { speakToAll } from './malformed/hanging-up';
import { leakIn } from './malformed/judge';
import { Onslaught } from './malformed/onslaught';
import { OPERATIONS } from './operations';
import type { Schemas } from './sample';
import { Surface } from './surface';
import { PRINCIPALS } from './world';

jest.setTimeout(120_000);

/** Nothing here takes a second by itself; the machine may have other work. */
const PATIENCE_MS = 15_000;

/** As the API's document has them, built from the code as it is now. */
const operations = Object.keys(OPERATIONS);

describe('whatever is sent', () => {
  let surface: Surface;
  let onslaught: Onslaught;
  let connections = 0;
  beforeAll(async () => {
    surface = await Surface.begin({ PUBLIC_URL: 'http://localhost' });
    const { api, document } = surface;
    // Thousands of passwords and PINs are made here; what one costs is not what is tried.
    Object.assign(api.app.get(Secrets), { passwordHash: (text: string) => hash(text, { memoryCost: 8, timeCost: 1 }) });
    onslaught = new Onslaught({ api, schemas: document.components!.schemas as Schemas, patienceMs: PATIENCE_MS, ask });
  });
  afterAll(async () => {
    const { sent, places, slowest } = onslaught;
    process.stdout.write(
      `malformed input: ${operations.length} operations, ${places} places, ${sent} requests, ${connections} connections; slowest ${Math.round(slowest.ms)} ms (${slowest.what})\n`,
    );
    await surface.stop();
  });

  /** As the first of the world's people whose request is declared to succeed, or at least to be looked at. */
  async function ask(route: Route) {
    const { answers } = OPERATIONS[route.operation.operationId]!;
    const isLookedAt = (status: number) => status !== 401 && status !== 403;
    const who = PRINCIPALS.find((each) => answers[each] < 300) ?? PRINCIPALS.find((each) => isLookedAt(answers[each]))!;
    return { asking: await askingOf(route, surface.world, who), status: answers[who] };
  }

  it('goes to every operation there is', () => {
    expect(Object.keys(surface.routes).filter((operation) => !operations.includes(operation))).toEqual([]);
  });

  it.each(operations)('to %s is answered well, and what is right still works', async (operation) => {
    const found = await onslaught.on(surface.routes[operation]!);
    expect(found).toEqual([]);
  });

  it('over a connection that never ends its sentence is hung up on in time', async () => {
    const { api, routes } = surface;
    await api.app.listen(0, '127.0.0.1');
    const server = api.app.getHttpServer() as Server;
    Object.assign(server, { headersTimeout: 1_000, requestTimeout: 2_000 });
    const heard = await speakToAll(await api.app.getUrl(), routes);
    Object.assign(server, { headersTimeout: TIMEOUTS.headers, requestTimeout: TIMEOUTS.request });
    connections = heard.length;
    const isBad = ([, { status, headers, body, afterMs }]: (typeof heard)[number]) =>
      status >= 500 || leakIn(headers + body) !== undefined || afterMs > 2 * PATIENCE_MS;
    expect(heard.filter(isBad)).toEqual([]);
  });

  it('is at least sixty odd values at every place', () => {
    expect(onslaught.fewest.shots).toBeGreaterThanOrEqual(60);
  });

  it('leaves prototypes as they were', () => {
    expect(({} as { role?: string }).role).toBeUndefined();
    expect(([] as { role?: string }).role).toBeUndefined();
  });
});
