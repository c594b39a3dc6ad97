import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** Set by globalSetup: the maintenance database of the test server, and the migrated database to clone. */
export const adminUrlVariable = 'JIATI_TEST_ADMIN_URL';
export const templateVariable = 'JIATI_TEST_TEMPLATE';
export const appRoleVariable = 'JIATI_TEST_APP_ROLE';
export const testDatabasePrefix = 'jiati_test_';

export interface TestDatabase {
  name: string;
  /** Connection string, as superuser: for what a test does behind the API's back. */
  url: string;
  /** Connection string as the API has it: a role that owns nothing. */
  appUrl: string;
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
  const [role, password] = required(appRoleVariable).split(':') as [string, string];
  await asAdmin(
    adminUrl,
    `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)} STRATEGY file_copy`,
    // A copy has the template's tables with their rights, but not the rights on the database itself.
    `REVOKE ALL ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${escapeIdentifier(name)} TO ${escapeIdentifier(role)}`,
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const appUrl = new URL(url);
  [appUrl.username, appUrl.password] = [role, password];
  return {
    name,
    url: url.toString(),
    appUrl: appUrl.toString(),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function asAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: jest must run with test/harness/global-setup.ts.`);
  return value;
}
