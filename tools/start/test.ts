import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAllBuilt } from './build.ts';
import { check } from './check.ts';
import { ensureChromium } from './chromium.ts';
import { root } from './paths.ts';
import { runSuite, totals } from './suites.ts';
import { step, StepFailed } from './step.ts';
import { runUntilStopped } from './until-stopped.ts';

/** The folders with tests, in the order of how soon they can tell that something is wrong. */
const suites = [
  'packages/rules',
  'packages/contracts',
  'packages/fixtures',
  'packages/verify',
  'tools',
  'apps/office',
  'apps/api',
  'apps/mini',
  'e2e',
];

/**
 * `npm test`: builds what is stale, checks, runs every suite, and ends with the line `N passed, N failed`. Stops at the
 * first step that fails. `npm test -- apps/api e2e` runs only those suites, without the checks.
 */
export async function test(only: string[]): Promise<void> {
  const startedAt = Date.now();
  await runUntilStopped(async () => {
    let failedStep = 0;
    try {
      await runAll(only);
    } catch (error) {
      failedStep = 1;
      console.error(error instanceof StepFailed ? `\n${error.message}` : error);
    }
    const { passed, failed } = totals();
    console.log(`\nwhole run ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
    // The last line, for people and programs; a step that failed before any test of it ran counts as one.
    console.log(`${passed} passed, ${Math.max(failed, failedStep)} failed`);
    if (failedStep > 0) process.exit(1);
  });
}

async function runAll(only: string[]): Promise<void> {
  await ensureAllBuilt(['h5', 'api', 'office', 'verifyPage', 'contracts']);
  if (only.length === 0) await check();
  await ensureAllBuilt(['weapp']);
  const chromium = await ensureChromium();
  for (const folder of (only.length === 0 ? suites : only).filter(hasTests)) {
    await step(`tests (${folder})`, () => runSuite(folder, { CHROMIUM_PATH: chromium }));
  }
}

function hasTests(folder: string): boolean {
  return ['cjs', 'mjs', 'js'].some((ending) => existsSync(join(root, folder, `jest.config.${ending}`)));
}
