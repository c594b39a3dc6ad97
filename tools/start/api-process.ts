import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';
import { run } from './step.ts';

export interface ApiOptions {
  databaseUrl: string;
  port: number;
  host?: string;
  env?: NodeJS.ProcessEnv;
  /** `inherit` shows the log on this terminal; a file descriptor sends it there; by default it is not kept. */
  log?: 'inherit' | 'ignore' | number;
  /** Gives up starting. */
  signal?: AbortSignal;
}

export interface RunningApi {
  url: string;
  pid: number;
  /** Ends when the API does, with what it ended with. */
  ended: Promise<string>;
  stop: () => Promise<void>;
}

const apiEntry = join(root, 'apps/api/dist/main.js');
/**
 * A limit of half a gigabyte is far above what the API needs; told of it, Node collects garbage at about 1.5 times what
 * is in use instead of four times, and the process stays below 300 MB under load.
 */
const memory = '--max-old-space-size=512';
const readyTimeoutMs = 60_000;
const stopTimeoutMs = 15_000;

/** Runs a command of the API (`migrate`, `seed-demo`, …) against a database and returns what it printed. */
export async function apiCommand(databaseUrl: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return run({
    program: process.execPath,
    args: [join(root, 'apps/api/dist/commands.js'), ...args],
    env: { DATABASE_URL: databaseUrl, ...env },
  });
}

/**
 * Starts the built API, serving the built H5 and console too, and returns once it is ready. One that does not become
 * ready is stopped.
 */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const { databaseUrl, port, host = '127.0.0.1', env = {}, log = 'ignore' } = options;
  const follow = pathToFileURL(join(root, 'tools/start/follow-parent.mjs')).href;
  const child = spawn(process.execPath, [memory, '--enable-source-maps', '--import', follow, apiEntry], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      // The server never sees the owner's password.
      MIGRATION_DATABASE_URL: '',
      HOST: host,
      PORT: String(port),
      H5_DIR: join(root, 'apps/mini/dist/h5'),
      OFFICE_DIR: join(root, 'apps/office/dist'),
      VERIFY_DIR: join(root, 'packages/verify/page/dist'),
      ...env,
    },
    stdio: ['ignore', log, log, 'ipc'],
    // Out of reach of the terminal's Ctrl-C: it is stopped in order, before the database.
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`${code ?? signal}`));
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await becomesReady(child, url, ended, options.signal);
  } catch (error) {
    await stop(child, ended);
    throw error;
  }
  return { url, pid: child.pid!, ended, stop: () => stop(child, ended) };
}

async function becomesReady(
  child: ChildProcess,
  url: string,
  ended: Promise<string>,
  signal?: AbortSignal,
): Promise<void> {
  let over: string | undefined;
  void ended.then((how) => (over = how));
  // Until it says that it listens, whoever answers at this address is somebody else.
  let isListening = false;
  child.once('message', () => (isListening = true));
  const deadline = Date.now() + readyTimeoutMs;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    if (over !== undefined) throw new Error(`The API ended while starting (${over}).`);
    const answer = isListening ? await fetch(`${url}/api/health/ready`).catch(() => null) : null;
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The API was not ready within a minute.');
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const tooLate = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(tooLate);
}
