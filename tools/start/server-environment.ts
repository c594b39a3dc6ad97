import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../postgres/index.ts';
import { apiCommand } from './api-process.ts';
import type { Database } from './database.ts';
import { root } from './paths.ts';
import { keptSecret } from './secrets.ts';
import { step } from './step.ts';

type Addresses = Pick<Database, 'url' | 'ownerUrl'>;

/** The keys of the environment, or those made for this data folder. */
export function keptKeys(): Record<'SECRET_KEY' | 'DATA_KEY', string> {
  return {
    SECRET_KEY: process.env.SECRET_KEY || keptSecret('secret-key'),
    DATA_KEY: process.env.DATA_KEY || keptSecret('data-key'),
  };
}

/**
 * Brings the database up to date, seeds the demo where it is wanted, and returns what the API gets beside its address
 * and its database. Its keys are kept in the data folder: phone codes and limits outlive a restart, and what is
 * sealed in the database opens again.
 */
export async function prepareServer({ url, ownerUrl }: Addresses): Promise<Record<string, string>> {
  const env = { ...keptKeys(), LOG_LEVEL: process.env.LOG_LEVEL || 'warn' };
  // Both commands are safe to repeat; looking first saves two starts of the whole API.
  if (await isMigrated(ownerUrl)) await sayRightsAgain({ url, ownerUrl });
  else {
    const asOwner = { ...env, MIGRATION_DATABASE_URL: ownerUrl, JIATI_DEMO: '0' };
    await step('更新数据库结构', () => apiCommand(url, ['migrate'], asOwner));
  }
  const { wanted, complete } = await readDemoState(url);
  const demo = { ...env, JIATI_DEMO: wanted ? '1' : '0' };
  if (wanted && !complete) await step('准备演示数据', () => apiCommand(url, ['seed-demo'], demo));
  return demo;
}

/** What the server's role may do can change without a migration. The whole list takes some milliseconds. */
async function sayRightsAgain({ url, ownerUrl }: Addresses): Promise<void> {
  const built = createRequire(join(root, 'package.json'))('./apps/api/dist/database/app-role.js') as {
    prepareAppRole: (owner: unknown, appUrl: string) => Promise<unknown>;
  };
  await withClient(ownerUrl, (owner) => built.prepareAppRole(owner, url));
}

/** True when every migration of the built API has been run on the database. */
async function isMigrated(databaseUrl: string): Promise<boolean> {
  const timestamps = readdirSync(join(root, 'apps/api/dist/database/migrations'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.split('-')[0]);
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
    if (rows[0]?.there !== true) return false;
    const missing = await client.query(
      `SELECT FROM unnest($1::bigint[]) AS wanted WHERE wanted NOT IN (SELECT timestamp FROM migrations)`,
      [timestamps],
    );
    return missing.rowCount === 0;
  });
}

/**
 * JIATI_DEMO decides. Without it the demo is on where it was begun before and where nobody has an account yet: made-up
 * neighbours must never turn up in an office's own database.
 */
async function readDemoState(databaseUrl: string): Promise<{ wanted: boolean; complete: boolean }> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ wanted: boolean; complete: boolean }>(
      `SELECT EXISTS (SELECT FROM demo_notes)
           OR NOT (EXISTS (SELECT FROM accounts) OR EXISTS (SELECT FROM estates)) AS wanted,
              EXISTS (SELECT FROM demo_notes WHERE key = 'guide') AS complete`,
    );
    const found = rows[0] ?? { wanted: false, complete: false };
    return process.env.JIATI_DEMO ? { ...found, wanted: process.env.JIATI_DEMO === '1' } : found;
  });
}
