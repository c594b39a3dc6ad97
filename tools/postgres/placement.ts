import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Binaries } from './binaries.ts';

/** Under which system user the server runs, and where its programs and files are. */
export interface Placement {
  /** Null when the server runs as the user who started Node. */
  user: { uid: number; gid: number } | null;
  nativeDir: string;
  dataDir: string;
}

const sharedDir = '/var/lib/jiati';

/**
 * Decides where the server runs. PostgreSQL refuses to run as root, so root hands it to `postgres` or `nobody`; where
 * that user cannot reach the checkout (a private home), programs and data live under /var/lib/jiati instead.
 */
export function place(wantedDataDir: string, binaries: Binaries): Placement {
  const wanted = resolve(wantedDataDir);
  if (process.getuid?.() !== 0) {
    mkdirSync(wanted, { recursive: true });
    return { user: null, nativeDir: binaries.nativeDir, dataDir: wanted };
  }
  const account = unprivilegedUser();
  const dataDir = canEnter(wanted, account) ? wanted : join(sharedDir, ownName(wanted));
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const user = ownerOfCluster(dataDir) ?? account;
  const nativeDir = canRun(binaries.nativeDir, user) ? binaries.nativeDir : copyBinaries(binaries);
  return { user, nativeDir, dataDir };
}

/** True when the user may walk down to the folder (or to the nearest parent that exists already). */
export function canEnter(folder: string, user: { uid: number; gid: number }): boolean {
  let path = folder;
  while (!existsSync(path)) path = dirname(path);
  for (;;) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
    path = dirname(path);
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

/** A cluster made by another user of this machine keeps running as that user, so its files stay readable to both. */
function ownerOfCluster(dataDir: string): { uid: number; gid: number } | null {
  const cluster = join(dataDir, 'cluster');
  if (!existsSync(cluster)) return null;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? null : { uid, gid };
}

function canRun(nativeDir: string, user: { uid: number; gid: number }): boolean {
  return spawnSync(join(nativeDir, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', env: {} }).status === 0;
}

function copyBinaries({ nativeDir, version }: Binaries): string {
  const target = join(sharedDir, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(sharedDir, { recursive: true, mode: 0o755 });
  cpSync(nativeDir, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, target);
  return target;
}

/** Two checkouts on one machine must not share a database. */
function ownName(folder: string): string {
  return `${basename(folder).replace(/^\./, '')}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

/** Gives a file or folder to the user the server runs as. */
export function giveTo(path: string, user: Placement['user']): void {
  if (user !== null) chownSync(path, user.uid, user.gid);
}
