import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAllBuilt } from './build.ts';
import { checkDrift } from './drift.ts';
import { checkLockfile, checkPins } from './lockfile.ts';
import { cacheDir, root } from './paths.ts';
import { checkSecrets } from './secret-scan.ts';
import { run, step } from './step.ts';

const bin = (name: string) => join(root, 'node_modules/.bin', name);

const typescriptProjects = [
  'packages/rules',
  'packages/contracts',
  'packages/fixtures',
  'packages/verify',
  'apps/api',
  'apps/mini',
  'apps/office',
  'tools',
  'e2e',
];

/** `npm run check`: everything that can be said about the code without running it. */
export async function check(): Promise<void> {
  await ensureAllBuilt(['contracts', 'fixtures', 'verify']);
  await inPairs([
    ['lint (eslint)', lint],
    ['format (prettier)', checkFormat],
    ...typescriptProjects
      .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
      .map((folder): NamedWork => [`types (${folder})`, () => checkTypes(folder)]),
    ['boundaries (dependency-cruiser)', checkBoundaries],
    ['lockfile', async () => (checkPins(), checkLockfile())],
    ['secrets (secretlint)', () => checkSecrets()],
  ]);
  await checkDrift();
}

type NamedWork = [name: string, work: () => Promise<unknown>];

/** Two steps at a time; after the first that fails no further one is begun. */
async function inPairs(steps: NamedWork[]): Promise<void> {
  const waiting = [...steps];
  let failed = false;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
      await step(...next).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const results = await Promise.allSettled([worker(), worker()]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

// No cache: a rule about promises looks into other files than the one it speaks of.
async function lint(): Promise<void> {
  await run({ program: bin('eslint'), args: ['.', '--max-warnings', '0'] });
}

async function checkFormat(): Promise<void> {
  const cache = ['--cache', '--cache-location', join(cacheDir, 'prettier'), '--cache-strategy', 'content'];
  await run({ program: bin('prettier'), args: ['--check', '.', '--log-level', 'warn', ...cache] });
}

async function checkBoundaries(): Promise<void> {
  await run({ program: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tools'] });
}

async function checkTypes(folder: string): Promise<void> {
  const stamp = join(cacheDir, 'types', `${folder.replace('/', '-')}.tsbuildinfo`);
  await run({
    program: bin('tsc'),
    args: ['-p', 'tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', stamp],
    cwd: folder,
  });
}
