import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Cron } from 'croner';
import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { extname, join } from 'node:path';
import { AppConfig } from '../../config';
import { NightlyCheck } from './nightly-check';

/** When nobody votes. */
export const AT_NIGHT = { pattern: '0 3 * * *', timezone: 'Asia/Shanghai' } as const;

/** Long enough for the first pages to be served before a second process wants the processor. */
const DEMO_AFTER_MS = 20_000;
const LOW_PRIORITY = 10;

/**
 * Runs `nightly-check` every night, in the demo also shortly after a start. In a process of its own: a town's chains are
 * many, and nobody's ballot shall wait for them.
 */
@Injectable()
export class NightlySchedule implements OnApplicationShutdown {
  private readonly logger = new Logger('nightly-check');
  private job: Cron | undefined;
  private first: NodeJS.Timeout | undefined;
  private child: ChildProcess | undefined;

  constructor(
    private readonly check: NightlyCheck,
    private readonly config: AppConfig,
  ) {}

  /** Begins to wait for the night. */
  start(): void {
    const { pattern, timezone } = AT_NIGHT;
    this.job = new Cron(pattern, { timezone, unref: true, protect: true }, () => this.run());
    if (this.config.JIATI_DEMO) this.first = setTimeout(() => void this.run(), DEMO_AFTER_MS).unref();
  }

  onApplicationShutdown(): void {
    this.job?.stop();
    clearTimeout(this.first);
    this.child?.kill();
  }

  /** What the check prints stands in the server's own output. */
  private async run(): Promise<void> {
    // A database that is away for the moment is no reason to start a process; the command itself asks again.
    const isDone = await this.check.isDoneToday().catch(() => true);
    if (isDone || this.child) return;
    const child = fork(join(__dirname, `../../commands${extname(__filename)}`), ['nightly-check'], {
      stdio: 'inherit',
    });
    this.child = child;
    child.once('spawn', () => setPriority(child.pid!, LOW_PRIORITY));
    const ended = await new Promise<number | string | null>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(code ?? signal));
    });
    this.child = undefined;
    if (ended !== 0) this.logger.error(`ended with ${ended}`);
  }
}
