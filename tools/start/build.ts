import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { contentHash, isFresh, remember } from './stale.ts';
import { run, runScript, step } from './step.ts';

interface Target {
  title: string;
  folder: string;
  /** Relative to the folder; package.json always counts. */
  sources: string[];
  /** A file that exists once it is built. */
  output: string;
  needs: TargetName[];
  build: () => Promise<unknown>;
}

export type TargetName =
  'rules' | 'contracts' | 'fixtures' | 'verify' | 'verifyPage' | 'api' | 'h5' | 'office' | 'weapp';

const compile = (folder: string) => async () => {
  // Files whose source is gone must not live on.
  rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
  await run({ program: join(root, 'node_modules/.bin/tsc'), args: ['-p', 'tsconfig.build.json'], cwd: folder });
};

const taroSources = ['src', 'config', 'types', 'babel.config.js', 'tsconfig.json', 'project.config.json'];
const production = { NODE_ENV: 'production' };

const targets: Record<TargetName, Target> = {
  rules: packageTarget('packages/rules', []),
  contracts: packageTarget('packages/contracts', ['rules']),
  fixtures: packageTarget('packages/fixtures', []),
  verify: packageTarget('packages/verify', ['rules']),
  verifyPage: {
    title: '核对页',
    folder: 'packages/verify',
    sources: ['src', 'page', 'vite.config.ts'],
    output: 'page/dist/index.html',
    needs: ['rules'],
    build: () => runScript('packages/verify', 'build:page', production),
  },
  api: {
    title: 'API',
    folder: 'apps/api',
    sources: ['src', 'tsconfig.json', 'tsconfig.build.json'],
    output: 'dist/main.js',
    needs: ['rules', 'fixtures', 'verify'],
    build: compile('apps/api'),
  },
  h5: {
    title: 'H5（居民与志愿者）',
    folder: 'apps/mini',
    sources: taroSources,
    output: 'dist/h5/index.html',
    needs: ['rules', 'contracts'],
    build: () => runScript('apps/mini', 'build:h5', production),
  },
  weapp: {
    title: '小程序',
    folder: 'apps/mini',
    sources: taroSources,
    output: 'dist/weapp/app.json',
    needs: ['rules', 'contracts'],
    build: () => runScript('apps/mini', 'build:weapp', production),
  },
  office: {
    title: '办公台',
    folder: 'apps/office',
    sources: ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json'],
    output: 'dist/index.html',
    needs: ['rules', 'contracts'],
    build: () => runScript('apps/office', 'build', production),
  },
};

function packageTarget(folder: string, needs: TargetName[]): Target {
  return {
    title: folder,
    folder,
    sources: ['src', 'tsconfig.build.json'],
    output: 'dist/index.js',
    needs,
    build: compile(folder),
  };
}

function hashOf(name: TargetName): string {
  const { folder, sources, needs } = targets[name];
  const paths = ['package.json', ...sources].map((path) => join(folder, path));
  // The mini-program carries the API's address inside.
  const builtIn = folder === 'apps/mini' ? [process.env.JIATI_API_ORIGIN ?? ''] : [];
  return contentHash(['tsconfig.base.json', 'pnpm-lock.yaml', ...paths], [...needs.map(hashOf), ...builtIn]);
}

const underWay = new Map<TargetName, Promise<void>>();

/** Builds the target when its sources, or those of what it needs, changed since the last build. */
export async function ensureBuilt(name: TargetName): Promise<void> {
  const started = underWay.get(name) ?? buildIfStale(name);
  underWay.set(name, started);
  await started;
}

/** The same for several, two at a time: the machine may be small, and the H5 build alone takes most of a core. */
export async function ensureAllBuilt(names: TargetName[]): Promise<void> {
  const waiting = [...names];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await ensureBuilt(name);
  };
  await Promise.all([worker(), worker()]);
}

async function buildIfStale(name: TargetName): Promise<void> {
  const target = targets[name];
  for (const needed of target.needs) await ensureBuilt(needed);
  const hash = hashOf(name);
  const output = join(root, target.folder, target.output);
  if (isFresh(name, hash) && existsSync(output)) return;
  await step(`构建 ${target.title}`, target.build);
  if (!existsSync(output)) throw new Error(`The build of ${name} left no ${target.folder}/${target.output}.`);
  remember(name, hash);
}
