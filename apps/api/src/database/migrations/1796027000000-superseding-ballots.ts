import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ballot that takes the place of an earlier one has an event of its own in the record chain. */
export class SupersedingBallots1796027000000 implements MigrationInterface {
  name = 'SupersedingBallots1796027000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE chain_events
  DROP CONSTRAINT ck_chain_events_kind,
  ADD CONSTRAINT ck_chain_events_kind CHECK (kind IN ('open', 'ballot', 'supersede', 'withdraw', 'approve', 'return', 'reject', 'case', 'settle', 'close', 'announce', 'void'))`);
  }

  /** Possible as long as no ballot was changed since: events are never rewritten. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE chain_events
  DROP CONSTRAINT ck_chain_events_kind,
  ADD CONSTRAINT ck_chain_events_kind CHECK (kind IN ('open', 'ballot', 'withdraw', 'approve', 'return', 'reject', 'case', 'settle', 'close', 'announce', 'void'))`);
  }
}
