import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database';
import { testKey, testKeys } from '../../../test/harness/vault';
import { readConfig } from '../../config';
import { dataSourceOptions } from '../../database/data-source-options';
import { Audit } from '../audit';
import { SystemClock } from '../clock';
import { Transactions } from '../transaction';
import { RotateKeys } from './rotate-keys';
import { Vault } from './vault';

const OLD = testKeys.DATA_KEY;
const NEW = testKey('new data key');

describe('changing the keys of the sealed columns', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const estateId = randomUUID();
  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.url, 5)).initialize();
    await dataSource.query(
      `INSERT INTO estates (id, name, town, neighbourhood) VALUES ($1, '春晓苑', '莘园镇', '春晓居民区')`,
      [estateId],
    );
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const process = async (keys: { DATA_KEY: string; DATA_KEY_PREVIOUS?: string } = { DATA_KEY: OLD }) => {
    const config = readConfig({ DATABASE_URL: database.url, ...keys });
    const vault = new Vault(dataSource, config);
    await vault.load();
    const rotation = new RotateKeys(new Transactions(dataSource), vault, config, new Audit(new SystemClock()));
    return { vault, rotation };
  };
  const phoneNo = (index: number) => `139${String(index).padStart(8, '0')}`;
  /** Owners by the dozen; their telephones count up from the first. */
  const addOwners = async (vault: Vault, count: number, first = 0): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => randomUUID());
    const phones = ids.map((id, index) => vault.sealPhone('owners.phone', id, phoneNo(first + index)));
    await dataSource.query(
      `INSERT INTO owners (id, estate_id, kind, name, phone_sealed, phone_index)
       SELECT v.id, $2, 'person', '业主', v.sealed, v.index FROM unnest($1::uuid[], $3::bytea[], $4::bytea[]) AS v (id, sealed, index)`,
      [ids, estateId, phones.map(({ phoneSealed }) => phoneSealed), phones.map(({ phoneIndex }) => phoneIndex)],
    );
    return ids;
  };
  const phonesOf = async (vault: Vault): Promise<string[]> => {
    const rows: { id: string; sealed: Buffer }[] = await dataSource.query(
      'SELECT id, phone_sealed AS sealed FROM owners',
    );
    return rows.map(({ id, sealed }) => vault.open('owners.phone', id, sealed)).sort();
  };
  const keyIdsInUse = async (): Promise<number[]> =>
    (
      await dataSource.query(
        'SELECT DISTINCT get_byte(phone_sealed, 1) * 256 + get_byte(phone_sealed, 2) AS id FROM owners ORDER BY id',
      )
    ).map(({ id }: { id: number }) => id);
  const activeKeys = async () =>
    (await dataSource.query(`SELECT id FROM data_keys WHERE purpose = 'data' AND retired_at IS NULL ORDER BY id`)).map(
      ({ id }: { id: number }) => id,
    );
  /** As if a minute had gone by since the newest key was made. */
  const aMinuteLater = () => dataSource.query(`UPDATE data_keys SET created_at = created_at - interval '1 minute'`);
  const untilMade = async (count: number) => {
    while ((await dataSource.query('SELECT 1 FROM data_keys')).length < count)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('moves from one DATA_KEY to the next without touching a row', async () => {
    const before = await process();
    await addOwners(before.vault, 3);
    const rows = await dataSource.query('SELECT phone_sealed FROM owners ORDER BY id');

    const during = await process({ DATA_KEY: NEW, DATA_KEY_PREVIOUS: OLD });
    expect(await during.rotation.rewrap()).toEqual({ rewrapped: 2, keys: 2 });
    expect(await during.rotation.rewrap()).toEqual({ rewrapped: 0, keys: 2 });

    const after = await process({ DATA_KEY: NEW });
    expect(await phonesOf(after.vault)).toEqual([0, 1, 2].map(phoneNo));
    expect(after.vault.indexOf('phone', phoneNo(0)).equals(before.vault.indexOf('phone', phoneNo(0)))).toBe(true);
    expect(await dataSource.query('SELECT phone_sealed FROM owners ORDER BY id')).toEqual(rows);
    await expect(process({ DATA_KEY: OLD })).rejects.toThrow(/^DATA_KEY is not the key/);
    const lines = await dataSource.query(`SELECT action FROM audit_events`);
    expect(lines).toEqual([{ action: 'keys.rewrap' }]);
  });

  it('seals every row under a new data key once all servers know it, and retires the old one', async () => {
    const { rotation, vault } = await process();
    const server = await process();
    await addOwners(vault, 1_003);

    const run = rotation.reseal();
    await untilMade(3);
    expect(await keyIdsInUse()).toEqual([1]);
    await aMinuteLater();
    expect(await run).toMatchObject({ dataKeyId: 3, isNew: true, rows: { 'owners.phone': 1_003 }, unreadable: [] });

    expect([await keyIdsInUse(), await activeKeys()]).toEqual([[3], [3]]);
    expect(await phonesOf(vault)).toHaveLength(1_003);
    await server.vault.load();
    expect(await phonesOf(server.vault)).toEqual(await phonesOf(vault));
    const [{ found }] = await dataSource.query('SELECT count(*)::int AS found FROM owners WHERE phone_index = $1', [
      vault.indexOf('phone', phoneNo(77)),
    ]);
    expect(found).toBe(1);
  });

  it('goes on where an interrupted run left off', async () => {
    const interrupted = await process();
    await addOwners(interrupted.vault, 5);
    const run = interrupted.rotation.reseal();
    await untilMade(3);
    await aMinuteLater();
    await run;
    // As it is when the first run stopped half way: some rows new, some old, neither key retired.
    await dataSource.query('UPDATE data_keys SET retired_at = NULL');
    const [old] = await dataSource.query(`SELECT id FROM data_keys WHERE id = 1`);
    expect(old).toBeDefined();
    await dataSource.query(`UPDATE data_keys SET created_at = now() WHERE id = 3`);
    const { vault, rotation } = await process();
    expect(vault.sealingKeyId).toBe(1);
    await addOwners(vault, 4, 5);
    expect(await keyIdsInUse()).toEqual([1, 3]);
    await aMinuteLater();

    expect(await rotation.reseal()).toMatchObject({
      dataKeyId: 3,
      isNew: false,
      rows: { 'owners.phone': 4 },
      retired: [1],
    });
    expect(await keyIdsInUse()).toEqual([3]);
    expect(await phonesOf(vault)).toEqual(Array.from({ length: 9 }, (_, index) => phoneNo(index)));
  });

  it('names a value that does not open, leaves it, and keeps the old key', async () => {
    const { vault, rotation } = await process();
    const [first, second] = await addOwners(vault, 2);
    await dataSource.query(
      `UPDATE owners SET phone_sealed = (SELECT phone_sealed FROM owners WHERE id = $2) WHERE id = $1`,
      [first, second],
    );
    const run = rotation.reseal();
    await untilMade(3);
    await aMinuteLater();
    expect(await run).toMatchObject({
      rows: { 'owners.phone': 1 },
      unreadable: [`owners.phone of ${first}`],
      retired: [],
    });
    expect(await activeKeys()).toEqual([1, 3]);
  });
});
