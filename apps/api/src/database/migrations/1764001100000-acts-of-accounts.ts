import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways from an account to what it did: whoever asks for their records must not have every ballot of the town read. */
export class ActsOfAccounts1764001100000 implements MigrationInterface {
  name = 'ActsOfAccounts1764001100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX ix_ballots_recorded_by ON ballots (recorded_by);
CREATE INDEX ix_consent_forms_signed_by ON consent_forms (signed_by);
CREATE INDEX ix_expressions_of_interest_recorded_by ON expressions_of_interest (recorded_by);
CREATE INDEX ix_submissions_submitted_by ON submissions (submitted_by);
CREATE INDEX ix_visits_visited_by ON visits (visited_by);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP INDEX ix_ballots_recorded_by, ix_consent_forms_signed_by, ix_expressions_of_interest_recorded_by,
                  ix_submissions_submitted_by, ix_visits_visited_by`,
    );
  }
}
