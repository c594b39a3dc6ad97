import { execFile } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPostmasterFile } from '../../postgres/postmaster-file.ts';
import { processesInside, processIdentity } from '../../postgres/processes.ts';
import type { TortureSystem } from './system.ts';

const execute = promisify(execFile);

/**
 * Lets no session of a running PostgreSQL write a file beyond so many bytes, those that begin later included. It ignores
 * SIGXFSZ on purpose, so that this is to it as a disk without room. Its helpers are spared: the checkpointer writes into
 * room that a file has already, which no full disk refuses. By `prlimit` (util-linux), as the user the server runs as,
 * who needs no other right for it.
 * @returns gives the room back
 */
export async function limitFiles(system: TortureSystem, bytes: number): Promise<() => Promise<void>> {
  const cluster = realpathSync(join(system.server.dataDir, 'cluster'));
  const postmaster = readPostmasterFile(cluster)!.pid;
  const { uid, gid } = statSync(cluster);
  const asServer = process.getuid?.() === 0 ? { uid, gid } : {};
  const prlimit = (pid: number, ...args: string[]) => execute('prlimit', [`--pid=${pid}`, ...args], asServer);
  const set = async (pids: number[], softLimit: string) => {
    for (const pid of pids) {
      await prlimit(pid, `--fsize=${softLimit}:`).catch((error: unknown) => {
        if (processIdentity(pid) !== null) throw error;
      });
    }
  };
  const usual = await prlimit(postmaster, '--fsize', '--output=SOFT', '--raw', '--noheadings');
  const helpers = await system.asOwner(async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type <> 'client backend'`,
    );
    return rows.map(({ pid }) => pid);
  });
  // Sessions inherit it: whoever is listed after it was told misses none.
  await set([postmaster], `${bytes}`);
  await set(
    processesInside(cluster).filter((pid) => !helpers.includes(pid)),
    `${bytes}`,
  );
  return async () => {
    await set([postmaster], usual.stdout.trim());
    await set(processesInside(cluster), usual.stdout.trim());
  };
}
