import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nextFreePort } from '../postgres/index.ts';
import { ensureAllBuilt } from './build.ts';
import { openDatabase } from './database.ts';
import { startProxy } from './dev-proxy.ts';
import { program, root } from './paths.ts';
import { prepareServer } from './server-environment.ts';
import { StepFailed } from './step.ts';
import { runUntilStopped, type Closing } from './until-stopped.ts';
import { wechatForDemo } from './wechat-for-demo.ts';

interface Watched {
  name: string;
  program: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

const terminalCodes = new RegExp(String.raw`\u001b\[[0-9;]*[A-Za-z]`, 'g');
// webpack's progress bar and its list of every module, several times over.
const noise =
  /█|\[built\]|即将开始|^\s*(assets?|modules|orphan|runtime|cacheable|javascript|css|data:|\.\/|\+ \d+|after|recording|sealing) ?/;

/** `npm run dev`: database, and all three apps from their sources behind one port; each reloads when it is edited. */
export async function dev(): Promise<void> {
  await runUntilStopped(async (closing) => {
    await ensureAllBuilt(['api']);
    const database = await openDatabase();
    closing.add('数据库', database.stop);
    const prepared = await prepareServer(database);
    const wechat = await wechatForDemo(prepared);
    closing.add('微信替身', wechat.stop);
    const env = { ...prepared, ...wechat.env, DATABASE_URL: database.url, MIGRATION_DATABASE_URL: '' };

    const port = await nextFreePort(Number(process.env.PORT || 4780));
    const api = await nextFreePort(port + 1);
    const office = await nextFreePort(api + 1);
    const h5 = await nextFreePort(office + 1);
    const ended = [apiFromSource(api, env), officeFromSource(office, port), h5FromSource(h5)].map((one) =>
      watch(one, closing),
    );
    closing.add('端口', await startProxy(port, { '/api': api, '/office': office, '/': h5 }));
    console.log(
      `\n  http://127.0.0.1:${port}/  http://127.0.0.1:${port}/office/  http://127.0.0.1:${port}/api\n  按 Ctrl-C 停止。\n`,
    );
    throw new StepFailed(await Promise.race(ended));
  });
}

function apiFromSource(port: number, env: NodeJS.ProcessEnv): Watched {
  const loader = ['--require', '@swc-node/register'];
  return {
    name: 'api',
    program: process.execPath,
    // The same TypeScript the tests run: decorator metadata included, packages from their sources.
    args: ['--watch', '--watch-preserve-output', '-C', 'source', ...loader, 'src/main.ts'],
    cwd: 'apps/api',
    env: { ...env, PORT: String(port), LOG_LEVEL: process.env.LOG_LEVEL ?? 'info' },
  };
}

function officeFromSource(port: number, proxyPort: number): Watched {
  return {
    name: 'office',
    program: need('apps/office', 'vite'),
    args: ['--port', String(port), '--strictPort', '--host', '127.0.0.1'],
    cwd: 'apps/office',
    env: { JIATI_API: `http://127.0.0.1:${proxyPort}` },
  };
}

function h5FromSource(port: number): Watched {
  return {
    name: 'h5',
    program: need('apps/mini', 'taro'),
    // For the mini-program itself: `taro build --type weapp --watch` in apps/mini (its config sets mini.debugReact,
    // without which Taro rewrites react/package.json inside node_modules).
    args: ['build', '--type', 'h5', '--watch', '--port', String(port), '--no-check'],
    cwd: 'apps/mini',
    env: { NODE_ENV: 'development', BROWSER: 'none' },
  };
}

function need(folder: string, name: string): string {
  const path = program(folder, name);
  if (path === null) throw new StepFailed(`${folder} has no ${name}.`);
  return path;
}

/** Starts it and puts its name before each line it prints. Resolves when it ends by itself. */
function watch({ name, program, args, cwd, env }: Watched, closing: Closing): Promise<string> {
  const child = spawn(program, args, {
    cwd: join(root, cwd),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts itself ends with it.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString('utf8').split(/[\r\n]+/)) {
        const text = line.replace(terminalCodes, '').trimEnd();
        if (text.trim() !== '' && !noise.test(text)) console.log(`[${name}] ${text}`);
      }
    });
  }
  const ended = new Promise<string>((resolve) => child.once('exit', (code) => resolve(`${name} ended (${code}).`)));
  closing.add(name, async () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  });
  return ended;
}
