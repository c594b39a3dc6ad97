import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The office's lists come page by page; each begins at an index that ends in the id. */
export class ListsByPage1796029500000 implements MigrationInterface {
  name = 'ListsByPage1796029500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX ix_accounts_role, ix_disputes_opened;
CREATE INDEX ix_accounts_role ON accounts (role, created_at, id);
CREATE INDEX ix_bindings_state ON bindings (state, created_at, id);
CREATE INDEX ix_bindings_expiring ON bindings (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX ix_bindings_relation ON bindings (relation, created_at, id);
CREATE INDEX ix_cases_waiting ON cases (opened_at, id) WHERE outcome IS NULL;
CREATE INDEX ix_cases_settled ON cases (opened_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX ix_consultation_rounds_newest ON consultation_rounds (created_at, id);
CREATE INDEX ix_consultation_rounds_state ON consultation_rounds (state, created_at, id);
CREATE INDEX ix_consultation_rounds_ending ON consultation_rounds (state, closes_at, id) WHERE state IN ('open', 'closed');
CREATE INDEX ix_disputes_household ON disputes (household_id);
CREATE INDEX ix_disputes_waiting ON disputes (opened_at, id) WHERE settled_at IS NULL;
CREATE INDEX ix_disputes_settled ON disputes (opened_at, id) WHERE settled_at IS NOT NULL;
CREATE INDEX ix_households_area ON households (stairwell_id, exclusive_area_dm2);
CREATE INDEX ix_submissions_submitted ON submissions (submitted_at, id);
CREATE INDEX ix_submissions_state ON submissions (state, kind, submitted_at, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX ix_accounts_role, ix_bindings_state, ix_bindings_expiring, ix_bindings_relation, ix_cases_waiting,
  ix_cases_settled, ix_consultation_rounds_newest, ix_consultation_rounds_state, ix_consultation_rounds_ending,
  ix_disputes_household, ix_disputes_waiting, ix_disputes_settled, ix_households_area, ix_submissions_submitted,
  ix_submissions_state;
CREATE INDEX ix_accounts_role ON accounts (role, display_name, id);
CREATE INDEX ix_disputes_opened ON disputes (opened_at, id);
`);
  }
}
