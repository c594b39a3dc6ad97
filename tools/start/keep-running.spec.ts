import { keepRunning, type Life } from './keep-running.ts';

/** Something that ends when it is told to. */
class Part implements Life {
  end!: (how: string) => void;
  ended = new Promise<string>((resolve) => (this.end = resolve));
  stopped = false;
  stop = async () => void (this.stopped = true);
}

const until = async (condition: () => boolean) => {
  for (const deadline = Date.now() + 5_000; !condition();) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('what is kept running', () => {
  it('is started again each time it ends, and ended for good when that is wanted', async () => {
    const lives = [new Part(), new Part(), new Part()];
    const begun = [lives[0]!];
    const kept = keepRunning(
      '服务',
      lives[0]!,
      async () => {
        const next = lives[begun.length]!;
        begun.push(next);
        return next;
      },
      { say: () => undefined, pauses: [0] },
    );
    lives[0]!.end('SIGKILL');
    await until(() => begun.length === 2);
    lives[1]!.end('1');
    await until(() => begun.length === 3);
    await kept.stop();
    expect(lives.map(({ stopped }) => stopped)).toEqual([false, false, true]);
  });

  it('is tried again with growing pauses while it does not start, and says so', async () => {
    const first = new Part();
    const said: string[] = [];
    const tries: number[] = [];
    const kept = keepRunning(
      '服务',
      first,
      async () => {
        tries.push(Date.now());
        if (tries.length < 4) throw new Error('no room on the disk');
        return new Part();
      },
      { say: (line) => said.push(line), pauses: [0, 40, 160] },
    );
    first.end('1');
    await until(() => said.some((line) => line.includes('恢复了')));
    await kept.stop();
    const pauses = tries.slice(1).map((at, index) => at - tries[index]!);
    expect(pauses[0]).toBeGreaterThanOrEqual(35);
    expect(pauses[1]).toBeGreaterThanOrEqual(155);
    expect(pauses[2]).toBeGreaterThanOrEqual(155);
    expect(said[0]).toBe('服务意外停止了（1），正在重新启动…');
    expect(said.filter((line) => line.includes('no room on the disk'))).toHaveLength(3);
  });

  it('gives up a start under way when it is to end', async () => {
    const first = new Part();
    let wasAborted = false;
    const kept = keepRunning(
      '服务',
      first,
      (signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            wasAborted = true;
            reject(signal.reason as Error);
          }),
        ),
      { say: () => undefined, pauses: [0] },
    );
    first.end('1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await kept.stop();
    expect(wasAborted).toBe(true);
  });
});
