import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number for each stairwell's public page that moves whenever the page would read differently, so that somebody who
 * has the page already is answered from one row. A stairwell with a round of its own is known by that round's tally
 * row, which every ballot moves anyway; the triggers see to everything else the page tells.
 */
export class PageVersions1764000900000 implements MigrationInterface {
  name = 'PageVersions1764000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE stairwells ADD COLUMN page_version integer NOT NULL DEFAULT 1;
ALTER TABLE round_tallies ADD COLUMN page_code text, ADD CONSTRAINT uq_round_tallies_page_code UNIQUE (page_code);
UPDATE round_tallies t SET page_code = w.code
  FROM stairwells w
 CROSS JOIN LATERAL (SELECT r.id, r.scope_kind FROM consultation_rounds r
                      WHERE r.scope_id IN (w.id, w.building_id, w.estate_id) AND r.state NOT IN ('draft', 'void')
                      ORDER BY r.opened_at DESC, r.id LIMIT 1) latest
 WHERE latest.scope_kind = 'stairwell' AND t.round_id = latest.id;

CREATE FUNCTION page_changed(stairwell_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  -- The tally rows first, as casting and closing take them.
  UPDATE round_tallies SET version = version + 1
   WHERE page_code IN (SELECT code FROM stairwells WHERE id = ANY (stairwell_ids));
  UPDATE stairwells SET page_version = page_version + 1 WHERE id = ANY (stairwell_ids);
$$;
CREATE FUNCTION rounds_change_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_changed(ARRAY(SELECT id FROM stairwells
                              WHERE NEW.scope_id IN (id, building_id, estate_id)));
  RETURN NULL;
END $$;
CREATE FUNCTION stairwells_change_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE round_tallies SET version = version + 1 WHERE page_code = OLD.code;
  NEW.page_version = OLD.page_version + 1;
  RETURN NEW;
END $$;
CREATE FUNCTION buildings_change_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_changed(ARRAY(SELECT id FROM stairwells WHERE building_id = NEW.id));
  RETURN NULL;
END $$;
CREATE FUNCTION estates_change_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_changed(ARRAY(SELECT id FROM stairwells WHERE estate_id = NEW.id));
  RETURN NULL;
END $$;
CREATE FUNCTION households_change_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_changed(ARRAY(SELECT DISTINCT stairwell_id FROM changed));
  RETURN NULL;
END $$;
CREATE FUNCTION interest_changes_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_changed(ARRAY(SELECT DISTINCT h.stairwell_id FROM changed c JOIN households h ON h.id = c.household_id));
  RETURN NULL;
END $$;
CREATE TRIGGER consultation_rounds_page AFTER UPDATE ON consultation_rounds FOR EACH ROW EXECUTE FUNCTION rounds_change_page();
CREATE TRIGGER stairwells_page BEFORE UPDATE ON stairwells FOR EACH ROW
  WHEN (OLD.page_version = NEW.page_version) EXECUTE FUNCTION stairwells_change_page();
CREATE TRIGGER buildings_page AFTER UPDATE ON buildings FOR EACH ROW EXECUTE FUNCTION buildings_change_page();
CREATE TRIGGER estates_page AFTER UPDATE ON estates FOR EACH ROW EXECUTE FUNCTION estates_change_page();
CREATE TRIGGER households_page_insert AFTER INSERT ON households REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION households_change_page();
CREATE TRIGGER households_page_update AFTER UPDATE ON households REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION households_change_page();
CREATE TRIGGER households_page_delete AFTER DELETE ON households REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION households_change_page();
CREATE TRIGGER expressions_of_interest_page AFTER INSERT ON expressions_of_interest REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION interest_changes_page();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER expressions_of_interest_page ON expressions_of_interest;
DROP TRIGGER households_page_insert ON households;
DROP TRIGGER households_page_update ON households;
DROP TRIGGER households_page_delete ON households;
DROP TRIGGER estates_page ON estates;
DROP TRIGGER buildings_page ON buildings;
DROP TRIGGER stairwells_page ON stairwells;
DROP TRIGGER consultation_rounds_page ON consultation_rounds;
DROP FUNCTION interest_changes_page();
DROP FUNCTION households_change_page();
DROP FUNCTION estates_change_page();
DROP FUNCTION buildings_change_page();
DROP FUNCTION stairwells_change_page();
DROP FUNCTION rounds_change_page();
DROP FUNCTION page_changed(uuid[]);
ALTER TABLE round_tallies DROP COLUMN page_code;
ALTER TABLE stairwells DROP COLUMN page_version;
`);
  }
}
