import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import {
  appAddress,
  nextFreePort,
  startPostgres,
  withClient,
  withDatabase,
  type RunningPostgres,
} from '../postgres/index.ts';
import { apiCommand, startApi, type RunningApi } from './api-process.ts';
import { keptLog } from './kept-log.ts';
import type { WechatStandIn } from '../stand-ins/index.ts';
import { cacheDir } from './paths.ts';
import { wechatForDemo } from './wechat-for-demo.ts';

export interface ScratchDatabase {
  /** As the API connects. */
  url: string;
  /** As superuser. */
  ownerUrl: string;
  drop: () => Promise<void>;
}

export interface ScratchSystem {
  /** Where API, H5 and console answer. */
  url: string;
  /** The database as its owner, to look behind the API's back. */
  ownerUrl: string;
  /** The WeChat that the API asks; null when it was given an AppID or is no demo. */
  wechat: WechatStandIn | null;
  /** What the API logged so far; empty unless `keepLog` was asked for. */
  log: () => string;
  /** Runs a command of the API on this system's database, with its keys. */
  command: (args: string[]) => Promise<string>;
  stop: () => Promise<void>;
}

/** Keys for one run, whose data nobody wants afterwards. */
export const scratchKeys = (): Record<'SECRET_KEY' | 'DATA_KEY', string> => ({
  SECRET_KEY: randomBytes(32).toString('base64'),
  DATA_KEY: randomBytes(32).toString('base64'),
});

/** An empty database of its own on the test server (no fsync) or on the one given, for one run. */
export async function scratchDatabase(given?: RunningPostgres): Promise<ScratchDatabase> {
  const server = given ?? (await startPostgres({ dataDir: join(cacheDir, 'test-postgres'), port: 5580, fsync: false }));
  // The name holds the pid: what a killed run leaves behind is removed before the next API tests.
  const name = `jiati_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const statement = (sql: string) => withClient(server.adminUrl, (client) => client.query(sql));
  await statement(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  const ownerUrl = withDatabase(server.adminUrl, name);
  return {
    url: appAddress(ownerUrl),
    ownerUrl,
    drop: async () => {
      await statement(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
      if (!given) await server.stop();
    },
  };
}

/**
 * The whole built system on a database and a port of its own: migrated, with the demo seeded when asked. The builds
 * must be there already (`npm test` and `npm run bench` see to that).
 * @param options.demo seeds the demo's people and stairwells; off by default
 * @param options.env more variables for the API
 * @param options.server another PostgreSQL than the test server, which stays running afterwards
 * @param options.keepLog keeps the API's log to be read, instead of showing it
 */
export async function scratchSystem(
  options: { demo?: boolean; env?: NodeJS.ProcessEnv; keepLog?: boolean; server?: RunningPostgres } = {},
): Promise<ScratchSystem> {
  const database = await scratchDatabase(options.server);
  const given = {
    // Nobody's real neighbours are in it, seeded or not.
    JIATI_DEMO: '1',
    ...scratchKeys(),
    LOG_LEVEL: 'error',
    // A second process would disturb what is measured.
    NIGHTLY_CHECK: '0',
    ...options.env,
  };
  const wechat = await wechatForDemo(given);
  const env = { ...given, ...wechat.env };
  const asOwner = { ...env, MIGRATION_DATABASE_URL: database.ownerUrl };
  const log = options.keepLog === true ? keptLog() : null;
  let api: RunningApi | undefined;
  try {
    await apiCommand(database.url, ['migrate'], asOwner);
    if (options.demo === true) await apiCommand(database.url, ['seed-demo'], env);
    // Suites that run side by side begin to look in different places: a port is only taken once the server listens.
    const port = await nextFreePort(4880 + 50 * Number(process.env.JEST_WORKER_ID ?? 0));
    api = await startApi({ databaseUrl: database.url, port, env, log: log?.descriptor ?? 'inherit' });
  } catch (error) {
    if (log) console.error(log.read());
    log?.remove();
    await wechat.stop();
    await database.drop();
    throw error;
  }
  const running = api;
  return {
    url: running.url,
    ownerUrl: database.ownerUrl,
    wechat: wechat.standIn,
    log: () => log?.read() ?? '',
    command: (args) => apiCommand(database.url, args, asOwner),
    stop: async () => {
      await running.stop();
      log?.remove();
      await wechat.stop();
      await database.drop();
    },
  };
}
