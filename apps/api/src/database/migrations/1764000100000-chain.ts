import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record chain (记录链): what happened in a round, each event carrying the hash of the one before. */
export class Chain1764000100000 implements MigrationInterface {
  name = 'Chain1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE chain_events (
  round_id uuid NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  salts jsonb,
  CONSTRAINT pk_chain_events PRIMARY KEY (round_id, seq),
  CONSTRAINT ck_chain_events_seq CHECK (seq > 0),
  CONSTRAINT ck_chain_events_kind CHECK (kind IN ('open', 'ballot', 'approve', 'return', 'reject', 'close', 'announce', 'void')),
  CONSTRAINT fk_chain_events_round FOREIGN KEY (round_id) REFERENCES consultation_rounds (id)
);
CREATE TRIGGER chain_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE chain_events');
  }
}
