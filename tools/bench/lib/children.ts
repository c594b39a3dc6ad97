import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../start/paths.ts';
import type { Burst, BurstResult } from './generator.ts';

const forkHere = (path: string, args: string[] = []) =>
  fork(join(root, 'tools/bench', path), args, { cwd: join(root, 'tools') });

/** The load generator's process. */
export class Generator {
  private readonly child: ChildProcess = forkHere('lib/generator.ts');

  /** Answers a second. Throws when a single request was not answered as expected. */
  async rateOf(burst: Burst): Promise<number> {
    this.child.send(burst);
    const [result] = (await once(this.child, 'message')) as [BurstResult];
    if ('failure' in result) throw new Error(result.failure);
    return (result.answered / result.elapsedMs) * 1_000;
  }

  stop(): void {
    this.child.kill();
  }
}

/** The yardstick server in a process of its own. */
export async function startYardstick(databaseUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = forkHere('yardstick/server.ts', [databaseUrl]);
  const exited = once(child, 'exit');
  const [url] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => {
      throw new Error('The yardstick server did not start.');
    }),
  ])) as [string];
  return {
    url,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

/** Resident memory in MiB of the API this process started; null where `ps` cannot say. */
export function apiMemoryMib(): number | null {
  try {
    const lines = execFileSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' }).split('\n');
    for (const line of lines) {
      const [parent, kib] = line.trim().split(/\s+/);
      if (Number(parent) === process.pid && line.includes('apps/api/dist/main.js')) return Number(kib) / 1_024;
    }
  } catch {
    // A machine without ps: the table then leaves the memory out.
  }
  return null;
}
