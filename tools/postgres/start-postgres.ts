import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { ensureCluster, readPassword, serverEnvironment, superuser } from './cluster.ts';
import { ensureDatabase } from './databases.ts';
import { takeLease, withLock } from './leases.ts';
import { place, type Placement } from './placement.ts';
import { isFree, nextFreePort } from './ports.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { livesInside, processesInside, processIdentity, waitUntil } from './processes.ts';

export interface PostgresOptions {
  /** Folder for cluster, password and log. Root may be sent elsewhere: see `RunningPostgres.dataDir`. */
  dataDir: string;
  /** First port to try; 5480 by default. A cluster keeps the port it had while that is free. */
  port?: number;
  /** False gives speed for durability: for tests only. */
  fsync?: boolean;
  /** The database to make when it is missing and to name in `url`; `jiati` by default. */
  database?: string;
}

export interface RunningPostgres {
  /** Connection string of `database`, as superuser. */
  url: string;
  /** Connection string of the maintenance database `postgres`. */
  adminUrl: string;
  port: number;
  dataDir: string;
  /** True when a server left by an earlier process was running already. */
  adopted: boolean;
  /** Whether the server's process lives; it may be recovering and not take connections yet. */
  isRunning: () => boolean;
  /** Starts it again after it was killed, on its own port; does nothing while it runs. Throws when the port is taken. */
  revive: () => Promise<void>;
  /** Stops the server (fast shutdown), unless another living process of this machine still uses it. */
  stop: () => Promise<void>;
}

const defaultPort = 5480;
const startTimeoutMs = 60_000;
const stopTimeoutMs = 30_000;

/**
 * Starts the embedded PostgreSQL on 127.0.0.1, or adopts the one that is already running on this data folder, and
 * returns once it accepts connections. The server outlives a killed Node process; the next call finds it again.
 * Throws with the last lines of the server's log when it cannot start.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const placement = place(options.dataDir, findBinaries());
  const { dataDir } = placement;
  return withLock(dataDir, async () => {
    const cluster = realpathSync(ensureCluster(placement));
    const adoptedPort = await adopt(cluster);
    const port = adoptedPort ?? (await launch(cluster, placement, options));
    const giveBack = takeLease(dataDir);
    const address = (database: string) =>
      `postgres://${superuser}:${readPassword(dataDir)}@127.0.0.1:${port}/${database}`;
    const database = options.database ?? 'jiati';
    await ensureDatabase(address('postgres'), database);
    return {
      url: address(database),
      adminUrl: address('postgres'),
      port,
      dataDir,
      adopted: adoptedPort !== null,
      isRunning: () => runsIn(cluster),
      revive: () => withLock(dataDir, () => bringBack(cluster, port, placement, options)),
      stop: () =>
        withLock(dataDir, async () => {
          if (giveBack() === 0) await shutDown(cluster);
        }),
    };
  });
}

/** The port of a server that already runs on the cluster; null when there is none, after clearing what a dead one left. */
async function adopt(cluster: string): Promise<number | null> {
  const found = readPostmasterFile(cluster);
  if (found !== null && livesInside(found.pid, cluster)) {
    const settled = await waitUntil(() => {
      const now = readPostmasterFile(cluster);
      return now === null || now.state === 'ready' || !livesInside(now.pid, cluster);
    }, startTimeoutMs);
    const now = readPostmasterFile(cluster);
    if (now?.state === 'ready' && livesInside(now.pid, cluster)) return now.port;
    if (!settled) throw new Error(`A PostgreSQL (pid ${found.pid}) holds ${cluster} but is neither ready nor gone.`);
  }
  // The children of a killed postmaster notice within a moment; starting beside them would damage the data.
  if (!(await waitUntil(() => processesInside(cluster).length === 0, stopTimeoutMs))) {
    throw new Error(
      `Processes ${processesInside(cluster).join(', ')} still work in ${cluster}. Stop them, then start again.`,
    );
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return null;
}

function runsIn(cluster: string): boolean {
  const file = readPostmasterFile(cluster);
  return file !== null && livesInside(file.pid, cluster);
}

/** As `startPostgres`, but whoever holds a connection string must find the server where it was. */
async function bringBack(cluster: string, port: number, placement: Placement, options: PostgresOptions): Promise<void> {
  const adoptedPort = await adopt(cluster);
  if (adoptedPort === null && !(await isFree(port))) throw new Error(`Port ${port} of the database is taken.`);
  const now = adoptedPort ?? (await launch(cluster, placement, options));
  if (now !== port) throw new Error(`The database came back on port ${now} instead of ${port}. Start again.`);
}

async function launch(cluster: string, placement: Placement, options: PostgresOptions): Promise<number> {
  const log = join(placement.dataDir, 'postgres.log');
  let wanted = rememberedPort(cluster) ?? options.port ?? defaultPort;
  for (let tries = 0; ; tries += 1) {
    const port = await nextFreePort(wanted);
    const child = spawnServer(cluster, placement, { port, fsync: options.fsync ?? true, log });
    if (await becomesReady(child, cluster)) return port;
    // Someone else may have taken the port between our look and the server's bind.
    if (tries >= 5 || (await isFree(port)))
      throw new Error(`The embedded PostgreSQL did not start.\n${lastLines(log)}`);
    wanted = port + 1;
  }
}

function spawnServer(
  cluster: string,
  { nativeDir, user }: Placement,
  { port, fsync, log }: { port: number; fsync: boolean; log: string },
): ChildProcess {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The details of an error repeat the row that was refused.
    log_error_verbosity: 'terse',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const tooLong = existsSync(log) && statSync(log).size > 4_000_000;
  const output = openSync(log, tooLong ? 'w' : 'a', 0o600);
  const child = spawn(
    join(nativeDir, 'bin', 'postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In a session of its own, so that Ctrl-C reaches the API first and the database last.
    { ...user, cwd: cluster, env: serverEnvironment(), stdio: ['ignore', output, output], detached: true },
  );
  closeSync(output);
  child.unref();
  return child;
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const ready = () => {
    const file = readPostmasterFile(cluster);
    return file?.pid === child.pid && file?.state === 'ready';
  };
  await waitUntil(() => ended || ready(), startTimeoutMs);
  return !ended && ready();
}

/** Fast shutdown: sessions are ended, everything is written. If that takes too long, immediate shutdown. */
async function shutDown(cluster: string): Promise<void> {
  const file = readPostmasterFile(cluster);
  if (file === null || !runsIn(cluster)) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(file.pid, signal);
    if (await waitUntil(() => processIdentity(file.pid) === null, stopTimeoutMs)) return;
  }
  throw new Error(`The embedded PostgreSQL (pid ${file.pid}) does not stop.`);
}

/** The port of the last run, from `postmaster.opts`, so that a saved connection string stays right. */
function rememberedPort(cluster: string): number | null {
  try {
    const match = /"port=(\d+)"/.exec(readFileSync(join(cluster, 'postmaster.opts'), 'utf8'));
    return match === null ? null : Number(match[1]);
  } catch {
    return null;
  }
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-12).join('\n') : '(no log)';
}
