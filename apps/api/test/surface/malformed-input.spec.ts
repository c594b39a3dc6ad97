import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type Answer, type Http, type TestActor, type TestApi } from '../harness';
import { BAD_BODIES, BAD_TEXTS, BAD_VALUES } from './bad-values';
import { resolved, sampleOf, type Schema } from './sample';

interface Operation {
  operationId: string;
  'x-access': string[];
  parameters?: { name: string; in: 'path' | 'query'; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Route {
  method: string;
  path: string;
  operation: Operation;
}

describe('whatever is sent', () => {
  let api: TestApi;
  let routes: Route[];
  let schemas: Record<string, Schema>;
  let people: Record<string, TestActor>;
  let tried = 0;
  const broken: string[] = [];
  beforeAll(async () => {
    api = await startTestApi();
    const document = describeApi(api.app);
    schemas = document.components!.schemas as Record<string, Schema>;
    routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations as unknown as Record<string, Operation>).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
    people = {
      officer: await api.loginAs('officer-wang'),
      operator: await api.loginAs('operator-wu'),
      auditor: await api.loginAs('auditor-sun'),
      volunteer: await api.loginAs('volunteer-chen'),
      resident: await api.loginAs('resident-302'),
    };
  });
  afterAll(() => api.stop());

  /** Someone who gets past the guard, so that the input itself is looked at. */
  const admitted = ({ operation }: Route): TestActor | undefined =>
    Object.keys(people)
      .filter((role) => operation['x-access'].includes(role))
      .map((role) => people[role])[0];

  /** What is about the session itself may end it or give it another token: then each request comes with a new one. */
  const httpOf = async (route: Route): Promise<Http> => {
    const person = admitted(route);
    const isSpent = person !== undefined && route.path.startsWith('/api/session');
    return api.http(isSpent ? await api.loginAs(person.displayName) : person);
  };

  const urlOf = ({ path, operation }: Route, replaced: Record<string, string> = {}): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const { schema } = operation.parameters!.find((parameter) => parameter.name === name)!;
      return replaced[name] ?? encodeURIComponent(String(sampleOf(schema, schemas)));
    });

  const bodySchemaOf = ({ operation }: Route): Schema | undefined => {
    const schema = operation.requestBody?.content['application/json']?.schema;
    return schema && resolved(schema, schemas);
  };

  /** Whatever it was, the answer is not our fault, and a refusal is a problem document with a code. */
  const attempt = async (what: string, send: Promise<Answer>): Promise<void> => {
    const { status, body } = await send;
    tried += 1;
    if (status >= 500 || (status >= 400 && typeof body.code !== 'string')) broken.push(`${what} → ${status}`);
  };
  const nothingBroke = (least: number) => {
    expect(broken.splice(0)).toEqual([]);
    expect(tried).toBeGreaterThan(least);
    tried = 0;
  };
  const show = (value: unknown) => (JSON.stringify(value) ?? 'left out').slice(0, 60);

  it('in a path', async () => {
    for (const route of routes) {
      const names = (route.operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const body = bodySchemaOf(route) && sampleOf(bodySchemaOf(route)!, schemas);
      for (const { name } of names) {
        for (const text of BAD_TEXTS) {
          const sent = (await httpOf(route)).send(route.method, urlOf(route, { [name]: text }), body);
          await attempt(`${route.operation.operationId} ${name}=${text.slice(0, 40)}`, sent);
        }
      }
    }
    nothingBroke(400);
  });

  it('in a query', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const known = (route.operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
      for (const name of [...known.map((parameter) => parameter.name), 'unknown']) {
        for (const text of [...BAD_TEXTS, 'a&' + name + '=b', '1&' + name + '[x]=2']) {
          const sent = (await httpOf(route)).get(`${urlOf(route)}?${name}=${text}`);
          await attempt(`${route.operation.operationId} ?${name}=${text.slice(0, 40)}`, sent);
        }
      }
    }
    nothingBroke(400);
  });

  it('in a field, one at a time, everything else being right', async () => {
    for (const route of routes) {
      const schema = bodySchemaOf(route);
      if (!schema) continue;
      for (const [where, replace] of placesIn(schema)) {
        for (const value of BAD_VALUES) {
          const body = replace(sampleOf(schema, schemas) as Record<string, unknown>, value);
          const sent = (await httpOf(route)).send(route.method, urlOf(route), body);
          await attempt(`${route.operation.operationId} ${where}: ${show(value)}`, sent);
        }
      }
    }
    nothingBroke(2_000);
  }, 180_000);

  it('as a whole body', async () => {
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      for (const [type, body] of BAD_BODIES) {
        const sent = (await httpOf(route)).send(route.method, urlOf(route), body, { 'content-type': type });
        await attempt(`${route.operation.operationId} ${type} ${String(body).slice(0, 40)}`, sent);
      }
    }
    nothingBroke(400);
  }, 180_000);

  it('leaves prototypes as they were', () => {
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  type Replace = (body: Record<string, unknown>, value: unknown) => Record<string, unknown>;

  /** Every field of a body, and of the objects and the first rows in it. */
  function placesIn(schema: Schema, prefix = ''): [string, Replace][] {
    return Object.entries(schema.properties ?? {}).flatMap(([name, member]): [string, Replace][] => {
      const own: [string, Replace] = [prefix + name, (body, value) => ({ ...body, [name]: value })];
      const shape = resolved(member, schemas);
      if (shape.properties) {
        const inside = placesIn(shape, `${prefix}${name}.`);
        return [
          own,
          ...inside.map(([where, replace]): [string, Replace] => [
            where,
            (body, value) => ({ ...body, [name]: replace(body[name] as Record<string, unknown>, value) }),
          ]),
        ];
      }
      const row = shape.type === 'array' && shape.items ? resolved(shape.items, schemas) : undefined;
      if (!row) return [own];
      const rowPlaces: [string, Replace][] = row.properties
        ? placesIn(row, `${prefix}${name}.0.`).map(([where, replace]) => [
            where,
            (body, value) => ({ ...body, [name]: [replace(sampleOf(row, schemas) as Record<string, unknown>, value)] }),
          ])
        : [[`${prefix}${name}.0`, (body, value) => ({ ...body, [name]: [value] })]];
      return [own, ...rowPlaces];
    });
  }
});
