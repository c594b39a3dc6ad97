import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** What may be deleted at any time: build stamps, reports, the test database. */
export const cacheDir = join(root, '.cache');

/** What must be kept: the embedded database, the keys, the demo password. */
export const dataDir = process.env.JIATI_DATA_DIR ?? join(root, '.data');

/** The program a workspace folder got from one of its dependencies, or null when it has none of that name. */
export function program(folder: string, name: string): string | null {
  const path = join(root, folder, 'node_modules/.bin', name);
  return existsSync(path) ? path : null;
}
