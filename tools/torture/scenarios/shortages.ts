import pg from 'pg';
import { newBallot, ways } from '../lib/ballots.ts';
import { isCleanly503, show } from '../lib/client.ts';
import { repeatedOf, type Load } from '../lib/load.ts';
import { mustBe, rest, seconds, type Scenario, type Scene } from '../lib/scenario.ts';
import type { TortureSystem } from '../lib/system.ts';
import { loadOn, mustBeClean } from './deaths.ts';

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

/** Somebody holds the lock of one round and goes away. */
export const lockedRound: Scenario = async ({ system, house, ledger }) => {
  const [stuck, free] = [house.doors[3]!.at(-1)!, house.doors[4]!.at(-1)!];
  const ballots = { stuck: newBallot(stuck, 'for'), free: newBallot(free, 'for') };
  const waited = await system.asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM round_tallies WHERE round_id = $1 FOR UPDATE', [stuck.roundId]);
    const before = performance.now();
    const [refused, taken] = await Promise.all([
      system.clients.send(ways.owner(stuck, ballots.stuck)),
      system.clients.send(ways.owner(free, ballots.free)),
    ]);
    const elapsed = performance.now() - before;
    await client.query('ROLLBACK');
    mustBe(isCleanly503(refused), `a ballot of the locked round: ${show(refused)}`);
    mustBe(taken.status === 201, `a ballot of another round: ${show(taken)}`);
    ledger.add(free, ballots.free, taken);
    return elapsed;
  });
  const again = await system.clients.send(ways.owner(stuck, ballots.stuck));
  mustBe(again.status === 201, `after the lock: ${show(again)}`);
  ledger.add(stuck, ballots.stuck, again);
  return `a locked round: 503 after ${seconds(waited)}, other rounds go on, then its ballot is taken`;
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
