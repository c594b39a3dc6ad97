import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.ts';
import { run, step, StepFailed } from './step.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser for the tests: CHROMIUM_PATH, or one of the usual places; null when there is none. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new StepFailed(`CHROMIUM_PATH is ${given}, but there is no such file.`);
    return given;
  }
  return usualPlaces.find((path) => existsSync(path)) ?? null;
}

/**
 * Finds a browser or fetches one: Debian's package as root, otherwise the build of the npm package
 * `@sparticuz/chromium`, kept in the cache folder. Returns its path; throws with advice when neither works.
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Chromium and Chinese fonts (apt-get, a few minutes)', installDebianPackages);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return step('Chromium (@sparticuz/chromium from npm)', fetchFromNpm).catch((error: unknown) => {
      throw new StepFailed(`No browser for the tests: install chromium, or set CHROMIUM_PATH. (${String(error)})`);
    });
  }
  throw new StepFailed('No browser for the tests: install chromium, or set CHROMIUM_PATH to one.');
}

async function installDebianPackages(): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run({ program: 'apt-get', args: ['update'], env });
  await run({
    program: 'apt-get',
    args: ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'poppler-utils'],
    env,
  });
}

/** The package is meant for Lambda: it unpacks the browser and the system libraries it needs into the temporary folder. */
async function fetchFromNpm(): Promise<string> {
  const folder = join(cacheDir, 'chromium');
  const unpacked = join(folder, 'unpacked');
  const launcher = join(folder, 'chromium');
  await run({
    program: 'npm',
    args: ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '@sparticuz/chromium@143.0.4'],
  });
  mkdirSync(unpacked, { recursive: true });
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const unpack = `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
  await run({
    program: process.execPath,
    args: ['--input-type=module', '-e', unpack],
    env: { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: unpacked },
  });
  const libraries = `${unpacked}/al2023/lib`;
  writeFileSync(launcher, `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${unpacked}/chromium' "$@"\n`, {
    mode: 0o755,
  });
  return launcher;
}
