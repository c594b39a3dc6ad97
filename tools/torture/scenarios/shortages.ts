import pg from 'pg';
import { newBallot, ways } from '../lib/ballots.ts';
import { isCleanly503, show, together, type Answer } from '../lib/client.ts';
import { repeatedOf, type Load } from '../lib/load.ts';
import { mustBe, rest, seconds, type Scenario, type Scene } from '../lib/scenario.ts';
import type { TortureSystem } from '../lib/system.ts';
import { loadOn, MOST_WAIT_MS, mustBeClean } from './deaths.ts';

/** Other clients of the database hold every connection it has. */
export const noConnections: Scenario = async (scene) => {
  const { system, sizes } = scene;
  const load = loadOn(scene);
  await load.more(30);
  const hoard = await takeEveryConnection(system);
  const probe = await system.clients.send({ method: 'GET', path: '/api/health/ready' });
  mustBe(isCleanly503(probe), `not ready must be said as 503: ${show(probe)}`);
  await load.everyoneRefused();
  await rest(sizes.shortageMs);
  await Promise.all(hoard.map((client) => client.end().catch(() => undefined)));
  const recovery = await backAfter(scene, load);
  const seen = await load.stop();
  mustBeClean(seen);
  return `every connection taken (${hoard.length}): sent again: ${repeatedOf(seen)}; ready again after ${seconds(recovery)}`;
};

/** Ends the API's connections and is quicker to take their place, until it has none. */
async function takeEveryConnection(system: TortureSystem): Promise<pg.Client[]> {
  const hoard: pg.Client[] = [];
  const take = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: system.server.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      hoard.push(client);
      return true;
    } catch {
      return false;
    }
  };
  await take();
  for (let tries = 0; tries < 200; tries += 1) {
    const taken = await Promise.all(Array.from({ length: 10 }, take));
    if (taken.some(Boolean)) continue;
    const { rowCount } = await hoard[0]!.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'jiati_app'`,
    );
    if (rowCount === 0) return hoard;
  }
  throw new Error('The API could not be kept from its connections.');
}

/** Somebody holds the lock of one round, in which everybody is casting, and goes away. */
export const lockedRound: Scenario = async ({ system, house, ledger, sizes }) => {
  const stuck = house.doors[1]!.map((door) => ({ door, body: newBallot(door, 'for') }));
  const free = { door: house.doors[4]!.at(-1)!, body: newBallot(house.doors[4]!.at(-1)!, 'for') };
  const cast = ({ door, body }: typeof free) => system.clients.send(ways.owner(door, body));
  const taken = ({ door, body }: typeof free, answer: Answer) => {
    mustBe(answer.status === 201, `a ballot of another round, or after the lock: ${show(answer)}`);
    ledger.add(door, body, answer);
  };
  const longest = await system.asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM round_tallies WHERE round_id = $1 FOR UPDATE', [stuck[0]!.door.roundId]);
    const before = performance.now();
    const refusals = together(stuck, sizes.clients, cast);
    taken(free, await cast(free));
    for (const answer of await refusals) mustBe(isCleanly503(answer), `a ballot of the locked round: ${show(answer)}`);
    const elapsed = performance.now() - before;
    await client.query('ROLLBACK');
    return elapsed;
  });
  mustBe(longest <= MOST_WAIT_MS, `somebody waited ${seconds(longest)} for an answer`);
  const again = await together(stuck, sizes.clients, cast);
  stuck.forEach((ballot, index) => taken(ballot, again[index]!));
  return `a locked round: ${stuck.length} × 503, the last after ${seconds(longest)}, other rounds go on, then its ballots are taken`;
};

/** Somebody holds all ballots. */
export const lockedBallots: Scenario = async (scene) => {
  const { system, sizes } = scene;
  const load = loadOn(scene);
  await load.more(20);
  const locked = await system.asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE ballots IN ACCESS EXCLUSIVE MODE');
    const since = performance.now();
    await Promise.all([load.everyoneRefused(), rest(sizes.shortageMs)]);
    await client.query('ROLLBACK');
    return performance.now() - since;
  });
  const recovery = await backAfter(scene, load);
  const seen = await load.stop();
  mustBeClean(seen);
  return `all ballots locked for ${seconds(locked)}: sent again: ${repeatedOf(seen)}; longest wait ${seconds(seen.slowestMs)}; ready again after ${seconds(recovery)}`;
};

/** @returns milliseconds until ballots were taken again, by itself */
export async function backAfter({ system, sizes }: Scene, load: Load): Promise<number> {
  const before = performance.now();
  await system.until(() => system.isReady());
  await load.more(30);
  const recovery = performance.now() - before;
  mustBe(recovery <= sizes.mostRecoveryMs, `back only after ${seconds(recovery)}`);
  return recovery;
}
