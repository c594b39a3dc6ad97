// The front door of `npm start`, `npm test`, `npm run …`: plain JavaScript without any dependency, so that it runs on a
// fresh machine. It checks Node, installs what the lockfile names when that changed, and hands over to main.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const pnpm = 'pnpm@10.34.8';

requireNode(20, 19);
install();
handOver(process.argv.slice(2));

/** Node 20.19 is the first that lets CommonJS load ES modules, which the API relies on. */
function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  console.error(
    `需要 Node.js ${major}.${minor} 或更新的版本，这台机器上是 ${process.versions.node}。请从 https://nodejs.org 安装新版后再试。`,
  );
  console.error(
    `Node.js ${major}.${minor} or newer is needed; this machine has ${process.versions.node}. Please install a newer one from https://nodejs.org and try again.`,
  );
  process.exit(1);
}

/** Installs the locked dependencies when there are none yet, or when the lockfile is not the one last installed. */
function install() {
  const remembered = join(root, 'node_modules/.jiati-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .update(readFileSync(join(root, 'pnpm-workspace.yaml')))
    .digest('hex');
  if (existsSync(remembered) && readFileSync(remembered, 'utf8') === wanted) return;

  console.log('正在安装依赖（第一次约需一到三分钟）…');
  const startedAt = Date.now();
  // A question nobody is there to answer must not stop the install.
  const args = ['-y', pnpm, 'install', '--frozen-lockfile', '--prod=false', '--config.confirmModulesPurge=false'];
  const run = spawnSync('npx', args, { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) {
    console.error('依赖没有装好，原因见上面的输出。请检查网络后再试。');
    console.error('The dependencies could not be installed; the reason is above.');
    process.exit(run.status ?? 1);
  }
  writeFileSync(remembered, wanted);
  console.log(`依赖已就绪，用时 ${((Date.now() - startedAt) / 1000).toFixed(1)} 秒。`);
}

function handOver(args) {
  const loader = pathToFileURL(join(root, 'tools/node_modules/@swc-node/register/esm/esm-register.mjs')).href;
  const child = spawn(process.execPath, ['--import', loader, join(root, 'tools/start/main.ts'), ...args], {
    // The TypeScript loader reads the tsconfig.json of the working directory.
    cwd: join(root, 'tools'),
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; a service manager only to this one. The child stops once, however often it hears.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
