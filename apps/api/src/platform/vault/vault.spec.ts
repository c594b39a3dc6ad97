import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database';
import { testKey, testKeys } from '../../../test/harness/vault';
import { readConfig } from '../../config';
import { dataSourceOptions } from '../../database/data-source-options';
import { Vault } from './vault';

const PHONE = '13800138000';

describe('the vault', () => {
  let database: TestDatabase;
  const opened: DataSource[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const dataSource of opened) await dataSource.destroy();
    await database.drop();
  });

  /** A process of the API: a pool of its own, and a vault that has read its keys. */
  const process = async (keys: Record<string, string> = testKeys): Promise<Vault> => {
    const dataSource = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
    opened.push(dataSource);
    const vault = new Vault(dataSource, readConfig({ DATABASE_URL: database.url, ...keys }));
    await vault.load();
    return vault;
  };

  it('agrees on its keys with every process that starts at the same moment', async () => {
    const vaults = await Promise.all([1, 2, 3, 4].map(() => process()));
    const id = randomUUID();
    const sealed = vaults[0]!.seal('accounts.phone', id, PHONE);
    expect(vaults.map((vault) => vault.open('accounts.phone', id, sealed))).toEqual([PHONE, PHONE, PHONE, PHONE]);
    expect(new Set(vaults.map((vault) => vault.indexOf('phone', PHONE).toString('hex'))).size).toBe(1);
    const rows = await opened[0]!.query('SELECT purpose, wrapped FROM data_keys ORDER BY id');
    expect(rows.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['data', 'index']);
  });

  it('never seals the same twice, and shows nothing of the text', async () => {
    const vault = await process();
    const id = randomUUID();
    const sealed = [1, 2].map(() => vault.seal('owners.phone', id, PHONE));
    expect(sealed[0]!.equals(sealed[1]!)).toBe(false);
    for (const bytes of sealed) expect(bytes.includes(PHONE)).toBe(false);
  });

  it('opens a value only in the column and the row it was sealed for', async () => {
    const vault = await process();
    const [mine, yours] = [randomUUID(), randomUUID()];
    const sealed = vault.seal('owners.phone', mine, PHONE);
    expect(() => vault.open('owners.phone', yours, sealed)).toThrow('does not open');
    expect(() => vault.open('accounts.phone', mine, sealed)).toThrow('does not open');
    expect(vault.open('owners.phone', mine, sealed)).toBe(PHONE);
  });

  it('opens nothing that was changed by as much as a bit, cut short or made up', async () => {
    const vault = await process();
    const id = randomUUID();
    const sealed = vault.seal('owners.phone', id, PHONE);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => vault.open('owners.phone', id, changed)).toThrow();
    }
    for (const broken of [sealed.subarray(0, -1), Buffer.alloc(0), randomBytes(42), Buffer.from(PHONE)])
      expect(() => vault.open('owners.phone', id, broken)).toThrow();
  });

  it('indexes by kind, so that a document number is not found among telephones', async () => {
    const vault = await process();
    expect(vault.indexOf('phone', PHONE)).toHaveLength(32);
    expect(vault.indexOf('phone', PHONE).equals(vault.indexOf('document', PHONE))).toBe(false);
    expect(vault.indexOf('phone', PHONE).equals(vault.indexOf('phone', '13800138001'))).toBe(false);
  });

  it('refuses to start with a key that is not this database’s, and says which variable is wrong', async () => {
    await process();
    await expect(process({ DATA_KEY: testKey('another') })).rejects.toThrow(/^DATA_KEY is not the key/);
  });

  it.each(['everything', `purpose = 'data'`, `purpose = 'index'`])(
    'refuses to make new keys where the old ones are lost (%s) and something is sealed with them',
    async (lost) => {
      const vault = await process();
      const dataSource = opened.at(-1)!;
      const id = randomUUID();
      const sealed = vault.sealPhone('accounts.phone', id, PHONE);
      await dataSource.query(
        `INSERT INTO accounts (id, role, display_name, phone_sealed, phone_index) VALUES ($1, 'resident', '陈阿姨', $2, $3)`,
        [id, sealed.phoneSealed, sealed.phoneIndex],
      );
      const keys = await dataSource.query('SELECT * FROM data_keys');
      await dataSource.query(`DELETE FROM data_keys WHERE ${lost === 'everything' ? 'true' : lost}`);
      const left = await dataSource.query('SELECT id FROM data_keys');

      await expect(process()).rejects.toThrow(/data_keys are missing, but accounts\.phone_sealed holds.*Restore/);
      expect(await dataSource.query('SELECT id FROM data_keys')).toEqual(left);

      await dataSource.query('DELETE FROM data_keys');
      for (const key of keys)
        await dataSource.query('INSERT INTO data_keys VALUES ($1, $2, $3, $4, $5)', Object.values(key));
      expect((await process()).openPhone('accounts.phone', id, sealed.phoneSealed)).toBe(PHONE);
      await dataSource.query('DELETE FROM accounts WHERE id = $1', [id]);
    },
  );

  it('takes for a key exactly 32 bytes, and repeats none in its complaint', () => {
    const start = (DATA_KEY: string) => () => readConfig({ DATABASE_URL: database.url, DATA_KEY });
    for (const wrong of ['', 'secret', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])
      expect(start(wrong)).toThrow('DATA_KEY must be 32 random bytes in base64');
    expect(start('not-a-key')).not.toThrow(/not-a-key/);
    expect(start(randomBytes(32).toString('base64'))).not.toThrow();
  });
});
