import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processes.ts';

/**
 * Runs the work while no other process of ours starts or stops the same server. The lock names its holder, so one
 * left behind by a killed process is taken over at once.
 */
export async function withLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const path = join(dataDir, 'supervisor.lock');
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (claim(path)) break;
    if (!isAlive(readIdentity(path))) rmSync(path, { force: true });
    else if (Date.now() > deadline) throw new Error(`Another process has held ${path} for two minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function claim(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, processIdentity(process.pid) ?? '');
    return true;
  } catch (error) {
    // A full disk has room for a name and none for words: a lock that names nobody would be held for ever.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

let taken = 0;

/**
 * Says that this process uses the server, so that another user's `stop()` leaves it running.
 * Returns the function that gives the lease back and tells how many living users are left.
 */
export function takeLease(dataDir: string): () => number {
  const folder = join(dataDir, 'leases');
  mkdirSync(folder, { recursive: true });
  taken += 1;
  const path = join(folder, `${process.pid}-${taken}`);
  writeFileSync(path, processIdentity(process.pid) ?? '');
  return () => {
    rmSync(path, { force: true });
    return livingLeases(folder);
  };
}

function livingLeases(folder: string): number {
  let living = 0;
  for (const name of readdirSync(folder)) {
    if (isAlive(readIdentity(join(folder, name)))) living += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return living;
}

function readIdentity(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function isAlive(identity: string | null): boolean {
  // An unreadable or empty file is one being written this very moment, or one given back: neither is proof of death.
  if (identity === null || identity === '') return true;
  return processIdentity(Number(identity.split(':')[0])) === identity;
}
