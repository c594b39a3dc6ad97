import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PageVersions1764000900000 } from './1764000900000-page-versions';

/**
 * A stairwell's public page is vouched for by one row, whose version moves whenever the page would read differently: the
 * tally of the round that it shows, be it the stairwell's own, its building's or its estate's; the stairwell itself where
 * it shows none. Ballots move the tally anyway. Whatever else a page tells moves the stairwell, and a stairwell that was
 * moved moves the tallies of all rounds that ask it, also of one that is no longer shown because another was opened.
 *
 * All this happens at commit, so that an import holds up no ballot while it runs. The stairwell comes first: whoever opens
 * a round moves it too, so of two that happen at once the later one sees the other's round.
 */
export class PagesOfWiderRounds1796028000000 implements MigrationInterface {
  name = 'PagesOfWiderRounds1796028000000';

  async up(runner: QueryRunner): Promise<void> {
    await new PageVersions1764000900000().down(runner);
    await runner.query(`
ALTER TABLE stairwells ADD COLUMN page_version integer NOT NULL DEFAULT 1;

-- Once in a transaction is enough, however many of a stairwell's households it writes.
CREATE FUNCTION moved_already(written_by xid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT written_by = pg_current_xact_id()::xid
$$;
CREATE FUNCTION stairwells_count_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.page_version = OLD.page_version + 1;
  RETURN NEW;
END $$;
CREATE FUNCTION stairwells_move_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE round_tallies SET version = version + 1
   WHERE round_id IN (SELECT id FROM consultation_rounds
                       WHERE scope_id IN (OLD.id, OLD.building_id, OLD.estate_id, NEW.building_id, NEW.estate_id)
                         AND state NOT IN ('draft', 'void'))
     AND NOT moved_already(xmin);
  RETURN NULL;
END $$;
CREATE FUNCTION estates_move_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stairwells SET page_version = page_version + 1 WHERE estate_id = NEW.id AND NOT moved_already(xmin);
  RETURN NULL;
END $$;
CREATE FUNCTION buildings_move_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stairwells SET page_version = page_version + 1 WHERE building_id = NEW.id AND NOT moved_already(xmin);
  RETURN NULL;
END $$;
CREATE FUNCTION households_move_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD IS DISTINCT FROM NEW THEN
    UPDATE stairwells SET page_version = page_version + 1
     WHERE id IN (OLD.stairwell_id, NEW.stairwell_id) AND NOT moved_already(xmin);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION interest_moves_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stairwells SET page_version = page_version + 1
   WHERE id = (SELECT stairwell_id FROM households WHERE id = coalesce(NEW.household_id, OLD.household_id))
     AND NOT moved_already(xmin);
  RETURN NULL;
END $$;
CREATE FUNCTION rounds_move_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'draft' THEN RETURN NULL; END IF;
  IF OLD.state IN ('draft', 'void') OR OLD.opened_at <> NEW.opened_at THEN
    UPDATE stairwells SET page_version = page_version + 1
     WHERE NEW.scope_id IN (id, building_id, estate_id) AND NOT moved_already(xmin);
  END IF;
  UPDATE round_tallies SET version = version + 1 WHERE round_id = NEW.id AND NOT moved_already(xmin);
  RETURN NULL;
END $$;
CREATE FUNCTION motions_move_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE round_tallies SET version = version + 1 WHERE round_id = NEW.round_id AND NOT moved_already(xmin);
  RETURN NULL;
END $$;

CREATE TRIGGER stairwells_page_version BEFORE UPDATE ON stairwells FOR EACH ROW
  WHEN (OLD.page_version = NEW.page_version) EXECUTE FUNCTION stairwells_count_page();
CREATE CONSTRAINT TRIGGER stairwells_page AFTER UPDATE ON stairwells
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stairwells_move_tallies();
CREATE CONSTRAINT TRIGGER estates_page AFTER UPDATE ON estates
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION estates_move_pages();
CREATE CONSTRAINT TRIGGER buildings_page AFTER UPDATE ON buildings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION buildings_move_pages();
CREATE CONSTRAINT TRIGGER households_page AFTER INSERT OR UPDATE OR DELETE ON households
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION households_move_page();
CREATE CONSTRAINT TRIGGER expressions_of_interest_page AFTER INSERT OR DELETE ON expressions_of_interest
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION interest_moves_page();
CREATE CONSTRAINT TRIGGER consultation_rounds_page AFTER UPDATE ON consultation_rounds
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rounds_move_pages();
CREATE CONSTRAINT TRIGGER motions_page AFTER UPDATE ON motions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION motions_move_pages();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER motions_page ON motions;
DROP TRIGGER consultation_rounds_page ON consultation_rounds;
DROP TRIGGER expressions_of_interest_page ON expressions_of_interest;
DROP TRIGGER households_page ON households;
DROP TRIGGER buildings_page ON buildings;
DROP TRIGGER estates_page ON estates;
DROP TRIGGER stairwells_page ON stairwells;
DROP TRIGGER stairwells_page_version ON stairwells;
DROP FUNCTION motions_move_pages();
DROP FUNCTION rounds_move_pages();
DROP FUNCTION interest_moves_page();
DROP FUNCTION households_move_page();
DROP FUNCTION buildings_move_pages();
DROP FUNCTION estates_move_pages();
DROP FUNCTION stairwells_move_tallies();
DROP FUNCTION stairwells_count_page();
DROP FUNCTION moved_already(xid);
ALTER TABLE stairwells DROP COLUMN page_version;
`);
    await new PageVersions1764000900000().up(runner);
  }
}
