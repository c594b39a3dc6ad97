import { apiCommand } from './api-process.ts';
import { ensureAllBuilt } from './build.ts';
import { openDatabase } from './database.ts';
import { keptKeys } from './server-environment.ts';

/**
 * `npm run jiati -- recount`: a command of the API on the database of `npm start`, whether that is running or not, with
 * its keys. Without a name it lists the commands.
 */
export async function command(args: string[]): Promise<void> {
  await ensureAllBuilt(['api']);
  const database = await openDatabase();
  try {
    const env = { ...keptKeys(), MIGRATION_DATABASE_URL: database.ownerUrl };
    process.stdout.write(await apiCommand(database.url, args, env));
  } finally {
    await database.stop();
  }
}
