import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which WeChat user signs in to which account. The openid is sealed, and found by its keyed index. */
export class WeappIdentities1764000350000 implements MigrationInterface {
  name = 'WeappIdentities1764000350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE weapp_identities (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  openid_index bytea NOT NULL,
  openid_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_weapp_identities PRIMARY KEY (id),
  CONSTRAINT uq_weapp_identities_openid UNIQUE (openid_index),
  CONSTRAINT fk_weapp_identities_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX ix_weapp_identities_account ON weapp_identities (account_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE weapp_identities');
  }
}
