import { join } from 'node:path';
import { appAddress, startPostgres, type RunningPostgres } from '../postgres/index.ts';
import { dataDir } from './paths.ts';
import { step } from './step.ts';

export interface Database {
  /** As the API connects: a role that owns nothing. */
  url: string;
  /** As whoever owns the tables. */
  ownerUrl: string;
  /** In words, for the terminal. */
  description: string;
  /** The embedded one; null for one that somebody else looks after. */
  server: RunningPostgres | null;
  stop: () => Promise<void>;
}

/** The server named by DATABASE_URL (and by MIGRATION_DATABASE_URL for its owner), or the embedded one with its files in the data folder. */
export async function openDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '') {
    const ownerUrl = process.env.MIGRATION_DATABASE_URL || given;
    const description = 'DATABASE_URL 指定的 PostgreSQL';
    return { url: given, ownerUrl, description, server: null, stop: async () => undefined };
  }
  const server = await step('启动内置 PostgreSQL', () => startPostgres({ dataDir: join(dataDir, 'postgres') }));
  const note = server.adopted ? '（接着使用正在运行的）' : '';
  const addresses = { url: appAddress(server.url), ownerUrl: server.url };
  return { ...addresses, description: `内置 PostgreSQL${note}，数据在 ${server.dataDir}`, server, stop: server.stop };
}
