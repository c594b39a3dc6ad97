import { withClient } from '../postgres/index.ts';
import { apiCommand } from './api-process.ts';
import { keptSecret } from './secrets.ts';
import { step } from './step.ts';

/**
 * Brings the database up to date, seeds the demo where it is wanted, and returns what the API gets beside its address
 * and its database. The key of slip PINs and phone codes is kept in the data folder, so that they outlive a restart.
 */
export async function prepareServer(databaseUrl: string): Promise<Record<string, string>> {
  const env = {
    SECRET_KEY: process.env.SECRET_KEY || keptSecret('secret-key'),
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
  await step('更新数据库结构', () => apiCommand(databaseUrl, ['migrate'], { ...env, JIATI_DEMO: '0' }));
  const demo = { ...env, JIATI_DEMO: '1' };
  if (!(await isDemo(databaseUrl))) return { ...env, JIATI_DEMO: '0' };
  await step('准备演示数据', () => apiCommand(databaseUrl, ['seed-demo'], demo));
  return demo;
}

/**
 * JIATI_DEMO decides. Without it the demo is on where it was seeded before and where nobody has an account yet: made-up
 * neighbours must never turn up in an office's own database.
 */
async function isDemo(databaseUrl: string): Promise<boolean> {
  if (process.env.JIATI_DEMO) return process.env.JIATI_DEMO === '1';
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ demo: boolean }>(
      `SELECT EXISTS (SELECT FROM demo_notes)
           OR NOT (EXISTS (SELECT FROM accounts) OR EXISTS (SELECT FROM estates)) AS demo`,
    );
    return rows[0]?.demo === true;
  });
}
