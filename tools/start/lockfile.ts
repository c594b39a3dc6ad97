import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { StepFailed } from './step.ts';

/**
 * Refuses a lockfile that could bring in anything but what the registry published under that hash: every package must
 * carry a sha512 and none an address of its own (a tarball, a git repository, a folder).
 */
export function checkLockfile(text = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')): void {
  const packages = text.slice(text.indexOf('\npackages:\n'), text.indexOf('\nsnapshots:\n'));
  const resolutions = [...packages.matchAll(/^ {4}resolution: (.*)$/gm)].map(([, resolution = '']) => resolution);
  const bad = resolutions.filter((resolution) => !/^\{integrity: sha512-[A-Za-z0-9+/]+=*\}$/.test(resolution));
  if (resolutions.length === 0) throw new StepFailed('pnpm-lock.yaml lists no packages.');
  if (bad.length > 0) throw new StepFailed(`pnpm-lock.yaml resolves outside the registry:\n${bad.join('\n')}`);
}
