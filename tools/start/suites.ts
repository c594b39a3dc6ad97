import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheDir, program } from './paths.ts';
import { run, StepFailed } from './step.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
  testResults: { name: string; message: string; status: string }[];
}

const counts = { passed: 0, failed: 0 };

/** What all suites of this run add up to. */
export function totals(): { passed: number; failed: number } {
  return counts;
}

/** Runs the tests of one workspace folder. Throws StepFailed when one fails or is skipped, or when there is none. */
export async function runSuite(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const jest = program(folder, 'jest');
  if (jest === null) throw new StepFailed(`${folder} has a jest.config but not jest.`);
  const reports = join(cacheDir, 'reports');
  const report = join(reports, `${folder.replace('/', '-')}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  let failure: unknown;
  await run({
    program: jest,
    args: ['--json', '--outputFile', report, `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`],
    cwd: folder,
    env: { NODE_ENV: 'test', ...env },
    echo: /^(PASS|FAIL) /,
  }).catch((error: unknown) => (failure = error));
  if (!existsSync(report)) throw failure ?? new StepFailed(`${folder}: jest left no report.`);

  const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  counts.passed += result.numPassedTests;
  // A suite that cannot even be loaded has no failed test of its own, but is one.
  counts.failed += Math.max(result.numFailedTests, result.numFailedTestSuites);
  console.log(`    ${result.numPassedTests} passed, ${result.numFailedTests} failed`);
  if (failure !== undefined) throw failure;
  if (result.numPendingTests + result.numTodoTests > 0) throw new StepFailed(`${folder} has skipped tests.`);
  if (result.numPassedTests === 0) throw new StepFailed(`${folder} has no test that ran.`);
}
