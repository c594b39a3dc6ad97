import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { appAddress, nextFreePort, startPostgres, type RunningPostgres } from '../../postgres/index.ts';
import { readPostmasterFile } from '../../postgres/postmaster-file.ts';
import { apiCommand, startApi, type RunningApi } from '../../start/api-process.ts';
import { keepRunning, type Kept } from '../../start/keep-running.ts';
import { keepPostgres } from '../../start/kept-postgres.ts';
import { keptLog } from '../../start/kept-log.ts';
import { scratchKeys } from '../../start/scratch-system.ts';
import { Clients } from './client.ts';

/** Longer than anything takes to come back by itself, however busy the machine is. */
const GIVE_UP_MS = 120_000;
const MOST_CLIENTS = 256;

/**
 * The built system as `npm start` runs it, under the same supervision, on a PostgreSQL of its own with fsync: it may be
 * killed as often as one likes and harms nobody.
 */
export class TortureSystem {
  readonly clients: Clients;
  private kept: Kept[] = [];
  /** How each life of the API ended. */
  readonly apiEnds: string[] = [];
  /** What the supervision said. */
  readonly said: string[] = [];

  private constructor(
    readonly server: RunningPostgres,
    readonly url: string,
    private readonly env: Record<string, string>,
    private readonly log: ReturnType<typeof keptLog>,
    private api: RunningApi,
  ) {
    this.clients = new Clients(url, MOST_CLIENTS);
  }

  /** @param dataDir an empty folder, deleted at the end */
  static async start(dataDir: string): Promise<TortureSystem> {
    const server = await startPostgres({ dataDir, port: 5_980 });
    const env = {
      ...scratchKeys(),
      // One proxy stands before the server: each receipt is asked for from another address.
      ...{
        JIATI_DEMO: '1',
        LOG_LEVEL: 'warn',
        H5_DIR: '',
        OFFICE_DIR: '',
        VERIFY_DIR: '',
        TRUSTED_HOPS: '1',
        NIGHTLY_CHECK: '0',
      },
    };
    const log = keptLog();
    try {
      await apiCommand(appAddress(server.url), ['migrate'], { ...env, MIGRATION_DATABASE_URL: server.url });
      const port = await nextFreePort(4_990);
      const startAt = (signal?: AbortSignal) =>
        startApi({ databaseUrl: appAddress(server.url), port, env, log: log.descriptor, signal });
      const api = await startAt();
      const system = new TortureSystem(server, api.url, env, log, api);
      system.supervise(startAt);
      return system;
    } catch (error) {
      console.error(log.read());
      log.remove();
      await server.stop();
      throw error;
    }
  }

  private supervise(startAt: (signal: AbortSignal) => Promise<RunningApi>): void {
    const say = (line: string) => void this.said.push(line);
    const note = (api: RunningApi) => {
      this.api = api;
      void api.ended.then((how) => this.apiEnds.push(how));
      return api;
    };
    const keptApi = keepRunning('API', note(this.api), async (signal) => note(await startAt(signal)), { say });
    this.kept = [keepPostgres(this.server, say), keptApi];
  }

  /** A connection of whoever owns everything, for what is done behind the API's back. */
  async asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.server.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** @returns milliseconds until it could do its work again, by itself */
  async killApi(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<number> {
    const { pid } = this.api;
    const before = performance.now();
    process.kill(pid, signal);
    await this.until(async () => this.api.pid !== pid && (await this.isReady()));
    return performance.now() - before;
  }

  /** The same for the postmaster. */
  async killPostgres(): Promise<number> {
    const cluster = join(this.server.dataDir, 'cluster');
    const pid = readPostmasterFile(cluster)?.pid;
    if (pid === undefined) throw new Error('PostgreSQL is not running.');
    const before = performance.now();
    process.kill(pid, 'SIGKILL');
    await this.until(async () => readPostmasterFile(cluster)?.pid !== pid && (await this.isReady()));
    return performance.now() - before;
  }

  async isReady(): Promise<boolean> {
    const answer = await this.clients.send({ method: 'GET', path: '/api/health/ready' }).catch(() => null);
    return answer?.status === 200;
  }

  /**
   * @param otherwise what to say when it does not happen
   * @returns how long it took
   */
  async until(condition: () => Promise<boolean>, otherwise = 'It did not come back'): Promise<number> {
    const before = performance.now();
    while (!(await condition())) {
      if (performance.now() - before > GIVE_UP_MS)
        throw new Error(`${otherwise} in ${GIVE_UP_MS / 1_000} s.\n${this.said.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return performance.now() - before;
  }

  /** What `recount` and `verify` say in the end. Throws when they find anything. */
  async allIsWell(): Promise<string> {
    const said = ['recount', 'verify'].map((name) => apiCommand(appAddress(this.server.url), [name], this.env));
    return (await Promise.all(said)).map((lines) => lines.trim()).join(' ');
  }

  /** Lines the API logged that are no refusals it means to give: defects. */
  defects(): string[] {
    return this.log
      .read()
      .split('\n')
      .filter((line) => line.includes('"code":"unexpected"'));
  }

  /** What the API wrote beside its log: why it went down. */
  lastWords(): string {
    const lines = this.log.read().split('\n');
    return lines
      .filter((line) => !line.startsWith('{'))
      .slice(-60)
      .join('\n');
  }

  async stop(): Promise<void> {
    for (const kept of this.kept.reverse()) await kept.stop();
    this.clients.close();
    this.log.remove();
    rmSync(this.server.dataDir, { recursive: true, force: true });
  }
}
