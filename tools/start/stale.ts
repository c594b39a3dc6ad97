import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir, root } from './paths.ts';

const neverBuilt = /(\.spec\.tsx?$|^node_modules$|^dist$|^\.)/;

/** A digest of files and folders (relative to the checkout); tests are left out, they do not end up in what is built. */
export function contentHash(paths: string[], more: string[] = []): string {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  for (const part of more) hash.update(part);
  return hash.digest('hex');
}

function addTo(hash: Hash, path: string): void {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) if (!neverBuilt.test(name)) addTo(hash, join(path, name));
  } else {
    hash.update(`${path}\0`).update(readFileSync(full));
  }
}

const stampOf = (name: string) => join(cacheDir, 'build', name);

/** True when the thing was last made from exactly these sources. */
export function isFresh(name: string, hash: string): boolean {
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === hash;
}

/** Remembers from which sources the thing was made. */
export function remember(name: string, hash: string): void {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), hash);
}
