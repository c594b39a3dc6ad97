import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { testKeys } from './vault';

const root = resolve(__dirname, '../..');

/** The API as a process of its own, from its sources. */
export class ServerProcess {
  private text = '';
  private readonly listeners = new Set<() => void>();
  readonly exit: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    this.exit = new Promise((resolve) => child.once('close', (code) => resolve(code))); // after its last word is read
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        this.text += chunk.toString();
        this.listeners.forEach((look) => look());
      });
    }
  }

  /** Starts it as the demo, on a free port; it may be told otherwise. */
  static start(environment: Record<string, string>): ServerProcess {
    return new ServerProcess(
      spawn(process.execPath, ['-C', 'source', '--require', '@swc-node/register', 'src/main.ts'], {
        cwd: root,
        env: { PATH: process.env.PATH, LOG_LEVEL: 'info', PORT: '0', JIATI_DEMO: '1', ...testKeys, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Where it listens, once it does. */
  async url(): Promise<string> {
    const [, url = ''] = await this.until(/Jiati listens on (\S+)/);
    return url;
  }

  /** The first match in what it has said, as soon as there is one. */
  until(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((found) => {
      const look = () => {
        const match = pattern.exec(this.text);
        if (match) found(match);
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Everything that has been read of what it said; all of it once it has ended. */
  output(): string {
    return this.text;
  }

  /** The lines of all it said until now: its words come through a pipe, so it is asked once more and that answer awaited. */
  async lines(): Promise<string[]> {
    const answer = await fetch(`${await this.url()}/api/nowhere`);
    const { requestId } = (await answer.json()) as { requestId: string };
    await this.until(new RegExp(`${requestId}.*request completed`));
    return this.text.split('\n');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
