import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** Set by globalSetup: the maintenance database of the test server, and the migrated database to clone. */
export const adminUrlVariable = 'JIATI_TEST_ADMIN_URL';
export const templateVariable = 'JIATI_TEST_TEMPLATE';
export const testDatabasePrefix = 'jiati_test_';

export interface TestDatabase {
  name: string;
  /** Connection string, as superuser. */
  url: string;
  /** Ends every session on it and removes it. */
  drop: () => Promise<void>;
}

/**
 * A private, migrated, empty database for one suite: a file copy of the template, a few milliseconds. The suite calls
 * `drop()` when it ends; what a killed run leaves behind is removed by the next one.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = required(adminUrlVariable);
  const template = required(templateVariable);
  const name = `${testDatabasePrefix}${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(
    adminUrl,
    `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)} STRATEGY file_copy`,
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.toString(),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: jest must run with test/harness/global-setup.ts.`);
  return value;
}
