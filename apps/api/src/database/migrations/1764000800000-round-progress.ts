import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The projection of a round becomes whole numbers in columns, so that a ballot moves them in the statement that stores
 * it; the row also knows until when the round takes ballots and where its record chain stands. A ballot thus locks,
 * reads and writes one row of its round. How many households a head stands for is frozen with the electorate.
 */
export class RoundProgress1764000800000 implements MigrationInterface {
  name = 'RoundProgress1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE round_tallies
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN open_until timestamptz,
  ADD COLUMN counted_households integer NOT NULL DEFAULT 0,
  ${AMOUNTS.map((amount) => `ADD COLUMN ${amount}_heads integer NOT NULL DEFAULT 0, ADD COLUMN ${amount}_area_dm2 integer NOT NULL DEFAULT 0`).join(',\n  ')},
  ADD COLUMN special jsonb,
  ADD COLUMN chain_count integer NOT NULL DEFAULT 0,
  ADD COLUMN chain_head text;
UPDATE round_tallies t SET
  open_until = CASE WHEN r.state = 'open' THEN r.closes_at END,
  counted_households = (t.tally->>'countedHouseholds')::int,
  ${AMOUNTS.map((amount) => `${amount}_heads = (t.tally->'tally'->'${amount}'->>'heads')::int, ${amount}_area_dm2 = (t.tally->'tally'->'${amount}'->>'areaDm2')::int`).join(',\n  ')},
  special = jsonb_build_object('boundSilent', t.tally->'tally'->'boundSilent', 'unknownArea', t.tally->'tally'->'unknownArea', 'held', t.tally->'tally'->'held'),
  chain_count = coalesce(last.seq, 0),
  chain_head = last.hash
  FROM consultation_rounds r
  LEFT JOIN LATERAL (SELECT seq, hash FROM chain_events WHERE round_id = r.id ORDER BY seq DESC LIMIT 1) last ON true
 WHERE r.id = t.round_id;
ALTER TABLE round_tallies
  ALTER COLUMN special SET NOT NULL,
  DROP COLUMN tally,
  ADD CONSTRAINT ck_round_tallies_chain CHECK ((chain_count = 0) = (chain_head IS NULL));
ALTER TABLE entitlements ADD COLUMN head_households integer NOT NULL DEFAULT 1;
ALTER TABLE entitlements DISABLE TRIGGER entitlements_append_only;
UPDATE entitlements e SET head_households = n.households
  FROM (SELECT round_id, head_key, count(*)::int AS households FROM entitlements GROUP BY round_id, head_key) n
 WHERE n.round_id = e.round_id AND n.head_key = e.head_key AND n.households > 1;
ALTER TABLE entitlements ENABLE TRIGGER entitlements_append_only;
ALTER TABLE entitlements ALTER COLUMN head_households DROP DEFAULT;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE entitlements DROP COLUMN head_households;
ALTER TABLE round_tallies ADD COLUMN tally jsonb;
UPDATE round_tallies SET tally = jsonb_build_object('countedHouseholds', counted_households, 'tally', special);
ALTER TABLE round_tallies
  DROP CONSTRAINT ck_round_tallies_chain,
  ALTER COLUMN tally SET NOT NULL,
  DROP COLUMN version, DROP COLUMN open_until, DROP COLUMN counted_households, DROP COLUMN special,
  ${AMOUNTS.map((amount) => `DROP COLUMN ${amount}_heads, DROP COLUMN ${amount}_area_dm2`).join(', ')},
  DROP COLUMN chain_count, DROP COLUMN chain_head;
`);
  }
}

const AMOUNTS = ['electorate', 'for', 'against', 'abstain', 'silent'];
