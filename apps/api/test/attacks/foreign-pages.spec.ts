import { askingOf, send, urlOf, type Asking } from '../surface/asking';
import { OPERATIONS } from '../surface/operations';
import { Surface } from '../surface/surface';
import { PRINCIPALS, type Principal } from '../surface/world';
import { footprintOf } from './footprint';

const EVIL = 'https://evil.example';
type Headers = Record<string, string>;

/** How a browser sends what a foreign page made it send, with the cookie of whoever looks at the page. */
const FOREIGN: Record<string, Headers> = {
  'a form': {
    'x-jiati-client': '',
    'content-type': 'application/x-www-form-urlencoded',
    origin: EVIL,
    'sec-fetch-site': 'cross-site',
  },
  'a form in an old browser': { 'x-jiati-client': '', 'content-type': 'text/plain' },
  'a form with a file': { 'x-jiati-client': '', 'content-type': 'multipart/form-data; boundary=x', origin: EVIL },
  'a script that may not set our header': { 'x-jiati-client': '', origin: EVIL, 'sec-fetch-site': 'cross-site' },
  'a front end that is none of ours': { 'x-jiati-client': 'evil' },
  'a script on another site': { 'sec-fetch-site': 'cross-site', origin: EVIL },
  'a script on a neighbouring subdomain': { 'sec-fetch-site': 'same-site', origin: 'http://evil.localhost' },
  'a link somebody typed': { 'sec-fetch-site': 'none' },
  'an old browser on another site': { origin: EVIL },
  'a sandboxed frame': { origin: 'null' },
};
/** What a form can send without asking first. */
const FORM_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

describe('a foreign page', () => {
  let surface: Surface;
  beforeAll(async () => {
    surface = await Surface.begin();
  });
  afterAll(() => surface.stop());

  /** Somebody whose own page would succeed, in a browser. */
  const victimOf = (operation: string): Principal => {
    const may = PRINCIPALS.filter((who) => OPERATIONS[operation]!.answers[who] < 300);
    return may.find((who) => who !== 'anonymous') ?? 'anonymous';
  };
  const sends = ({ route, ask, actor }: Asking, headers: Headers, body: unknown = ask.body) =>
    surface.api.http(actor, 'h5').send(route.method, urlOf(route, ask), body, headers);

  describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
    it('is not let in with the cookie of its visitor, and changes nothing', async () => {
      const { api, world, routes } = surface;
      const route = routes[operation]!;
      if (route.method === 'GET') return;
      const own = await askingOf(route, world, victimOf(operation));
      const before = await footprintOf(api.dataSource);
      for (const [how, headers] of Object.entries(FOREIGN)) {
        const isForm = 'content-type' in headers;
        const { status, body } = await sends(own, headers, isForm ? JSON.stringify(own.ask.body ?? {}) : own.ask.body);
        const isRefused =
          (status === 403 && /^(client_missing|cross_site)$/.test(body.code)) || (isForm && status === 415);
        expect(isRefused || { how, status, code: body.code }).toBe(true);
      }
      if (own.ask.body) {
        for (const type of FORM_TYPES) {
          const { status } = await sends(own, { 'content-type': type }, JSON.stringify(own.ask.body));
          expect({ type, status }).toEqual({ type, status: 415 });
        }
      }
      expect(await footprintOf(api.dataSource)).toEqual(before);
      expect((await send(api, own)).status).toBe(OPERATIONS[operation]!.answers[victimOf(operation)]);
    });
  });

  it('is given leave for nothing when it asks first', async () => {
    for (const { path, method } of Object.values(surface.routes)) {
      const url = path.replace(/\{\w+\}/g, '0b7e9a4e-63a0-4a43-9f55-0d8f7f3f6a11');
      const headers = {
        origin: EVIL,
        'access-control-request-method': method,
        'access-control-request-headers': 'x-jiati-client,content-type',
      };
      const answer = await surface.api.http().send('OPTIONS', url, undefined, headers);
      const leave = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
      expect({ url, status: answer.status, leave }).toEqual({ url, status: 404, leave: [] });
    }
  });

  it('changes nothing by a picture, a link or a prefetch: whatever is read stays as it was', async () => {
    const { api, world, routes } = surface;
    for (const route of Object.values(routes).filter(({ method }) => method === 'GET')) {
      const { operationId } = route.operation;
      const own = await askingOf(route, world, victimOf(operationId));
      const before = await footprintOf(api.dataSource);
      await sends(own, { 'x-jiati-client': '', 'sec-fetch-site': 'cross-site' });
      const after = await footprintOf(api.dataSource);
      // Who looked at what is written down.
      expect({ operationId, ...after, audit_events: '' }).toEqual({ operationId, ...before, audit_events: '' });
    }
  });
});
