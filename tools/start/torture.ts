import { join } from 'node:path';
import { ensureAllBuilt } from './build.ts';
import { root } from './paths.ts';
import { run } from './step.ts';

/** `npm run torture [-- --short] [-- name …]`: tools/torture against the built API, on a database of its own. */
export async function torture(args: string[]): Promise<void> {
  await ensureAllBuilt(['api']);
  const main = join(root, 'tools/torture/main.ts');
  await run({ program: process.execPath, args: [...process.execArgv, main, ...args], cwd: 'tools', live: true });
}
