import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../harness/database';
import { testKeys, vaultOf } from '../harness/vault';
import { dataSourceOptions } from '../../src/database/data-source-options';
import { Initial1764000000000 } from '../../src/database/migrations/1764000000000-initial';
import { Chain1764000100000 } from '../../src/database/migrations/1764000100000-chain';
import { SealedColumns1764000200000 } from '../../src/database/migrations/1764000200000-sealed-columns';

const BEFORE = [Initial1764000000000, Chain1764000100000];
const PHONE = '13800138000';

describe('sealing the columns of a database that is in use', () => {
  let database: TestDatabase;
  const environment = { ...process.env };
  beforeAll(async () => {
    database = await createTestDatabase();
    Object.assign(process.env, { DATABASE_URL: database.url, ...testKeys });
  });
  afterAll(async () => {
    process.env = environment;
    await database.drop();
  });

  const withMigrations = (migrations: typeof BEFORE | (typeof SealedColumns1764000200000)[]) =>
    new DataSource({ ...dataSourceOptions(database.url, 2), migrations } as never).initialize();

  it('seals what is there, so that it opens and is found again, and gives it back when it is undone', async () => {
    const old = await withMigrations(BEFORE);
    await old.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await old.runMigrations({ transaction: 'each' });
    const [accountId, estateId, ownerId, importId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await old.query(`INSERT INTO accounts (id, role, display_name, phone) VALUES ($1, 'resident', '138****8000', $2)`, [
      accountId,
      PHONE,
    ]);
    await old.query(`INSERT INTO accounts (id, role, display_name) VALUES ($1, 'officer', '王主任')`, [randomUUID()]);
    await old.query(`INSERT INTO estates (id, name, town, neighbourhood) VALUES ($1, '春晓苑', '莘园镇', '春晓')`, [
      estateId,
    ]);
    // More than one batch, and one owner without a number.
    await old.query(
      `INSERT INTO owners (id, estate_id, kind, name, phone)
       SELECT gen_random_uuid(), $1, 'person', '业主', '139' || lpad(n::text, 8, '0') FROM generate_series(1, 1200) n`,
      [estateId],
    );
    await old.query(`INSERT INTO owners (id, estate_id, kind, name) VALUES ($1, $2, 'person', '陈阿宝')`, [
      ownerId,
      estateId,
    ]);
    await old.query(
      `INSERT INTO phone_codes (id, phone, code_hash, expires_at) VALUES (gen_random_uuid(), $1, 'x', now())`,
      [PHONE],
    );
    await old.query(
      `INSERT INTO roll_imports (id, file_name, file_sha256, state, preview, parsed_rows)
       VALUES ($1, 'a.xlsx', 'x', 'previewed', '{"counts":{"new":1}}', '[{"phone":"13800138000"}]')`,
      [importId],
    );
    await old.destroy();

    const sealed = await withMigrations([...BEFORE, SealedColumns1764000200000]);
    await sealed.runMigrations({ transaction: 'each' });
    const vault = await vaultOf(sealed);
    const [account] = await sealed.query('SELECT id, phone_sealed AS sealed FROM accounts WHERE phone_index = $1', [
      vault.indexOf('phone', PHONE),
    ]);
    expect(vault.open('accounts.phone', accountId, account.sealed)).toBe(PHONE);
    const owners: { id: string; sealed: Buffer | null }[] = await sealed.query(
      'SELECT id, phone_sealed AS sealed FROM owners',
    );
    expect(owners.filter((row) => row.sealed === null).map(({ id }) => id)).toEqual([ownerId]);
    const phones = owners.map((row) => vault.openPhone('owners.phone', row.id, row.sealed)).filter(Boolean);
    expect([new Set(phones).size, phones.includes('13900001200')]).toEqual([1_200, true]);
    const [roll] = await sealed.query('SELECT preview_sealed, parsed_rows_sealed FROM roll_imports');
    expect(JSON.parse(vault.open('roll_imports.preview', importId, roll.preview_sealed))).toEqual({
      counts: { new: 1 },
    });
    expect(vault.open('roll_imports.parsed_rows', importId, roll.parsed_rows_sealed)).toContain(PHONE);
    const [code] = await sealed.query('SELECT phone_index FROM phone_codes');
    expect(code.phone_index.equals(vault.indexOf('phone', PHONE))).toBe(true);

    await sealed.undoLastMigration({ transaction: 'each' });
    expect(await sealed.query('SELECT phone FROM accounts ORDER BY phone NULLS LAST')).toEqual([
      { phone: PHONE },
      { phone: null },
    ]);
    expect((await sealed.query('SELECT count(phone)::int AS n FROM owners'))[0].n).toBe(1_200);
    expect((await sealed.query('SELECT parsed_rows FROM roll_imports'))[0].parsed_rows).toEqual([{ phone: PHONE }]);
    await sealed.destroy();
  });
});
