import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Eight roles; where each member of staff has a say; and audit lines that can be found by place, person and kind. */
export class RolesAndRemits1764000400000 implements MigrationInterface {
  name = 'RolesAndRemits1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE accounts DROP CONSTRAINT ck_accounts_role;
ALTER TABLE accounts ADD CONSTRAINT ck_accounts_role CHECK (role IN ('resident', 'volunteer', 'committee', 'officer', 'street', 'auditor', 'contractor', 'operator'));
CREATE TABLE remits (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  town text,
  neighbourhood text,
  stairwell_id uuid,
  expires_on date,
  granted_by uuid,
  granted_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  revoked_by uuid,
  CONSTRAINT pk_remits PRIMARY KEY (id),
  CONSTRAINT ck_remits_place CHECK ((stairwell_id IS NULL AND town IS NOT NULL) OR (stairwell_id IS NOT NULL AND town IS NULL AND neighbourhood IS NULL)),
  CONSTRAINT ck_remits_revoked CHECK (revoked_by IS NULL OR revoked_at IS NOT NULL),
  CONSTRAINT fk_remits_account FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT fk_remits_stairwell FOREIGN KEY (stairwell_id) REFERENCES stairwells (id),
  CONSTRAINT fk_remits_granted_by FOREIGN KEY (granted_by) REFERENCES accounts (id),
  CONSTRAINT fk_remits_revoked_by FOREIGN KEY (revoked_by) REFERENCES accounts (id)
);
CREATE INDEX ix_remits_account ON remits (account_id);
CREATE INDEX ix_remits_place ON remits (town, neighbourhood);
CREATE INDEX ix_accounts_role ON accounts (role, display_name, id);

-- An officer made before there were remits keeps the say over what was there.
INSERT INTO remits (id, account_id, town, neighbourhood)
SELECT gen_random_uuid(), a.id, e.town, e.neighbourhood
  FROM accounts a CROSS JOIN (SELECT DISTINCT town, neighbourhood FROM estates) e
 WHERE a.role = 'officer';

ALTER TABLE audit_events
  ADD COLUMN estate_id uuid,
  ADD COLUMN category text NOT NULL DEFAULT 'domain',
  ADD COLUMN session_id uuid,
  ADD COLUMN request_id text,
  ADD COLUMN helper text,
  ADD CONSTRAINT ck_audit_events_category CHECK (category IN ('security', 'domain'));
CREATE INDEX ix_audit_events_estate ON audit_events (estate_id, id);
CREATE INDEX ix_audit_events_actor ON audit_events (actor_id, id);
CREATE INDEX ix_audit_events_category ON audit_events (category, id);
CREATE INDEX ix_audit_events_action ON audit_events (action, id);

CREATE INDEX ix_stairwells_estate_stage ON stairwells (estate_id, stage);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX ix_stairwells_estate_stage, ix_audit_events_estate, ix_audit_events_actor, ix_audit_events_category, ix_audit_events_action, ix_accounts_role;
ALTER TABLE audit_events DROP COLUMN estate_id, DROP COLUMN category, DROP COLUMN session_id, DROP COLUMN request_id, DROP COLUMN helper;
DROP TABLE remits;
ALTER TABLE accounts DROP CONSTRAINT ck_accounts_role;
ALTER TABLE accounts ADD CONSTRAINT ck_accounts_role CHECK (role IN ('resident', 'volunteer', 'officer'));
`);
  }
}
