import { ensureAllBuilt, ensureBuilt, type TargetName } from './build.ts';
import { root } from './paths.ts';
import { StepFailed, run } from './step.ts';

const buildable: Record<string, TargetName> = {
  'build:h5': 'h5',
  'build:weapp': 'weapp',
  'build:office': 'office',
  'build:api': 'api',
  'build:verify': 'verifyPage',
};

/**
 * `npm run build` builds what `npm start` serves, `npm run build:weapp` and the like one thing; each only when stale. Anything else is the path of a
 * TypeScript file below tools/ that is run with the remaining words as its arguments.
 */
export async function runNamed([name = '', ...args]: string[]): Promise<void> {
  if (name === 'build') {
    await ensureAllBuilt(['h5', 'api', 'office', 'verifyPage']);
    return;
  }
  const target = buildable[name];
  if (target !== undefined) {
    await ensureBuilt(target);
    console.log(`${name}: up to date`);
    return;
  }
  if (!name.endsWith('.ts')) {
    throw new StepFailed(
      `“${name}” is neither a .ts file below tools/ nor one of ${Object.keys(buildable).join(', ')}.`,
    );
  }
  await run({
    program: process.execPath,
    args: [...process.execArgv, `${root}/tools/${name}`, ...args],
    cwd: 'tools',
    live: true,
  });
}
