import { randomUUID } from 'node:crypto';
import { OVER_THE_HILLS, type Answer, type TestApi } from '../harness';
import { askingOf, send, urlOf, type Asking, type Route } from '../surface/asking';
import { OPERATIONS } from '../surface/operations';
import { Surface } from '../surface/surface';
import { PRINCIPALS, World, type Principal } from '../surface/world';
import { footprintOf } from './footprint';
import { leavesOf, replacedAt, valueAt } from './places';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The new row's own id, which whoever makes it chooses. */
const NEW_ID = 'body.id';

/** What is meant for everybody: an address on a poster, a public count, asking any office to look at a claim. */
const FOR_EVERYBODY = [
  'readPublicStairwell path.code',
  'readBundle path.id',
  'checkReceipt path.code',
  'createBinding body.stairwellCode',
];
/** Two whose remit is everywhere. */
const hasASayThere = (who: Principal, { method, path }: Route): boolean =>
  (who === 'auditor' && method === 'GET') || (who === 'operator' && path.startsWith('/api/people'));

/** How a name is refused where that is no 404: the words fit better, and there is nothing to be learnt from them. */
const REFUSED_OTHERWISE: Record<string, string[]> = {
  [NEW_ID]: ['id_reused', 'account_id_reused', 'person_unknown'],
  'body.stairwellCode': ['wrong_slip'],
  'body.challengeId': ['passkey_refused', 'passkey_not_added'],
  'body.remits.0.town': ['remit_elsewhere'],
  'body.remits.0.neighbourhood': ['remit_elsewhere'],
  'body.householdId': ['not_assigned'],
  'path.id': ['not_assigned'],
};

describe('somebody else’s', () => {
  let surface: Surface;
  let api: TestApi;
  let home: World;
  let hills: World;
  let routes: Record<string, Route>;
  beforeAll(async () => {
    surface = await Surface.begin();
    ({ api, world: home, routes } = surface);
    hills = await World.begin(api, OVER_THE_HILLS);
  });
  afterAll(() => surface.stop());

  /** Where a request names something: rows by their id, doors by their code, offices by their place. */
  const namesIn = ({ route, ask: { path = {}, query, body } }: Asking): string[] => {
    const inAddress = Object.entries(path).filter(([name]) => route.path.includes(`{${name}}`));
    const isName = (where: string, value: unknown) =>
      (typeof value === 'string' && UUID.test(value)) ||
      /(^path\.c|stairwellC)ode$/.test(where) ||
      value === home.at.town ||
      value === home.at.neighbourhood;
    return leavesOf({ path: Object.fromEntries(inAddress), query, body })
      .filter(([where, value]) => isName(where, value))
      .map(([where]) => where)
      .filter((where) => !FOR_EVERYBODY.includes(`${route.operation.operationId} ${where}`));
  };
  const nobodys = (value: unknown) => (UUID.test(String(value)) ? randomUUID() : 'NQSVCH');
  const gist = ({ status, body }: Answer) => `${status} ${body?.code ?? JSON.stringify(body)}`;
  const isRefused = (where: string, { status, body }: Answer) =>
    status === 404 || (status >= 400 && REFUSED_OTHERWISE[where]?.includes(body.code) === true);

  /** One of each role that succeeds with what is their own; for a public route all are the same nobody. */
  const askersOf = (operation: string): Principal[] => {
    const { answers } = OPERATIONS[operation]!;
    if (answers.anonymous < 300) return ['anonymous'];
    const byRole = new Map(PRINCIPALS.filter((who) => answers[who] < 300).map((who) => [home.actor(who)!.role, who]));
    return [...new Set([...byRole.values(), ...(answers.owner < 300 ? (['owner'] as const) : [])])];
  };

  describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
    it('named in one’s own request is answered as if it did not exist, and stays as it was', async () => {
      const route = routes[operation]!;
      for (const who of askersOf(operation).filter((each) => !hasASayThere(each, route))) {
        const own = await askingOf(route, home, who);
        const names = namesIn(own);
        if (names.length === 0) continue;
        const theirs = await askingOf(route, hills, who);
        if (names.includes(NEW_ID)) expect((await send(api, theirs)).status).toBeLessThan(300);
        const naming = (where: string, value: unknown) => send(api, own, replacedAt(own.ask, where, value));

        const before = await footprintOf(api.dataSource);
        for (const where of names) {
          const value = valueAt(theirs.ask, where);
          const answer = await naming(where, value);
          expect(isRefused(where, answer) || { who, where, answer: gist(answer) }).toBe(true);
          if (where === NEW_ID) continue;
          expect({ who, where, answer: gist(await naming(where, nobodys(value))) }).toEqual({
            who,
            where,
            answer: gist(answer),
          });
        }
        expect(await footprintOf(api.dataSource)).toEqual(before);

        expect({ who, status: (await send(api, own)).status }).toEqual({
          who,
          status: OPERATIONS[operation]!.answers[who],
        });
      }
    });
  });

  it('rows are in nobody’s lists, whatever is asked for', async () => {
    const { place, roundId } = hills.story;
    const ids = { ...place, roundId, householdId: hills.household, actorId: hills.actor('officer')!.accountId };
    const known: Record<string, string> = { ...ids, subjectId: hills.household } as never;
    let looked = 0;
    for (const route of Object.values(routes).filter(
      ({ method, operation }) => method === 'GET' && !operation['x-access'].includes('public'),
    )) {
      const filters = (route.operation.parameters ?? []).filter(
        ({ in: where, name }) => where === 'query' && name in known,
      );
      for (const who of askersOf(route.operation.operationId).filter(
        (each) => each !== 'auditor' && each !== 'operator',
      )) {
        const asking = await askingOf(route, home, who);
        for (const query of [undefined, ...filters.map(({ name }) => ({ [name]: known[name]! }))]) {
          const { status, bytes } = await send(api, { ...asking, ask: { ...asking.ask, query } });
          const text = bytes.toString('utf8');
          const found = [...Object.values(ids), OVER_THE_HILLS.neighbourhood].filter(
            (each) => typeof each === 'string' && text.includes(each),
          );
          const url = urlOf(route, { ...asking.ask, query });
          expect({ who, url, status: status < 500, found }).toEqual({ who, url, status: true, found: [] });
          looked += 1;
        }
      }
    }
    expect(looked).toBeGreaterThan(100);
  });
});
