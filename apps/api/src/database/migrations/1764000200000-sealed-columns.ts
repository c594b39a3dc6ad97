import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readConfig } from '../../config';
import { ensureKeyring } from '../../platform/vault/data-keys';
import type { Keyring } from '../../platform/vault/keyring';
import type { SealedColumnName } from '../../platform/vault/sealed-columns';

const ROWS_AT_ONCE = 500;

/** A column before it was sealed, and after. */
interface Conversion {
  name: SealedColumnName;
  table: string;
  rowId: string;
  plain: string;
  sealed: string;
  index?: string;
}

const phoneOf = (table: string, rowId = 'id'): Conversion => ({
  name: `${table}.phone` as SealedColumnName,
  table,
  rowId,
  plain: 'phone',
  sealed: 'phone_sealed',
  index: 'phone_index',
});
const importOf = (plain: string): Conversion => ({
  name: `roll_imports.${plain}` as SealedColumnName,
  table: 'roll_imports',
  rowId: 'id',
  plain,
  sealed: `${plain}_sealed`,
});
const CONVERSIONS: Conversion[] = [
  phoneOf('accounts'),
  phoneOf('owners'),
  phoneOf('public_housing_tenants', 'household_id'),
  importOf('preview'),
  importOf('parsed_rows'),
];

/**
 * Telephones, and the rows of an imported roll that hold them, are sealed: AES-256-GCM under a data key that is itself
 * wrapped by the key in DATA_KEY, with a keyed index for look-up. Codes sent to a phone keep the index only. What is
 * there already is sealed on the way; an empty database needs no key to be migrated.
 */
