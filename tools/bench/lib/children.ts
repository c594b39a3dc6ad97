import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../start/paths.ts';
import type { Burst, BurstResult } from './generator.ts';

const forkHere = (path: string, args: string[] = []) =>
  fork(join(root, 'tools/bench', path), args, { cwd: join(root, 'tools') });

/** The load generator's process. */
export class Generator {
  private readonly child: ChildProcess = forkHere('lib/generator.ts');

  /** Sends a burst. Throws when a single request was not answered as expected. */
  async send(burst: Burst): Promise<{ answered: number; elapsedMs: number }> {
    this.child.send(burst);
    const [result] = (await once(this.child, 'message')) as [BurstResult];
    if ('failure' in result) throw new Error(result.failure);
    return result;
  }

  stop(): void {
    this.child.kill();
  }
}

/** A server to compare with, in a process of its own. */
export async function startServer(
  name: 'server' | 'save-server',
  databaseUrl: string,
): Promise<{ url: string; pid: number | null; stop: () => Promise<void> }> {
  const child = forkHere(`yardstick/${name}.ts`, [databaseUrl]);
  const exited = once(child, 'exit');
  const [url] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => {
      throw new Error(`The yardstick's ${name} did not start.`);
    }),
  ])) as [string];
  return {
    url,
    pid: child.pid ?? null,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}
