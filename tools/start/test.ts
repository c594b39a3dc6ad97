import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAllBuilt } from './build.ts';
import { check } from './check.ts';
import { ensureChromium } from './chromium.ts';
import { root } from './paths.ts';
import { runSuite, totals } from './suites.ts';
import { step } from './step.ts';
import { runUntilStopped } from './until-stopped.ts';

/** The folders with tests, in the order of how soon they can tell that something is wrong. */
const suites = [
  'packages/rules',
  'packages/contracts',
  'packages/fixtures',
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
    try {
      await ensureAllBuilt(['h5', 'api', 'office', 'contracts']);
      if (only.length === 0) await check();
      await ensureAllBuilt(['weapp']);
      const chromium = await ensureChromium();
      const chosen = only.length === 0 ? suites : only;
      for (const folder of chosen.filter(hasTests)) {
        await step(`tests (${folder})`, () => runSuite(folder, { CHROMIUM_PATH: chromium }));
      }
    } finally {
      const { passed, failed } = totals();
      console.log(`\nwhole run ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
      console.log(`${passed} passed, ${failed} failed`);
    }
  });
}

function hasTests(folder: string): boolean {
  return ['cjs', 'mjs', 'js'].some((ending) => existsSync(join(root, folder, `jest.config.${ending}`)));
}
