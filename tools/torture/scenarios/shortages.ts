import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Ledger, newBallot, ways } from '../lib/ballots.ts';
import { isCleanly503, type Answer } from '../lib/client.ts';
import { buildHouse } from '../lib/house.ts';
import { repeatedOf } from '../lib/load.ts';
import { assertNothingLost } from '../lib/nothing-lost.ts';
import { mustBe, seconds, type Scenario, type Scene } from '../lib/scenario.ts';
import { TortureSystem } from '../lib/system.ts';
import { loadOn, mustBeClean } from './deaths.ts';

const show = ({ status, body }: Answer) => `${status} ${JSON.stringify(body)}`;
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Other clients of the database hold every connection it has. */
export const noConnections: Scenario = async (scene) => {
  const { system, sizes } = scene;
  const load = loadOn(scene);
  await load.more(30);
  const hoard = await takeEveryConnection(system);
  const probe = await system.clients.send({ method: 'GET', path: '/api/health/ready' });
  mustBe(isCleanly503(probe), `not ready must be said as 503: ${show(probe)}`);
  await rest(sizes.shortageMs);
  await Promise.all(hoard.map((client) => client.end().catch(() => undefined)));
  const recovery = await backAfter(scene, load);
  const seen = await load.stop();
  mustBeClean(seen);
  mustBe((seen.repeated['503'] ?? 0) > 0, 'nobody was refused');
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
  await system.asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE ballots IN ACCESS EXCLUSIVE MODE');
    await rest(sizes.shortageMs);
    await client.query('ROLLBACK');
  });
  const recovery = await backAfter(scene, load);
  const seen = await load.stop();
  mustBeClean(seen);
  mustBe((seen.repeated['503'] ?? 0) > 0, 'nobody was refused');
  return `all ballots locked for ${seconds(sizes.shortageMs)}: sent again: ${repeatedOf(seen)}; ready again after ${seconds(recovery)}`;
};

async function backAfter({ system, sizes }: Scene, load: ReturnType<typeof loadOn>): Promise<number> {
  const before = performance.now();
  await system.until(() => system.isReady());
  await load.more(30);
  const recovery = performance.now() - before;
  mustBe(recovery <= sizes.mostRecoveryMs, `back only after ${seconds(recovery)}`);
  return recovery;
}

const DISK_MIB = 256;

/**
 * The disk fills up under a running system, and somebody makes room. On a file system of its own in memory, which only
 * root may mount; elsewhere it says so.
 */
export async function fullDisk(disk: string, sizes: Scene['sizes']): Promise<string> {
  mkdirSync(disk, { recursive: true, mode: 0o755 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=0755`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true, force: true });
    return 'disk full: NOT TRIED, this user may not mount a small file system';
  }
  try {
    return await fillUp(disk, sizes);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function fillUp(disk: string, sizes: Scene['sizes']): Promise<string> {
  const system = await TortureSystem.start(join(disk, 'data'));
  try {
    const house = await system.asOwner((client) =>
      buildHouse(client, system.clients, [1, 1, 1, ...Array<number>(sizes.loadStairwells).fill(12)]),
    );
    const scene = { system, house, ledger: new Ledger(), sizes };
    const load = loadOn(scene);
    await load.more(100);
    const ballast = join(disk, 'ballast');
    const fill = () => {
      const { bavail, bsize } = statfsSync(disk);
      try {
        writeFileSync(ballast, Buffer.alloc(Math.max(bavail * bsize, 1)), { flag: 'a' });
      } catch {
        // To the brim: that was the purpose.
      }
    };
    const before = load.seen.acknowledged;
    for (const end = Date.now() + sizes.shortageMs; Date.now() < end; await rest(500)) fill();
    const inBetween = load.seen.acknowledged - before;
    rmSync(ballast);
    const recovery = await backAfter(scene, load);
    const seen = await load.stop();
    mustBeClean(seen);
    mustBe((seen.repeated['503'] ?? 0) > 0, 'the disk was full and nobody was refused');
    const kept = await assertNothingLost(system, scene.ledger);
    await system.allIsWell();
    return `disk full for ${seconds(sizes.shortageMs)} (${inBetween} ballots still found room): sent again: ${repeatedOf(seen)}; ready again after ${seconds(recovery)}; ${kept} acknowledged ballots, none lost`;
  } finally {
    await system.stop();
  }
}
