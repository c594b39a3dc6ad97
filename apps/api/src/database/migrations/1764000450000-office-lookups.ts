import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways into the audit log by time, and from a signature to the household it belongs to. */
export class OfficeLookups1764000450000 implements MigrationInterface {
  name = 'OfficeLookups1764000450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX ix_audit_events_at ON audit_events (at);
CREATE INDEX ix_ballots_signature ON ballots (signature_id) WHERE signature_id IS NOT NULL;
CREATE INDEX ix_consent_forms_signature ON consent_forms (signature_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_audit_events_at, ix_ballots_signature, ix_consent_forms_signature');
  }
}
