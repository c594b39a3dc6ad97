import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES } from './cipher';
import type { KeyPurpose } from './data-key.entity';
import { Keyring } from './keyring';
import { SEALED_COLUMNS } from './sealed-columns';

/** Whatever can run a statement: an EntityManager, a QueryRunner of a migration, a DataSource. */
export interface Sql {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape TypeORM gives to raw queries
  query(statement: string, parameters?: unknown[]): Promise<any>;
}

/** The envelope keys of the environment, base64 as they stand there. */
export interface EnvelopeKeys {
  DATA_KEY: string;
  DATA_KEY_PREVIOUS?: string;
}

interface KeyRow {
  id: number;
  purpose: KeyPurpose;
  wrapped: Buffer;
  retired: boolean;
  settled: boolean;
}

/** How often every process looks for new keys. */
export const REFRESH_MS = 20_000;

/** A new data key is used for sealing only this long after it was made, when every process has had the time to see it. */
export const SETTLE_SECONDS = 60;

/** The envelope's id in the header of a wrapped key. Which envelope key it was is found out by trying. */
const ENVELOPE_ID = 0;

const contextOf = ({ id, purpose }: Pick<KeyRow, 'id' | 'purpose'>): string => `data_keys\n${purpose}\n${id}`;
const isActive = ({ purpose, retired }: KeyRow): boolean => purpose === 'data' && !retired;
const envelopeOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** One at a time may make or re-wrap keys, across all processes, until the transaction ends. */
export async function lockKeys(tx: Sql): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('jiati data keys'))`);
}

/** Whether the migration that makes the table has been run. */
export async function hasKeyTable(sql: Sql): Promise<boolean> {
  const [row] = await sql.query(`SELECT to_regclass('data_keys') IS NOT NULL AS there`);
  return row.there === true;
}

/**
 * Reads and unwraps the keys; null as long as one of the two kinds is missing.
 * @throws Error naming DATA_KEY when it is not the key that wrapped them
 */
export async function readKeyring(sql: Sql, envelope: EnvelopeKeys): Promise<Keyring | null> {
  const rows = await readRows(sql);
  const index = rows.find(({ purpose }) => purpose === 'index');
  const active = rows.filter(isActive);
  if (!index || active.length === 0) return null;
  const data = rows.filter(({ purpose }) => purpose === 'data');
  // The first key of all has nobody to wait for.
  const sealing = active.filter(({ settled }) => settled).at(-1) ?? active[0]!;
  return new Keyring({
    data: new Map(data.map((row) => [row.id, unwrap(row, envelope).key])),
    sealingKeyId: sealing.id,
    index: unwrap(index, envelope).key,
  });
}

/** Makes what is missing of the first data key and the index key. The caller's transaction holds `lockKeys`. */
export async function makeFirstKeys(tx: Sql, envelope: EnvelopeKeys): Promise<void> {
  const rows = await readRows(tx);
  if (!rows.some(isActive)) await addKey(tx, envelope, 'data');
  if (!rows.some(({ purpose }) => purpose === 'index')) await addKey(tx, envelope, 'index');
}

/**
 * The keys, made if there are none; within the caller's transaction.
 * @throws Error naming data_keys when keys are missing that something was sealed with
 */
export async function ensureKeyring(tx: Sql, envelope: EnvelopeKeys): Promise<Keyring> {
  const there = await readKeyring(tx, envelope);
  if (there) return there;
  await lockKeys(tx);
  const madeMeanwhile = await readKeyring(tx, envelope);
  if (madeMeanwhile) return madeMeanwhile;
  await assertNothingSealed(tx);
  await makeFirstKeys(tx, envelope);
  return (await readKeyring(tx, envelope))!;
}

/** A new key would start, and only then show that what is there does not open any more: a restore that forgot a table. */
async function assertNothingSealed(tx: Sql): Promise<void> {
  for (const { table, column } of Object.values(SEALED_COLUMNS)) {
    const [there] = await tx.query(
      `SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name = $2`,
      [table, column],
    );
    if (!there) continue; // a later migration makes it
    const [sealed] = await tx.query(`SELECT FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`);
    if (!sealed) continue;
    throw new Error(
      `The keys in the table data_keys are missing, but ${table}.${column} holds values that were sealed with them. ` +
        'Restore data_keys from the backup that these rows come from; with new keys nobody could ever read them.',
    );
  }
}

/**
 * Wraps every key that still stands under DATA_KEY_PREVIOUS under DATA_KEY. The caller's transaction holds `lockKeys`.
 * @returns how many were wrapped anew, and how many there are
 */
export async function rewrapKeys(tx: Sql, envelope: EnvelopeKeys): Promise<{ rewrapped: number; keys: number }> {
  const rows = await readRows(tx);
  let rewrapped = 0;
  for (const row of rows) {
    const { key, under } = unwrap(row, envelope);
    if (under === 'DATA_KEY') continue;
    await tx.query(`UPDATE data_keys SET wrapped = $2 WHERE id = $1`, [row.id, wrap(row, key, envelope)]);
    rewrapped += 1;
  }
  return { rewrapped, keys: rows.length };
}

/**
 * The data key that everything is to be sealed with: a new one, or the newest when an earlier rotation was cut short
 * and older ones are still in use. The caller's transaction holds `lockKeys`.
 */
export async function nextDataKey(tx: Sql, envelope: EnvelopeKeys): Promise<{ id: number; made: boolean }> {
  const active = (await readRows(tx)).filter(isActive);
  if (active.length > 1) return { id: active.at(-1)!.id, made: false };
  return { id: await addKey(tx, envelope, 'data'), made: true };
}

/** Retires the data keys before this one: they open what they sealed, and seal nothing more. */
export async function retireOlderThan(tx: Sql, id: number): Promise<number[]> {
  const [rows] = (await tx.query(
    `UPDATE data_keys SET retired_at = now() WHERE purpose = 'data' AND id < $1 AND retired_at IS NULL RETURNING id`,
    [id],
  )) as [{ id: number }[], number];
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

function readRows(sql: Sql): Promise<KeyRow[]> {
  return sql.query(
    `SELECT id, purpose, wrapped, retired_at IS NOT NULL AS retired,
            created_at <= now() - make_interval(secs => $1) AS settled
       FROM data_keys ORDER BY id`,
    [SETTLE_SECONDS],
  );
}

async function addKey(tx: Sql, envelope: EnvelopeKeys, purpose: KeyPurpose): Promise<number> {
  const [{ id }] = await tx.query(`SELECT coalesce(max(id), 0) + 1 AS id FROM data_keys`);
  const wrapped = wrap({ id, purpose }, randomBytes(KEY_BYTES), envelope);
  await tx.query(`INSERT INTO data_keys (id, purpose, wrapped) VALUES ($1, $2, $3)`, [id, purpose, wrapped]);
  return id;
}

function wrap(row: Pick<KeyRow, 'id' | 'purpose'>, key: Buffer, { DATA_KEY }: EnvelopeKeys): Buffer {
  return encrypt(envelopeOf(DATA_KEY), ENVELOPE_ID, contextOf(row), key);
}

function unwrap(row: KeyRow, envelope: EnvelopeKeys): { key: Buffer; under: keyof EnvelopeKeys } {
  for (const under of ['DATA_KEY', 'DATA_KEY_PREVIOUS'] as const) {
    const base64 = envelope[under];
    if (base64 === undefined) continue;
    try {
      return { key: decrypt(envelopeOf(base64), contextOf(row), row.wrapped), under };
    } catch {
      // The other one may fit.
    }
  }
  throw new Error(
    'DATA_KEY is not the key that this database was sealed with. Set DATA_KEY to that key; ' +
      'to change it, set DATA_KEY to the new key and DATA_KEY_PREVIOUS to the old one, and run rotate-keys.',
  );
}
