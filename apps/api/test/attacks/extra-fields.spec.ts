import { randomUUID } from 'node:crypto';
import { askingOf, urlOf, send, type Asking, type Route } from '../surface/asking';
import { OPERATIONS } from '../surface/operations';
import { resolved, sampleOf, type Schema } from '../surface/sample';
import { Surface } from '../surface/surface';
import { PRINCIPALS } from '../surface/world';
import { footprintOf } from './footprint';
import { replacedAt, valueAt } from './places';

/** What somebody would like to be, have or set, and no request may say. */
const WISHES: Record<string, unknown> = {
  role: 'operator',
  accountId: randomUUID(),
  actor: { role: 'operator' },
  state: 'approved',
  assurance: 'full',
  remits: [{ kind: 'town', town: '莘园镇' }],
  ownerId: randomUUID(),
  castBy: randomUUID(),
  openedBy: randomUUID(),
  decidedAt: '2026-01-01T00:00:00Z',
  createdAt: '2026-01-01T00:00:00Z',
  passwordHash: 'x',
  disabledAt: null,
};
/** What JavaScript itself might take for more than a field; as raw JSON. */
const POISON = [
  '"__proto__":{"role":"operator"}',
  '"constructor":{"prototype":{"role":"operator"}}',
  '"prototype":{"role":"operator"}',
];
const HERE = '"@here":0';

describe('a field that nobody asked for', () => {
  let surface: Surface;
  let schemas: Record<string, Schema>;
  beforeAll(async () => {
    surface = await Surface.begin();
    schemas = surface.document.components!.schemas as Record<string, Schema>;
  });
  afterAll(() => surface.stop());

  const bodyOf = ({ operation }: Route): Schema | undefined =>
    operation.requestBody?.content['application/json']?.schema;

  /** Every object of a body by where it stands, with what may stand in it; the first of each list, and what was left out filled in. */
  function objectsIn(schema: Schema, body: object, where = ''): { where: string; fields: string[]; body: object }[] {
    const { properties = {} } = resolved(schema, schemas);
    const here = { where, fields: Object.keys(properties), body };
    const inside = Object.entries(properties).flatMap(([name, member]) => {
      const shape = resolved(member, schemas);
      const row = shape.type === 'array' && shape.items ? resolved(shape.items, schemas) : shape;
      if (!row.properties) return [];
      const at = where ? `${where}.${name}` : name;
      const first = row === shape ? at : `${at}.0`;
      const filled = valueAt(body, first)
        ? body
        : replacedAt(body, at, row === shape ? sampleOf(row, schemas) : [sampleOf(row, schemas)]);
      return objectsIn(row, filled, first);
    });
    return [here, ...inside];
  }

  const sendText = ({ route, ask, actor, client }: Asking, text: string) =>
    surface.api.http(actor, client).send(route.method, urlOf(route, ask), text, { 'content-type': 'application/json' });

  describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
    it('is refused by its name at every depth, and leaves nothing behind', async () => {
      const { api, world, routes } = surface;
      const route = routes[operation]!;
      const schema = bodyOf(route);
      if (!schema) return;
      const who = PRINCIPALS.find((each) => OPERATIONS[operation]!.answers[each] < 300)!;
      const own = await askingOf(route, world, who);
      const before = await footprintOf(api.dataSource);
      for (const { where, fields, body } of objectsIn(schema, own.ask.body ?? {})) {
        const wishes = Object.keys(WISHES).filter((name) => !fields.includes(name));
        const added = Object.fromEntries(wishes.map((name) => [name, WISHES[name]]));
        const withWishes = where
          ? replacedAt(body, where, { ...(valueAt(body, where) as object), ...added })
          : { ...body, ...added };
        const answer = await send(api, own, { body: withWishes });
        const refused = (answer.body.errors ?? []).map(({ path }: { path: string }) => path);
        expect({ where, status: answer.status, code: answer.body.code }).toEqual({
          where,
          status: 400,
          code: 'malformed',
        });
        expect(refused).toEqual(expect.arrayContaining(wishes.map((name) => (where ? `${where}.${name}` : name))));
        const marked = where
          ? replacedAt(body, where, { ...(valueAt(body, where) as object), '@here': 0 })
          : { ...body, '@here': 0 };
        for (const poison of POISON) {
          const { status, body: problem } = await sendText(own, JSON.stringify(marked).replace(HERE, poison));
          expect({ where, poison, status, code: problem.code }).toEqual({
            where,
            poison,
            status: 400,
            code: 'malformed',
          });
        }
      }
      expect(await footprintOf(api.dataSource)).toEqual(before);
      expect((await send(api, own)).status).toBe(OPERATIONS[operation]!.answers[who]);
    });
  });

  it('in a query is refused too, wherever a query is read', async () => {
    const { api, world, routes } = surface;
    const read = Object.values(routes).filter(({ operation }) =>
      operation.parameters?.some((parameter) => parameter.in === 'query'),
    );
    expect(read.length).toBeGreaterThan(5);
    for (const route of read) {
      const who = PRINCIPALS.find((each) => OPERATIONS[route.operation.operationId]!.answers[each] < 300)!;
      const own = await askingOf(route, world, who);
      for (const name of ['accountId', 'everywhere', 'remit', '__proto__', 'constructor']) {
        const { status, body } = await send(api, own, { query: { [name]: '1' } });
        expect({ route: route.path, name, status, code: body.code }).toEqual({
          route: route.path,
          name,
          status: 400,
          code: 'malformed',
        });
      }
    }
  });

  it('changed no prototype', () => {
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});
