import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseResult } from './roll-sheet.types';

/** A sheet of 5,000 doors reads in about a second; longer than this is not a roll. */
const longestMs = 20_000;
const mostMemoryMb = 512;
/** A thread that has had nothing to do for so long is let go. */
const idleMs = 10_000;

/** Threads at work at one time; a third file waits for its turn. */
const threadsAtOnce = 2;
const waiting: (() => void)[] = [];
const idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
let atWork = 0;

/**
 * Reads a roll in a thread of its own: a hostile or enormous file can neither block the server's loop nor take its
 * memory. Resolves with what `parseRoll` says; a file that exhausts time or memory is `too_slow`.
 */
export async function parseRollInThread(bytes: Buffer): Promise<ParseResult> {
  if (atWork >= threadsAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else atWork += 1;
  try {
    return await read(takeWorker(), bytes);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}

function read(worker: Worker, bytes: Buffer): Promise<ParseResult> {
  return new Promise((resolve) => {
    const settle = (result: ParseResult, isWell: boolean): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed);
      if (isWell) keep(worker);
      else letGo(worker);
      resolve(result);
    };
    const answered = (result: ParseResult): void => settle(result, true);
    const failed = (error: NodeJS.ErrnoException): void => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_slow' : 'damaged';
      settle({ kind: 'unreadable', reason }, false);
    };
    const timer = setTimeout(() => settle({ kind: 'unreadable', reason: 'too_slow' }, false), longestMs);
    worker.once('message', answered).once('error', failed);
    worker.postMessage(new Uint8Array(bytes));
  });
}

function takeWorker(): Worker {
  const kept = idle.pop();
  if (kept) {
    clearTimeout(kept.timer);
    kept.worker.ref();
    return kept.worker;
  }
  const extension = extname(__filename);
  return new Worker(join(__dirname, `parse-roll-worker${extension}`), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    // From source (tests and `npm run dev`) the thread compiles TypeScript by itself; what is built needs nothing.
    execArgv: extension === '.ts' ? ['-r', require.resolve('@swc-node/register')] : [],
  });
}

/** Holds a thread for the next file, without holding up the end of the process. */
function keep(worker: Worker): void {
  worker.unref();
  idle.push({ worker, timer: setTimeout(() => letGo(worker), idleMs).unref() });
}

function letGo(worker: Worker): void {
  const at = idle.findIndex((each) => each.worker === worker);
  if (at >= 0) idle.splice(at, 1);
  worker.on('error', () => undefined);
  void worker.terminate();
}
