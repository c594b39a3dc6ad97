import type { EntityManager } from 'typeorm';
import { countedBallotsOf } from '../decisions';

/** A transfer with the words to show it by. */
export interface TransferRow {
  id: string;
  householdId: string;
  place: string;
  roomNo: string;
  formerOwnerNames: string[];
  newOwnerNames: string[];
  transferredOn: string;
  documentNumberSealed: Buffer | null;
  note: string;
  recordedAt: Date;
  recordedByName: string;
}

/** The transfers of a household, newest first. */
export async function transfersOf(tx: EntityManager, householdId: string): Promise<TransferRow[]> {
  return tx.query(
    `SELECT t.id, t.household_id AS "householdId", concat_ws(' ', e.name, b.name, w.name) AS place,
            h.room_no AS "roomNo", t.former_owner_names AS "formerOwnerNames", t.new_owner_names AS "newOwnerNames",
            t.transferred_on AS "transferredOn", t.document_number_sealed AS "documentNumberSealed", t.note,
            t.recorded_at AS "recordedAt", a.display_name AS "recordedByName"
       FROM title_transfers t
       JOIN households h ON h.id = t.household_id
       JOIN stairwells w ON w.id = h.stairwell_id
       JOIN buildings b ON b.id = w.building_id
       JOIN estates e ON e.id = w.estate_id
       JOIN accounts a ON a.id = t.recorded_by
      WHERE t.household_id = $1
      ORDER BY t.recorded_at DESC, t.id
      LIMIT 200`,
    [householdId],
  );
}

/** A ballot that counts for a household in a running round. */
export interface RunningBallotRow {
  roundId: string;
  title: string;
  state: 'open' | 'closed';
  channel: string;
  receivedAt: Date;
}

/** The ballots that count for a household in rounds that are not announced yet. */
export async function runningBallotsOf(tx: EntityManager, householdId: string): Promise<RunningBallotRow[]> {
  return tx.query(
    `SELECT r.id AS "roundId", m.title, r.state, c.channel, c.received_at AS "receivedAt"
       FROM entitlements e
       JOIN consultation_rounds r ON r.id = e.round_id AND r.state IN ('open', 'closed')
       JOIN motions m ON m.round_id = r.id
       JOIN LATERAL ${countedBallotsOf('r.id')} c ON c.household_id = e.household_id
      WHERE e.household_id = $1
      ORDER BY r.opened_at, r.id`,
    [householdId],
  );
}
