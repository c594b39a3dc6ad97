import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { prepareAppRole } from '../../src/database/app-role';
import { grantRights, TABLE_RIGHTS, tablesOf } from '../../src/database/grants';
import { assertServerRole } from '../../src/database/server-role';
import { createTestDatabase, type TestDatabase } from '../harness/database';

/** What stands for ever: what was cast, signed, judged and logged. */
const FOR_EVER = [
  'audit_events',
  'ballots',
  'case_ballots',
  'case_settlements',
  'chain_events',
  'consent_forms',
  'entitlements',
  'paper_photos',
  'reviews',
  'signatures',
];
const INSUFFICIENT_PRIVILEGE = '42501';

describe('the role the server runs as', () => {
  let database: TestDatabase;
  let server: Client;
  let owner: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    server = new Client({ connectionString: database.appUrl });
    owner = new Client({ connectionString: database.url });
    await Promise.all([server.connect(), owner.connect()]);
  });
  afterAll(async () => {
    await Promise.all([server.end(), owner.end()]);
    await database.drop();
  });

  const codeOf = async (sql: string): Promise<string | undefined> =>
    server.query(sql).then(
      () => undefined,
      (error: { code: string }) => error.code,
    );
  const rightsOf = async (table: string): Promise<string[]> => {
    const { rows } = await owner.query<{ right: string }>(
      `SELECT privilege_type AS right FROM information_schema.role_table_grants
        WHERE table_name = $1 AND grantee = 'jiati_app' ORDER BY 1`,
      [table],
    );
    return rows.map(({ right }) => right);
  };

  it('is nobody’s superior and owns nothing', async () => {
    const { rows } = await server.query(
      `SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns
         FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolname: 'jiati_app',
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        owns: 0,
      },
    ]);
  });

  it.each(FOR_EVER)('cannot change what stands in %s', async (table) => {
    const [{ column }] = (
      await owner.query<{ column: string }>(
        `SELECT column_name AS column FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position LIMIT 1`,
        [table],
      )
    ).rows as [{ column: string }];
    expect({
      update: await codeOf(`UPDATE ${table} SET ${column} = ${column}`),
      delete: await codeOf(`DELETE FROM ${table}`),
      truncate: await codeOf(`TRUNCATE ${table} CASCADE`),
      lock: await codeOf(`SELECT FROM ${table} FOR UPDATE`),
      trigger: await codeOf(`ALTER TABLE ${table} DISABLE TRIGGER ALL`),
      drop: await codeOf(`DROP TABLE ${table}`),
    }).toEqual(
      Object.fromEntries(
        ['update', 'delete', 'truncate', 'lock', 'trigger', 'drop'].map((verb) => [verb, INSUFFICIENT_PRIVILEGE]),
      ),
    );
  });

  it.each([
    ['makes a table', 'CREATE TABLE mine (id int)'],
    ['makes a temporary table', 'CREATE TEMPORARY TABLE mine (id int)'],
    ['makes a function', `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
    [
      'replaces the guard of the triggers',
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    ],
    ['adds a column', 'ALTER TABLE households ADD COLUMN mine int'],
    ['adds an index', 'CREATE INDEX mine ON households (remark)'],
    ['makes a role', 'CREATE ROLE mine'],
    ['becomes the owner', 'SET ROLE jiati'],
    ['switches the triggers off', `SET session_replication_role = 'replica'`],
    ['reads passwords', 'SELECT * FROM pg_authid'],
    ['reads a file', `COPY accounts FROM '/etc/passwd'`],
    ['runs a program', `COPY accounts TO PROGRAM 'id'`],
    ['says a migration was run', `INSERT INTO migrations (timestamp, name) VALUES (1, 'mine')`],
    ['forgets an account', 'DELETE FROM accounts'],
    ['forgets a session', 'DELETE FROM sessions'],
    ['forgets a round', 'DELETE FROM consultation_rounds'],
  ])('never %s', async (_, statement) => {
    expect(await codeOf(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('has for every table what is written down for it, and every table is written down', async () => {
    const tables = (await tablesOf(owner)).map(({ name }) => name);
    expect(tables.filter((name) => !(name in TABLE_RIGHTS))).toEqual([]);
    expect(Object.keys(TABLE_RIGHTS).filter((name) => !tables.includes(name))).toEqual([]);
    for (const name of tables) {
      expect({ [name]: await rightsOf(name) }).toEqual({ [name]: [...TABLE_RIGHTS[name]!].sort() });
    }
  });

  it('may only add to the tables whose rows are only ever added', async () => {
    const appendOnly = (await tablesOf(owner)).filter(({ appendOnly }) => appendOnly).map(({ name }) => name);
    expect(appendOnly).toEqual(expect.arrayContaining(FOR_EVER));
    for (const name of appendOnly) expect(TABLE_RIGHTS[name]).toEqual(['SELECT', 'INSERT']);
  });

  it('loses what somebody gave it by hand, when its rights are said again', async () => {
    await owner.query('GRANT ALL ON ballots TO jiati_app');
    await grantRights(owner, 'jiati_app');
    expect(await rightsOf('ballots')).toEqual(['INSERT', 'SELECT']);
  });

  it('is made by the owner with the password of its address, and refused when it may do too much', async () => {
    const role = `jiati_trial_${randomUUID().slice(0, 8)}`;
    const address = new URL(database.url);
    [address.username, address.password] = [role, `it's "quoted"; --`];
    try {
      expect(await prepareAppRole(owner, address.toString())).toBe(role);
      const trial = new Client({ connectionString: address.toString() });
      await trial.connect();
      await expect(trial.query('DELETE FROM ballots')).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
      await trial.end();
      address.password = 'another-one';
      expect(await prepareAppRole(owner, address.toString())).toBe(role);
      await owner.query(`ALTER ROLE ${role} CREATEDB`);
      await expect(prepareAppRole(owner, address.toString())).rejects.toThrow('may do too much');
    } finally {
      await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  it('is checked before a server works for a real office', async () => {
    await expect(assertServerRole(server)).resolves.toBeUndefined();
    await expect(assertServerRole(owner)).rejects.toThrow(
      /could change audit_events, ballots.*MIGRATION_DATABASE_URL/s,
    );
    await owner.query('GRANT DELETE ON reviews TO jiati_app');
    await expect(assertServerRole(server)).rejects.toThrow('jiati_app of DATABASE_URL could change reviews.');
    await grantRights(owner, 'jiati_app');
  });

  it('is left alone where server and owner are one', async () => {
    expect(await prepareAppRole(owner, database.url)).toBeNull();
  });
});
