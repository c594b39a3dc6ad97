import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appAddress, startPostgres, withClient, withDatabase } from '@jiati/tools/postgres';
import { Client, escapeIdentifier } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { prepareAppRole } from '../../src/database/app-role';
import { adminUrlVariable, appRoleVariable, templateVariable, testDatabasePrefix } from './database';

declare global {
  // Jest hands nothing else from globalSetup to globalTeardown.
  var stopTestServer: (() => Promise<void>) | undefined;
}

const migrationsDir = resolve(__dirname, '../../src/database/migrations');
const grantsPath = resolve(__dirname, '../../src/database/grants.ts');
const templatePrefix = 'jiati_template_';

/**
 * Runs once before all suites: starts the test server (shared by concurrent runs of this checkout, no fsync) and makes
 * sure there is a migrated template database, named by the hash of the migrations so that it is made once per change.
 * With JIATI_TEST_DATABASE_URL that server is used instead; the user must be allowed to create databases.
 */
export default async function globalSetup(): Promise<void> {
  const given = process.env.JIATI_TEST_DATABASE_URL;
  let adminUrl = given;
  if (adminUrl === undefined) {
    const dataDir = resolve(__dirname, '../../../../.cache/test-postgres');
    const server = await startPostgres({ dataDir, port: 5580, fsync: false });
    globalThis.stopTestServer = server.stop;
    adminUrl = server.adminUrl;
  }
  process.env[adminUrlVariable] = adminUrl;
  const { username, password } = new URL(appAddress(adminUrl));
  process.env[appRoleVariable] = `${username}:${password}`;
  process.env[templateVariable] = await ensureTemplate(adminUrl);
}

async function ensureTemplate(adminUrl: string): Promise<string> {
  const files = readdirSync(migrationsDir)
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const hash = createHash('sha256').update(readFileSync(grantsPath));
  for (const name of files) hash.update(name).update(readFileSync(join(migrationsDir, name)));
  const template = templatePrefix + hash.digest('hex').slice(0, 12);

  await withClient(adminUrl, async (client) => {
    // Two runs at once: the second waits here and then finds the template made.
    await client.query(`SELECT pg_advisory_lock(hashtext('jiati test template'))`);
    await dropLeftovers(client, template);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found.rowCount !== 0) return;
    const unfinished = `${templatePrefix}unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await migrate(withDatabase(adminUrl, unfinished), files);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${escapeIdentifier(template)}`);
  });
  return template;
}

async function migrate(url: string, files: string[]): Promise<void> {
  const migrations = files.flatMap((name) => {
    // The list of migrations is not known before the run.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const exported = require(join(migrationsDir, name)) as Record<string, new () => MigrationInterface>;
    return Object.values(exported);
  });
  const dataSource = await new DataSource({ type: 'postgres', url, migrations }).initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
    await prepareAppRole(dataSource, appAddress(url));
  } finally {
    await dataSource.destroy();
  }
}

/** Databases of runs that were killed, and all but the two newest templates of earlier migrations. */
async function dropLeftovers(client: Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'jiati\\_%' ORDER BY oid DESC`,
  );
  const names = rows.map((row) => row.datname);
  const deadRuns = names.filter(
    (name) => name.startsWith(testDatabasePrefix) && !isRunning(Number(name.split('_')[2])),
  );
  const oldTemplates = names.filter((name) => name.startsWith(templatePrefix) && name !== template).slice(2);
  for (const name of [...deadRuns, ...oldTemplates]) {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
