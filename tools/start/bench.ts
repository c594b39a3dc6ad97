import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAllBuilt } from './build.ts';
import { root } from './paths.ts';
import { run, step } from './step.ts';

/** `npm run bench [name]`: runs tools/bench/<name>.ts, or all of them in the order of their names. */
export async function bench([only]: string[]): Promise<void> {
  const folder = join(root, 'tools/bench');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .sort()
    : [];
  const chosen = files.filter((name) => only === undefined || name === `${only}.ts`);
  if (chosen.length === 0) {
    console.log(
      only === undefined ? 'There is no measurement in tools/bench yet.' : `tools/bench/${only}.ts does not exist.`,
    );
    process.exit(only === undefined ? 0 : 2);
  }
  await ensureAllBuilt(['h5', 'api', 'office', 'verifyPage']);
  for (const name of chosen) {
    await step(name, () =>
      run({ program: process.execPath, args: [...process.execArgv, join(folder, name)], cwd: 'tools', live: true }),
    );
  }
}
