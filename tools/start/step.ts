import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './paths.ts';

/** A step that did not pass; its output stands above. */
export class StepFailed extends Error {}

const running = new Set<ChildProcess>();

/** Ends whatever commands are under way: for a run that is interrupted. */
export function stopRunningCommands(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs one named piece of work and prints its name and the seconds it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`· ${name} …`);
  try {
    const result = await work();
    console.log(`✓ ${name}  ${seconds()}`);
    return result;
  } catch (error) {
    console.log(`✗ ${name}  ${seconds()}`);
    throw error;
  }
}

export interface Command {
  program: string;
  args?: string[];
  /** Working directory, relative to the checkout. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** True prints while it runs; false keeps the output for the case of failure. */
  live?: boolean;
  /** Lines to print at once all the same, so that a long command shows that it moves. */
  echo?: RegExp;
}

/** Runs a command to its end and returns what it printed. Throws StepFailed when it exits with anything but 0. */
export async function run({ program, args = [], cwd = '.', env = {}, live = false, echo }: Command): Promise<string> {
  const child = spawn(program, args, {
    cwd: `${root}/${cwd}`,
    env: { ...process.env, ...env },
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  if (echo !== undefined && child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (echo.test(line)) console.log(`    ${line}`);
    });
  }
  const ended = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code === 0 ? 'ok' : `exit ${code ?? signal}`));
  }).finally(() => running.delete(child));
  const text = Buffer.concat(output).toString('utf8');
  if (ended !== 'ok') {
    if (!live) process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    throw new StepFailed(`${[program.replace(`${root}/`, ''), ...args].join(' ')} (in ${cwd}): ${ended}`);
  }
  return text;
}

/** Runs a script of a workspace folder's package.json. */
export async function runScript(folder: string, script: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return run({ program: 'npm', args: ['run', '--silent', script], cwd: folder, env });
}
