import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who belongs to a household and for how long, with what was shown for it; transfers of title; disputes, which freeze a
 * household's ballot; and proxies, who cast it by a letter the office has seen.
 */
export class Bindings1764000500000 implements MigrationInterface {
  name = 'Bindings1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE bindings
  ADD COLUMN expires_on date,
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ended_by uuid,
  ADD COLUMN end_cause text,
  ADD COLUMN end_reason text NOT NULL DEFAULT '',
  ADD CONSTRAINT ck_bindings_end_cause CHECK (end_cause IN ('self', 'office', 'title_transfer')),
  ADD CONSTRAINT fk_bindings_ended_by FOREIGN KEY (ended_by) REFERENCES accounts (id);
CREATE INDEX ix_bindings_created ON bindings (created_at, id);
CREATE TABLE binding_evidence (
  id uuid NOT NULL,
  binding_id uuid NOT NULL,
  document_kind text NOT NULL,
  document_number_sealed bytea,
  photo_id uuid,
  submitted_at timestamptz NOT NULL,
  CONSTRAINT pk_binding_evidence PRIMARY KEY (id),
  CONSTRAINT ck_binding_evidence_document_kind CHECK (document_kind IN ('title_certificate', 'identity_card', 'guardianship', 'inheritance', 'lease', 'other')),
  CONSTRAINT fk_binding_evidence_binding FOREIGN KEY (binding_id) REFERENCES bindings (id),
  CONSTRAINT fk_binding_evidence_photo FOREIGN KEY (photo_id) REFERENCES paper_photos (id)
);
CREATE INDEX ix_binding_evidence_binding ON binding_evidence (binding_id, submitted_at);
CREATE INDEX ix_binding_evidence_photo ON binding_evidence (photo_id);

CREATE TABLE title_transfers (
  id uuid NOT NULL,
  household_id uuid NOT NULL,
  former_owner_names text[] NOT NULL,
  new_owner_names text[] NOT NULL,
  transferred_on date NOT NULL,
  document_number_sealed bytea,
  note text NOT NULL DEFAULT '',
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_title_transfers PRIMARY KEY (id),
  CONSTRAINT fk_title_transfers_household FOREIGN KEY (household_id) REFERENCES households (id),
  CONSTRAINT fk_title_transfers_recorded_by FOREIGN KEY (recorded_by) REFERENCES accounts (id)
);
CREATE INDEX ix_title_transfers_household ON title_transfers (household_id, recorded_at);

CREATE TABLE disputes (
  id uuid NOT NULL,
  household_id uuid NOT NULL,
  reason text NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  settlement text,
  settled_by uuid,
  settled_at timestamptz,
  CONSTRAINT pk_disputes PRIMARY KEY (id),
  CONSTRAINT ck_disputes_settled CHECK ((settled_at IS NULL) = (settlement IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
  CONSTRAINT fk_disputes_household FOREIGN KEY (household_id) REFERENCES households (id),
  CONSTRAINT fk_disputes_opened_by FOREIGN KEY (opened_by) REFERENCES accounts (id),
  CONSTRAINT fk_disputes_settled_by FOREIGN KEY (settled_by) REFERENCES accounts (id)
);
CREATE UNIQUE INDEX uq_disputes_open ON disputes (household_id) WHERE settled_at IS NULL;
CREATE INDEX ix_disputes_opened ON disputes (opened_at, id);
-- Repeats what the open dispute says, so that casting learns it with the line of the electorate it reads anyway.
ALTER TABLE households ADD COLUMN ballot_frozen_at timestamptz;

CREATE TABLE proxy_authorisations (
  id uuid NOT NULL,
  household_id uuid NOT NULL,
  round_id uuid,
  given_by uuid NOT NULL,
  proxy_name text NOT NULL,
  proxy_phone_sealed bytea NOT NULL,
  proxy_phone_index bytea NOT NULL,
  document_kind text NOT NULL,
  document_number_sealed bytea NOT NULL,
  letter_photo_id uuid NOT NULL,
  valid_from_on date NOT NULL,
  valid_until_on date NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_cause text,
  revoke_reason text NOT NULL DEFAULT '',
  CONSTRAINT pk_proxy_authorisations PRIMARY KEY (id),
  CONSTRAINT ck_proxy_authorisations_document_kind CHECK (document_kind IN ('title_certificate', 'identity_card', 'guardianship', 'inheritance', 'lease', 'other')),
  CONSTRAINT ck_proxy_authorisations_state CHECK (state IN ('pending', 'approved', 'returned', 'rejected', 'revoked')),
  CONSTRAINT ck_proxy_authorisations_revoke_cause CHECK (revoke_cause IN ('owner', 'office', 'title_transfer')),
  CONSTRAINT ck_proxy_authorisations_revoked CHECK ((state = 'revoked') = (revoked_at IS NOT NULL) AND (revoked_at IS NULL) = (revoke_cause IS NULL)),
  CONSTRAINT ck_proxy_authorisations_term CHECK (valid_until_on >= valid_from_on AND valid_until_on <= valid_from_on + interval '1 year'),
  CONSTRAINT fk_proxy_authorisations_household FOREIGN KEY (household_id) REFERENCES households (id),
  CONSTRAINT fk_proxy_authorisations_round FOREIGN KEY (round_id) REFERENCES consultation_rounds (id),
  CONSTRAINT fk_proxy_authorisations_given_by FOREIGN KEY (given_by) REFERENCES accounts (id),
  CONSTRAINT fk_proxy_authorisations_letter_photo FOREIGN KEY (letter_photo_id) REFERENCES paper_photos (id),
  CONSTRAINT fk_proxy_authorisations_revoked_by FOREIGN KEY (revoked_by) REFERENCES accounts (id)
);
CREATE INDEX ix_proxy_authorisations_household ON proxy_authorisations (household_id, created_at);
CREATE INDEX ix_proxy_authorisations_phone ON proxy_authorisations (proxy_phone_index);
CREATE INDEX ix_proxy_authorisations_given_by ON proxy_authorisations (given_by);
CREATE INDEX ix_proxy_authorisations_letter_photo ON proxy_authorisations (letter_photo_id);

ALTER TABLE submissions
  ADD COLUMN proxy_authorisation_id uuid,
  ADD CONSTRAINT uq_submissions_proxy_authorisation UNIQUE (proxy_authorisation_id),
  ADD CONSTRAINT fk_submissions_proxy_authorisation FOREIGN KEY (proxy_authorisation_id) REFERENCES proxy_authorisations (id),
  DROP CONSTRAINT ck_submissions_kind,
  ADD CONSTRAINT ck_submissions_kind CHECK ((kind = 'binding' AND binding_id IS NOT NULL AND ballot_id IS NULL AND proxy_authorisation_id IS NULL) OR (kind = 'ballot' AND ballot_id IS NOT NULL AND round_id IS NOT NULL AND binding_id IS NULL AND proxy_authorisation_id IS NULL) OR (kind = 'proxy_authorisation' AND proxy_authorisation_id IS NOT NULL AND round_id IS NULL AND binding_id IS NULL AND ballot_id IS NULL));

ALTER TABLE ballots
  ADD COLUMN proxy_authorisation_id uuid,
  ADD CONSTRAINT fk_ballots_proxy_authorisation FOREIGN KEY (proxy_authorisation_id) REFERENCES proxy_authorisations (id),
  ADD CONSTRAINT ck_ballots_proxy CHECK ((channel = 'proxy') = (proxy_authorisation_id IS NOT NULL)),
  DROP CONSTRAINT ck_ballots_channel,
  ADD CONSTRAINT ck_ballots_channel CHECK (channel IN ('self_service', 'home_visit', 'paper', 'proxy'));
CREATE INDEX ix_ballots_paper_photo ON ballots (paper_photo_id) WHERE paper_photo_id IS NOT NULL;
`);
  }

  /** Possible as long as no proxy has cast a ballot: ballots are never taken away. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX ix_ballots_paper_photo;
ALTER TABLE ballots
  DROP CONSTRAINT ck_ballots_channel,
  ADD CONSTRAINT ck_ballots_channel CHECK (channel IN ('self_service', 'home_visit', 'paper')),
  DROP CONSTRAINT ck_ballots_proxy,
  DROP COLUMN proxy_authorisation_id;
DELETE FROM submissions WHERE kind = 'proxy_authorisation';
ALTER TABLE submissions
  DROP CONSTRAINT ck_submissions_kind,
  ADD CONSTRAINT ck_submissions_kind CHECK ((kind = 'binding' AND binding_id IS NOT NULL AND ballot_id IS NULL) OR (kind = 'ballot' AND ballot_id IS NOT NULL AND round_id IS NOT NULL AND binding_id IS NULL)),
  DROP COLUMN proxy_authorisation_id;
ALTER TABLE households DROP COLUMN ballot_frozen_at;
DROP TABLE proxy_authorisations, disputes, title_transfers, binding_evidence;
DROP INDEX ix_bindings_created;
ALTER TABLE bindings
  DROP COLUMN expires_on, DROP COLUMN ended_at, DROP COLUMN ended_by, DROP COLUMN end_cause, DROP COLUMN end_reason;
`);
  }
}
