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
    this.exit = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
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

  /** Everything it has said so far. */
  output(): string {
    return this.text;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
