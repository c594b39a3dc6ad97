import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger } from '../lib/ballots.ts';
import { show } from '../lib/client.ts';
import { limitFiles } from '../lib/file-limit.ts';
import { buildHouse } from '../lib/house.ts';
import { repeatedOf } from '../lib/load.ts';
import { assertNothingLost } from '../lib/nothing-lost.ts';
import { mustBe, rest, seconds, type Scenario, type Sizes } from '../lib/scenario.ts';
import { TortureSystem } from '../lib/system.ts';
import { loadOn, mustBeClean } from './deaths.ts';
import { backAfter } from './shortages.ts';

/** The ballots find no room for another page, until somebody makes some; what is stored can be read all the time. */
export const fullDisk: Scenario = async (scene) => {
  if (process.platform !== 'linux') return 'disk full: NOT TRIED, only Linux has prlimit';
  const { system, house, sizes } = scene;
  const load = loadOn(scene);
  await load.more(20);
  const makeRoom = await limitFiles(system, await outgrowTheLog(system));
  const before = load.seen.acknowledged;
  await load.everyoneRefused();
  await rest(sizes.shortageMs);
  const inBetween = load.seen.acknowledged - before;
  const { roundId, householdId } = house.doors[3]![0]!;
  const path = `/api/rounds/${roundId}/households/${householdId}/ballot-paper`;
  const read = await system.clients.send({ method: 'GET', path, token: house.officer, office: true });
  mustBe(read.status === 200, `reading while the disk is full: ${show(read)}`);
  await makeRoom();
  const recovery = await backAfter(scene, load);
  const seen = await load.stop();
  mustBeClean(seen);
  return `disk full for ${seconds(sizes.shortageMs)} (${inBetween} ballots still found room, reading goes on): sent again: ${repeatedOf(seen)}; longest wait ${seconds(seen.slowestMs)}; ready again after ${seconds(recovery)}`;
};

/** Four of them leave no room for a ballot on a page of 8 KiB. */
const ROW_BYTES = 2_000;

/**
 * PostgreSQL without room for its log goes down, which is another story (see `smallDisk`). So that a limit can stop the
 * ballots and not the log, their table is made larger than a segment of the log, by rows that are taken back and whose
 * room is not cleared.
 * @returns the limit
 */
async function outgrowTheLog(system: TortureSystem): Promise<number> {
  return system.asOwner(async (client) => {
    const { rows } = await client.query<{ bytes: number }>(
      `SELECT setting::int AS bytes FROM pg_settings WHERE name = 'wal_segment_size'`,
    );
    const { bytes } = rows[0]!;
    await client.query('ALTER TABLE ballots SET (autovacuum_enabled = false)');
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO ballots
       SELECT large.* FROM (SELECT b AS row FROM ballots b LIMIT 1) one, generate_series(1, $1::int) n,
         jsonb_populate_record(one.row, jsonb_build_object(
           'id', gen_random_uuid(), 'seq', 1000000 + n, 'receipt_code', 'no receipt ' || n,
           'signer_name', repeat('x', $2 - pg_column_size(one.row)))) large`,
      [Math.ceil(bytes / ROW_BYTES), ROW_BYTES],
    );
    await client.query('ROLLBACK');
    return bytes;
  });
}

const DISK_MIB = 256;

/**
 * A whole disk without room, for the database's log too: it goes down and cannot even start before somebody makes some.
 * On a file system of its own in memory, which only root may mount; elsewhere it says so.
 */
export async function smallDisk(disk: string, sizes: Sizes): Promise<string> {
  mkdirSync(disk, { recursive: true, mode: 0o755 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=0755`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true, force: true });
    return 'disk full, the log too: NOT TRIED, this user may not mount a small file system';
  }
  try {
    return await fillUp(disk, sizes);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function fillUp(disk: string, sizes: Sizes): Promise<string> {
  const system = await TortureSystem.start(join(disk, 'data'));
  try {
    const house = await system.asOwner((client) =>
      buildHouse(client, system.clients, [1, 1, 1, ...Array<number>(sizes.loadStairwells).fill(12)]),
    );
    const scene = { system, house, ledger: new Ledger(), sizes };
    const load = loadOn(scene);
    await load.more(100);
    const before = load.seen.acknowledged;
    const makeRoom = keepFull(disk);
    await load.everyoneRefused();
    // The log wants a new file, and there is no room for one.
    await system.asOwner((client) => client.query('SELECT pg_switch_wal()')).catch(() => undefined);
    await system.until(async () => !(await system.isReady()), 'The database did not go down without room for its log');
    await rest(sizes.shortageMs);
    mustBe(!(await system.isReady()), 'the database is up without room for its log');
    const inBetween = load.seen.acknowledged - before;
    makeRoom();
    const recovery = await backAfter(scene, load);
    const seen = await load.stop();
    mustBeClean(seen);
    const kept = await assertNothingLost(system, scene.ledger);
    await system.allIsWell();
    return `disk full for ${seconds(sizes.shortageMs)}, the log too (${inBetween} ballots still found room): sent again: ${repeatedOf(seen)}; longest wait ${seconds(seen.slowestMs)}; ready again after ${seconds(recovery)}; ${kept} acknowledged ballots, none lost`;
  } finally {
    await system.stop();
  }
}

/** @returns makes room */
function keepFull(disk: string): () => void {
  const ballast = join(disk, 'ballast');
  const fill = () => {
    const { bavail, bsize } = statfsSync(disk);
    try {
      writeFileSync(ballast, Buffer.alloc(Math.max(bavail * bsize, 1)), { flag: 'a' });
    } catch {
      // To the brim: that was the purpose.
    }
  };
  fill();
  const filling = setInterval(fill, 500);
  return () => {
    clearInterval(filling);
    rmSync(ballast);
  };
}
