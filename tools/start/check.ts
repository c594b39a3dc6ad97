import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAllBuilt } from './build.ts';
import { checkDrift } from './drift.ts';
import { checkLockfile } from './lockfile.ts';
import { cacheDir, root } from './paths.ts';
import { run, step } from './step.ts';

const bin = (name: string) => join(root, 'node_modules/.bin', name);

const typescriptProjects = [
  'packages/rules',
  'packages/contracts',
  'packages/fixtures',
  'apps/api',
  'apps/mini',
  'apps/office',
  'tools',
  'e2e',
];

/** `npm run check`: everything that can be said about the code without running it, cheapest first. */
export async function check(): Promise<void> {
  await ensureAllBuilt(['contracts', 'fixtures']);
  await step('format (prettier)', () =>
    run({
      program: bin('prettier'),
      args: ['--check', '.', '--cache', '--cache-location', join(cacheDir, 'prettier'), '--log-level', 'warn'],
    }),
  );
  await step('lint (eslint)', () =>
    run({
      program: bin('eslint'),
      args: [
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        join(cacheDir, 'eslint'),
        '--cache-strategy',
        'content',
      ],
    }),
  );
  for (const folder of typescriptProjects) {
    if (existsSync(join(root, folder, 'tsconfig.json'))) await step(`types (${folder})`, () => checkTypes(folder));
  }
  await step('boundaries (dependency-cruiser)', () =>
    run({ program: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tools'] }),
  );
  await step('lockfile', async () => checkLockfile());
  await step('secrets (secretlint)', () => run({ program: bin('secretlint'), args: ['**/*'] }));
  await checkDrift();
}

async function checkTypes(folder: string): Promise<void> {
  const stamp = join(cacheDir, 'types', `${folder.replace('/', '-')}.tsbuildinfo`);
  await run({
    program: bin('tsc'),
    args: ['-p', 'tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', stamp],
    cwd: folder,
  });
}
