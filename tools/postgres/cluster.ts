import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, type Placement } from './placement.ts';

/** The superuser of an embedded server. The password is made at random and kept beside the cluster. */
export const superuser = 'jiati';

/**
 * Returns the folder of the cluster, made on first use. It is made under another name and renamed when whole, so a
 * start that is interrupted never leaves half a database behind. Throws with the reason when initdb fails.
 */
export function ensureCluster(placement: Placement): string {
  const { dataDir, nativeDir, user } = placement;
  const cluster = join(dataDir, 'cluster');
  if (existsSync(cluster)) {
    refuseForeignCluster(cluster, placement);
    return cluster;
  }

  const unfinished = join(dataDir, 'cluster.unfinished');
  const passwordFile = join(dataDir, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 });
  giveTo(unfinished, user);
  giveTo(passwordFile, user);

  const run = spawnSync(
    join(nativeDir, 'bin', 'initdb'),
    // The builtin C.UTF-8 sorts by code point on every machine: an index never depends on the system's locale.
    [
      ...['-D', unfinished, '-U', superuser, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ],
    { ...user, cwd: dataDir, env: serverEnvironment(), encoding: 'utf8' },
  );
  if (run.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const reason = run.error?.message ?? `${run.stderr}`.trim();
    throw new Error(`The embedded PostgreSQL could not make its data folder ${cluster}: ${reason}`);
  }
  renameSync(unfinished, cluster);
  return cluster;
}

/** The password `ensureCluster` made. */
export function readPassword(dataDir: string): string {
  return readFileSync(join(dataDir, 'password'), 'utf8').trim();
}

/** A clean environment: the caller's PG* variables and a Chinese locale both change what the programs do. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function refuseForeignCluster(cluster: string, { user }: Placement): void {
  const me = user?.uid ?? process.getuid?.();
  const owner = statSync(cluster).uid;
  if (me !== undefined && owner !== me) {
    throw new Error(
      `The data folder ${cluster} belongs to another system user (uid ${owner}). Start as that user or as root, or move the folder away.`,
    );
  }
}
