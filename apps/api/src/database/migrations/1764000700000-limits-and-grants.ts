import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counters of what may be tried only so often, shared by all processes of the API. The columns stand in the order the
 * limiter's library writes them in. What the server's own role may do is no migration: it is said again after each
 * `migrate`, see `../grants.ts`.
 */
export class LimitsAndGrants1764000700000 implements MigrationInterface {
  name = 'LimitsAndGrants1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE rate_limits (
  key varchar(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT pk_rate_limits PRIMARY KEY (key)
);
CREATE INDEX ix_rate_limits_expire ON rate_limits (expire);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits');
  }
}
