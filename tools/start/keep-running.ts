/** One life of something that may end by itself. */
export interface Life {
  /** Ends when it does, with what it ended with. */
  ended: Promise<string>;
  stop: () => Promise<void>;
}

export interface Kept {
  /** Ends it for good. */
  stop: () => Promise<void>;
}

interface Manner {
  say?: (line: string) => void;
  /** Milliseconds before the first, second … try in a row; the last one goes for all that follow. */
  pauses?: readonly number[];
  /** A life this long was a good one: after it the first try comes at once again. */
  steadyAfterMs?: number;
}

/**
 * Sees to it that something goes on running: when it ends, it is started again, at once at first and with growing pauses
 * when it does not stay. Never gives up: whoever watches the machine sees it in the log, and what it waits for (a disk
 * with room, a database) may come back by itself.
 * @param name for the log
 * @param first the life that has begun already
 * @param again starts the next one; the signal aborts when it is no longer wanted
 */
export function keepRunning(
  name: string,
  first: Life,
  again: (signal: AbortSignal) => Promise<Life>,
  { say = console.log, pauses = [0, 500, 1_000, 2_000, 5_000], steadyAfterMs = 3_000 }: Manner = {},
): Kept {
  const stopping = new AbortController();
  const { signal } = stopping;
  const asked = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const rest = (ms: number) => Promise.race([asked, new Promise((resolve) => setTimeout(resolve, ms))]);
  let life = first;

  async function watch(): Promise<void> {
    for (let tries = 0; !signal.aborted;) {
      const begun = Date.now();
      const how = await Promise.race([asked, life.ended]);
      if (signal.aborted) return;
      if (Date.now() - begun >= steadyAfterMs) tries = 0;
      say(`${name}意外停止了（${how}），正在重新启动…`);
      tries = await bringBack(tries);
    }
  }

  async function bringBack(triesBefore: number): Promise<number> {
    const startedAt = Date.now();
    for (let tries = triesBefore; !signal.aborted; tries += 1) {
      await rest(pauses[Math.min(tries, pauses.length - 1)] ?? 0);
      if (signal.aborted) return tries;
      try {
        life = await again(signal);
        say(`${name}恢复了，用时 ${((Date.now() - startedAt) / 1_000).toFixed(1)} 秒。`);
        return tries + 1;
      } catch (error) {
        if (!signal.aborted) say(`${name}没有启动成功：${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return triesBefore;
  }

  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      await life.stop();
    },
  };
}
