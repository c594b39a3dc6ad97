import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log is read by time, from whichever day backwards: its ways in end in the instant and the id. */
export class AuditByTime1796031900000 implements MigrationInterface {
  name = 'AuditByTime1796031900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
    await runner.query(`
CREATE INDEX ix_audit_events_at ON audit_events (at, id);
CREATE INDEX ix_audit_events_estate ON audit_events (estate_id, at, id);
CREATE INDEX ix_audit_events_actor ON audit_events (actor_id, at, id);
CREATE INDEX ix_audit_events_category ON audit_events (category, at, id);
CREATE INDEX ix_audit_events_action ON audit_events (action, at, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
    await runner.query(`
CREATE INDEX ix_audit_events_at ON audit_events (at);
CREATE INDEX ix_audit_events_estate ON audit_events (estate_id, id);
CREATE INDEX ix_audit_events_actor ON audit_events (actor_id, id);
CREATE INDEX ix_audit_events_category ON audit_events (category, id);
CREATE INDEX ix_audit_events_action ON audit_events (action, id);
`);
  }
}

const DROP = `DROP INDEX ix_audit_events_at, ix_audit_events_estate, ix_audit_events_actor, ix_audit_events_category,
  ix_audit_events_action`;
