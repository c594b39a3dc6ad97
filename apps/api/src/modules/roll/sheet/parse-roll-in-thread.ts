import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseResult } from './roll-sheet.types';

/** A sheet of 5,000 doors reads in about a second; longer than this is not a roll. */
const longestMs = 20_000;
const mostMemoryMb = 512;

/** Threads at work at one time; a third file waits for its turn. */
const threadsAtOnce = 2;
const waiting: (() => void)[] = [];
let atWork = 0;

/**
 * Reads a roll in a thread of its own: a hostile or enormous file can neither block the server's loop nor take its
 * memory. Resolves with what `parseRoll` says; a file that exhausts time or memory is `too_slow`.
 */
export async function parseRollInThread(bytes: Buffer): Promise<ParseResult> {
  if (atWork >= threadsAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else atWork += 1;
  try {
    return await inOneThread(bytes);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}

function inOneThread(bytes: Buffer): Promise<ParseResult> {
  const extension = extname(__filename);
  const worker = new Worker(join(__dirname, `parse-roll-worker${extension}`), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    // From source (tests and `npm run dev`) the thread compiles TypeScript by itself; what is built needs nothing.
    execArgv: extension === '.ts' ? ['-r', require.resolve('@swc-node/register')] : [],
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const settle = (result: ParseResult): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => settle({ kind: 'unreadable', reason: 'too_slow' }), longestMs);
    worker.once('message', (result: ParseResult) => settle(result));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle({ kind: 'unreadable', reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_slow' : 'damaged' }),
    );
  });
}