export class SealedColumns1764000200000 implements MigrationInterface {
  name = 'SealedColumns1764000200000';
  private keyring: Keyring | null = null;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE data_keys (
  id smallint NOT NULL,
  purpose text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  CONSTRAINT pk_data_keys PRIMARY KEY (id),
  CONSTRAINT ck_data_keys_purpose CHECK (purpose IN ('data', 'index'))
);
ALTER TABLE accounts ADD COLUMN phone_sealed bytea, ADD COLUMN phone_index bytea;
ALTER TABLE owners ADD COLUMN phone_sealed bytea, ADD COLUMN phone_index bytea;
ALTER TABLE public_housing_tenants ADD COLUMN phone_sealed bytea, ADD COLUMN phone_index bytea;
ALTER TABLE phone_codes ADD COLUMN phone_index bytea;
ALTER TABLE roll_imports ADD COLUMN preview_sealed bytea, ADD COLUMN parsed_rows_sealed bytea;
`);
    for (const conversion of CONVERSIONS) await this.seal(runner, conversion);
    await this.indexCodes(runner);
    await runner.query(`
ALTER TABLE accounts DROP COLUMN phone,
  ADD CONSTRAINT uq_accounts_phone UNIQUE (phone_index),
  ADD CONSTRAINT ck_accounts_phone CHECK ((phone_sealed IS NULL) = (phone_index IS NULL));
ALTER TABLE owners DROP COLUMN phone,
  ADD CONSTRAINT ck_owners_phone CHECK ((phone_sealed IS NULL) = (phone_index IS NULL));
CREATE INDEX ix_owners_phone ON owners (phone_index);
ALTER TABLE public_housing_tenants DROP COLUMN phone,
  ADD CONSTRAINT ck_public_housing_tenants_phone CHECK ((phone_sealed IS NULL) = (phone_index IS NULL));
CREATE INDEX ix_public_housing_tenants_phone ON public_housing_tenants (phone_index);
ALTER TABLE phone_codes DROP COLUMN phone, ALTER COLUMN phone_index SET NOT NULL;
CREATE INDEX ix_phone_codes_phone ON phone_codes (phone_index, created_at);
ALTER TABLE roll_imports DROP COLUMN preview, DROP COLUMN parsed_rows, ALTER COLUMN preview_sealed SET NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE accounts ADD COLUMN phone text;
ALTER TABLE owners ADD COLUMN phone text;
ALTER TABLE public_housing_tenants ADD COLUMN phone text;
ALTER TABLE roll_imports ADD COLUMN preview jsonb, ADD COLUMN parsed_rows jsonb;
`);
    for (const conversion of CONVERSIONS) await this.unseal(runner, conversion);
    await runner.query(`
ALTER TABLE accounts DROP CONSTRAINT uq_accounts_phone, DROP COLUMN phone_sealed, DROP COLUMN phone_index,
  ADD CONSTRAINT uq_accounts_phone UNIQUE (phone);
ALTER TABLE owners DROP COLUMN phone_sealed, DROP COLUMN phone_index;
ALTER TABLE public_housing_tenants DROP COLUMN phone_sealed, DROP COLUMN phone_index;
ALTER TABLE roll_imports DROP COLUMN preview_sealed, DROP COLUMN parsed_rows_sealed, ALTER COLUMN preview SET NOT NULL;
-- An index cannot be turned back into a number, and a code is dead after five minutes.
DELETE FROM phone_codes;
ALTER TABLE phone_codes DROP COLUMN phone_index, ADD COLUMN phone text NOT NULL;
CREATE INDEX ix_phone_codes_phone ON phone_codes (phone, created_at);
DROP TABLE data_keys;
`);
  }

  private async seal(runner: QueryRunner, { name, table, rowId, plain, sealed, index }: Conversion): Promise<void> {
    for (;;) {
      const rows: { id: string; text: string }[] = await runner.query(
        `SELECT ${rowId} AS id, ${plain}::text AS text FROM ${table}
          WHERE ${plain} IS NOT NULL AND ${sealed} IS NULL LIMIT ${ROWS_AT_ONCE}`,
      );
      if (rows.length === 0) return;
      const keyring = await this.keys(runner);
      const ids = rows.map(({ id }) => id);
      const bytes = rows.map(({ id, text }) => keyring.seal(name, id, text));
      await runner.query(
        `UPDATE ${table} t SET ${sealed} = v.bytes FROM unnest($1::uuid[], $2::bytea[]) AS v (id, bytes)
          WHERE t.${rowId} = v.id`,
        [ids, bytes],
      );
      if (!index) continue;
      const indexes = rows.map(({ text }) => keyring.indexOf('phone', text));
      await runner.query(
        `UPDATE ${table} t SET ${index} = v.bytes FROM unnest($1::uuid[], $2::bytea[]) AS v (id, bytes)
          WHERE t.${rowId} = v.id`,
        [ids, indexes],
      );
    }
  }

  private async unseal(runner: QueryRunner, { name, table, rowId, plain, sealed }: Conversion): Promise<void> {
    const type = table === 'roll_imports' ? 'jsonb' : 'text';
    for (;;) {
      const rows: { id: string; bytes: Buffer }[] = await runner.query(
        `SELECT ${rowId} AS id, ${sealed} AS bytes FROM ${table}
          WHERE ${sealed} IS NOT NULL AND ${plain} IS NULL LIMIT ${ROWS_AT_ONCE}`,
      );
      if (rows.length === 0) return;
      const keyring = await this.keys(runner);
      await runner.query(
        `UPDATE ${table} t SET ${plain} = v.text::${type} FROM unnest($1::uuid[], $2::text[]) AS v (id, text)
          WHERE t.${rowId} = v.id`,
        [rows.map(({ id }) => id), rows.map(({ id, bytes }) => keyring.open(name, id, bytes))],
      );
    }
  }

  private async indexCodes(runner: QueryRunner): Promise<void> {
    const codes: { id: string; phone: string }[] = await runner.query(`SELECT id, phone FROM phone_codes`);
    if (codes.length === 0) return;
    const keyring = await this.keys(runner);
    await runner.query(
      `UPDATE phone_codes t SET phone_index = v.bytes FROM unnest($1::uuid[], $2::bytea[]) AS v (id, bytes) WHERE t.id = v.id`,
      [codes.map(({ id }) => id), codes.map(({ phone }) => keyring.indexOf('phone', phone))],
    );
  }

  /** Only asked for when there is a row to seal. */
  private async keys(runner: QueryRunner): Promise<Keyring> {
    this.keyring ??= await ensureKeyring(runner, readConfig());
    return this.keyring;
  }
}
