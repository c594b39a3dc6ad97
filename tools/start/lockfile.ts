import { readdirSync, readFileSync } from 'node:fs';
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

const EXACT = /^(\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?|workspace:\*|catalog:)$/;
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

type Manifest = Partial<Record<(typeof KINDS)[number], Record<string, string>>>;

/** Refuses a dependency that is not one exact version: tomorrow's install must bring what today's tests ran with. */
export function checkPins(manifests: Record<string, Manifest> = readManifests()): void {
  const loose = Object.entries(manifests).flatMap(([file, manifest]) =>
    KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${file}: ${name} ${version}`),
  );
  if (loose.length > 0) throw new StepFailed(`Not pinned to one version:\n${loose.join('\n')}`);
}

/** Every package.json of the workspace, and the catalogue of shared versions as one more. */
function readManifests(): Record<string, Manifest> {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  const files = ['', ...folders, 'tools', 'e2e'].map((folder) => join(folder, 'package.json'));
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
  return { ...Object.fromEntries(files.map((file) => [file, read(file)])), catalog: { dependencies: readCatalog() } };
}

function readCatalog(): Record<string, string> {
  const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const block = /^catalog:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? '';
  const lines = [...block.matchAll(/^ {2}'?([^':]+)'?: (.+)$/gm)];
  return Object.fromEntries(lines.map(([, name = '', version = '']) => [name, version]));
}
