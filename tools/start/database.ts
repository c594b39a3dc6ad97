import { join } from 'node:path';
import { startPostgres } from '../postgres/index.ts';
import { dataDir } from './paths.ts';
import { step } from './step.ts';

export interface Database {
  url: string;
  /** In words, for the terminal. */
  description: string;
  stop: () => Promise<void>;
}

/** The server named by DATABASE_URL, or the embedded one with its files in the data folder. */
export async function openDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '') {
    return { url: given, description: 'DATABASE_URL 指定的 PostgreSQL', stop: async () => undefined };
  }
  const server = await step('启动内置 PostgreSQL', () => startPostgres({ dataDir: join(dataDir, 'postgres') }));
  const note = server.adopted ? '（接着使用正在运行的）' : '';
  return { url: server.url, description: `内置 PostgreSQL${note}，数据在 ${server.dataDir}`, stop: server.stop };
}
