import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices, second factors, passkeys, the volunteers' device PIN and who helped whom. */
export class SessionsAndFactors1764000300000 implements MigrationInterface {
  name = 'SessionsAndFactors1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE accounts
  DROP COLUMN failed_tries,
  DROP COLUMN locked_until,
  ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
  ADD COLUMN password_changed_at timestamptz,
  ADD COLUMN factor_tries smallint NOT NULL DEFAULT 0,
  ADD COLUMN factor_locked_until timestamptz;

ALTER TABLE sessions
  ADD COLUMN device_name text,
  ADD COLUMN assurance text NOT NULL DEFAULT 'full',
  ADD COLUMN factor_at timestamptz,
  ADD COLUMN revoked_reason text,
  ADD COLUMN device_pin_hash text,
  ADD COLUMN device_pin_tries smallint NOT NULL DEFAULT 0,
  ADD COLUMN locked_at timestamptz,
  ADD COLUMN helper_name text,
  ADD COLUMN helper_relation text,
  ADD CONSTRAINT ck_sessions_assurance CHECK (assurance IN ('full', 'password_only')),
  ADD CONSTRAINT ck_sessions_revoked_reason CHECK (revoked_reason IN ('signed_out', 'replaced', 'by_owner', 'password_changed', 'factor_changed', 'role_changed', 'tries_used', 'by_office', 'erased')),
  ADD CONSTRAINT ck_sessions_device_pin_tries CHECK (device_pin_tries BETWEEN 0 AND 5),
  ADD CONSTRAINT ck_sessions_helper CHECK ((helper_name IS NULL) = (helper_relation IS NULL)),
  ADD CONSTRAINT ck_sessions_helper_relation CHECK (helper_relation IN ('child', 'spouse', 'grandchild', 'other_relative', 'neighbour', 'carer'));

-- Whoever signed in by password alone, before there was a second step, signs in again.
UPDATE sessions s SET revoked_at = now(), revoked_reason = 'factor_changed'
  FROM accounts a WHERE a.id = s.account_id AND a.role = 'officer' AND s.revoked_at IS NULL;

-- Wrong passwords, counted alike for names that exist and names that do not: the answers must not tell them apart.
CREATE TABLE password_tries (
  name_digest text NOT NULL,
  tries smallint NOT NULL,
  locked_until timestamptz,
  last_try_at timestamptz NOT NULL,
  CONSTRAINT pk_password_tries PRIMARY KEY (name_digest),
  CONSTRAINT ck_password_tries_tries CHECK (tries BETWEEN 0 AND 5)
);
CREATE INDEX ix_password_tries_last_try_at ON password_tries (last_try_at);

CREATE TABLE staff_totp (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  secret_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  last_step bigint,
  CONSTRAINT pk_staff_totp PRIMARY KEY (id),
  CONSTRAINT fk_staff_totp_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE UNIQUE INDEX uq_staff_totp_confirmed ON staff_totp (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX uq_staff_totp_pending ON staff_totp (account_id) WHERE confirmed_at IS NULL;

CREATE TABLE recovery_codes (
  account_id uuid NOT NULL,
  position smallint NOT NULL,
  code_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  CONSTRAINT pk_recovery_codes PRIMARY KEY (account_id, position),
  CONSTRAINT ck_recovery_codes_position CHECK (position BETWEEN 0 AND 9),
  CONSTRAINT fk_recovery_codes_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);

CREATE TABLE passkeys (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  label text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  CONSTRAINT pk_passkeys PRIMARY KEY (id),
  CONSTRAINT uq_passkeys_credential_id UNIQUE (credential_id),
  CONSTRAINT fk_passkeys_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX ix_passkeys_account ON passkeys (account_id);

CREATE TABLE passkey_challenges (
  id uuid NOT NULL,
  account_id uuid,
  challenge text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT pk_passkey_challenges PRIMARY KEY (id),
  CONSTRAINT fk_passkey_challenges_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX ix_passkey_challenges_expires_at ON passkey_challenges (expires_at);

ALTER TABLE ballots ADD COLUMN assisted_by text;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE ballots DROP COLUMN assisted_by;
DROP TABLE passkey_challenges, passkeys, recovery_codes, staff_totp, password_tries;
ALTER TABLE sessions DROP COLUMN device_name, DROP COLUMN assurance, DROP COLUMN factor_at, DROP COLUMN revoked_reason,
  DROP COLUMN device_pin_hash, DROP COLUMN device_pin_tries, DROP COLUMN locked_at, DROP COLUMN helper_name, DROP COLUMN helper_relation;
ALTER TABLE accounts ADD COLUMN failed_tries smallint NOT NULL DEFAULT 0, ADD COLUMN locked_until timestamptz, DROP COLUMN must_change_password, DROP COLUMN password_changed_at, DROP COLUMN factor_tries, DROP COLUMN factor_locked_until;
`);
  }
}
