import { stopRunningCommands } from './step.ts';

/** What has to be closed at the end, last opened first. */
export class Closing {
  private readonly items: { name: string; close: () => Promise<void> }[] = [];

  add(name: string, close: () => Promise<void>): void {
    this.items.push({ name, close });
  }

  /** Closes everything, even when one of them fails to. */
  async run(): Promise<void> {
    for (const { name, close } of this.items.splice(0).reverse()) {
      await close().catch((error: unknown) => console.error(`${name}没有正常停止：`, error));
    }
  }
}

/**
 * Runs the work until it ends or fails, or until Ctrl-C, SIGTERM or SIGHUP; then closes what it opened and ends the
 * process. Later signals are swallowed: the terminal and the starting script may both pass the same one on.
 */
export async function runUntilStopped(work: (closing: Closing) => Promise<void>): Promise<never> {
  const closing = new Closing();
  let stopping = false;
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopping = true;
        stopRunningCommands();
        resolve('asked');
      });
    }
  });
  const working = work(closing).catch((error: unknown) => {
    // A command that was ended by us is no failure.
    if (!stopping) throw error;
  });
  try {
    await Promise.race([asked, working]);
    if (stopping) console.log('\n正在停止…');
    // A database that was just starting is only known to be closed once its start is over.
    if (stopping) await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  } finally {
    await closing.run();
  }
  if (stopping) console.log('已停止。');
  process.exit(0);
}
