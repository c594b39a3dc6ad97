import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A household takes its ballot back (choice NULL), and two answers of one household that differ become a case that an
 * officer settles. The case takes the place of the note on a submission that its ballot differs from the counted one:
 * what still waits there becomes a case when it is approved.
 */
export class WithdrawalsAndCases1764001000000 implements MigrationInterface {
  name = 'WithdrawalsAndCases1764001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE ballots
  ALTER COLUMN choice DROP NOT NULL,
  ADD CONSTRAINT ck_ballots_withdrawal CHECK (choice IS NOT NULL OR channel IN ('self_service', 'proxy'));
ALTER TABLE chain_events
  DROP CONSTRAINT ck_chain_events_kind,
  ADD CONSTRAINT ck_chain_events_kind CHECK (kind IN ('open', 'ballot', 'withdraw', 'approve', 'return', 'reject', 'case', 'settle', 'close', 'announce', 'void'));
CREATE TABLE cases (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  household_id uuid NOT NULL,
  seq integer NOT NULL,
  estate_id uuid NOT NULL,
  earlier_ballot_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  outcome text,
  standing_ballot_id uuid,
  settled_at timestamptz,
  CONSTRAINT pk_cases PRIMARY KEY (id),
  CONSTRAINT uq_cases_household_seq UNIQUE (round_id, household_id, seq),
  CONSTRAINT ck_cases_outcome CHECK (outcome IN ('earlier', 'later', 'ask_again')),
  CONSTRAINT ck_cases_settled CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (standing_ballot_id IS NOT NULL) = (outcome IS NOT NULL AND outcome <> 'earlier')),
  CONSTRAINT fk_cases_entitlement FOREIGN KEY (round_id, household_id) REFERENCES entitlements (round_id, household_id),
  CONSTRAINT fk_cases_estate FOREIGN KEY (estate_id) REFERENCES estates (id),
  CONSTRAINT fk_cases_earlier_ballot FOREIGN KEY (earlier_ballot_id) REFERENCES ballots (id),
  CONSTRAINT fk_cases_standing_ballot FOREIGN KEY (standing_ballot_id) REFERENCES ballots (id)
);
CREATE UNIQUE INDEX uq_cases_open ON cases (round_id, household_id) WHERE outcome IS NULL;
CREATE INDEX ix_cases_queue ON cases (estate_id, opened_at);
CREATE TABLE case_ballots (
  ballot_id uuid NOT NULL,
  case_id uuid NOT NULL,
  joined_at timestamptz NOT NULL,
  CONSTRAINT pk_case_ballots PRIMARY KEY (ballot_id),
  CONSTRAINT fk_case_ballots_ballot FOREIGN KEY (ballot_id) REFERENCES ballots (id),
  CONSTRAINT fk_case_ballots_case FOREIGN KEY (case_id) REFERENCES cases (id)
);
CREATE INDEX ix_case_ballots_case ON case_ballots (case_id);
CREATE TABLE case_settlements (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  outcome text NOT NULL,
  ballot_id uuid,
  reason text NOT NULL,
  settled_by uuid NOT NULL,
  settled_at timestamptz NOT NULL,
  CONSTRAINT pk_case_settlements PRIMARY KEY (id),
  CONSTRAINT ck_case_settlements_outcome CHECK (outcome IN ('earlier', 'later', 'ask_again')),
  CONSTRAINT ck_case_settlements_ballot CHECK ((outcome = 'ask_again') = (ballot_id IS NULL)),
  CONSTRAINT ck_case_settlements_reason CHECK (reason <> ''),
  CONSTRAINT fk_case_settlements_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_settlements_ballot FOREIGN KEY (ballot_id) REFERENCES ballots (id),
  CONSTRAINT fk_case_settlements_settled_by FOREIGN KEY (settled_by) REFERENCES accounts (id)
);
CREATE INDEX ix_case_settlements_case ON case_settlements (case_id, settled_at);
CREATE TRIGGER case_ballots_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_ballots
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_settlements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_settlements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE submissions DROP COLUMN differs_from_ballot_id;
`);
  }

  /** Possible as long as nothing was withdrawn and no case was opened: ballots are never taken away. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE submissions
  ADD COLUMN differs_from_ballot_id uuid,
  ADD CONSTRAINT fk_submissions_differs_from FOREIGN KEY (differs_from_ballot_id) REFERENCES ballots (id);
DROP TABLE case_settlements, case_ballots, cases;
ALTER TABLE chain_events
  DROP CONSTRAINT ck_chain_events_kind,
  ADD CONSTRAINT ck_chain_events_kind CHECK (kind IN ('open', 'ballot', 'approve', 'return', 'reject', 'close', 'announce', 'void'));
ALTER TABLE ballots DROP CONSTRAINT ck_ballots_withdrawal, ALTER COLUMN choice SET NOT NULL;
`);
  }
}
