import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';
import { CLOCK_SKEW, FORCE_JOINS, IN_FORCE, lockTally, standingBallots } from '../decisions';
import type { CaseOutcome, CaseState } from './case.types';

/** A case with the words to show it by. */
export interface CaseRow {
  id: string;
  roundId: string;
  roundState: string;
  roundTitle: string;
  estateId: string;
  householdId: string;
  place: string;
  roomNo: string;
  ownerNames: string[];
  areaDm2: number | null;
  earlierBallotId: string;
  openedAt: Date;
  outcome: CaseOutcome | null;
  settledAt: Date | null;
}

interface CaseFilter {
  id?: string;
  /** The last case of the page before. */
  after?: string;
  limit: number;
  roundId?: string;
  estateId?: string;
  state?: CaseState;
}

/**
 * Cases of a remit, the open ones first, oldest first; both halves by an index of their own. Those of a void round are
 * history, left out unless asked by id.
 */
export async function casesWithin(
  tx: EntityManager,
  remit: Remit,
  { id, roundId, estateId, state, after, limit }: CaseFilter,
): Promise<CaseRow[]> {
  const params: unknown[] = [id ?? null, roundId ?? null, estateId ?? null, after ?? null, limit];
  const within = remitCondition(remit, { estate: 'e' }, params);
  const half = (isOpen: boolean) => `(
    SELECT c.* FROM cases c JOIN estates e ON e.id = c.estate_id JOIN consultation_rounds r ON r.id = c.round_id
     WHERE c.outcome IS ${isOpen ? '' : 'NOT'} NULL
       AND ($1::uuid IS NULL OR c.id = $1)
       AND ($2::uuid IS NULL OR c.round_id = $2)
       AND ($3::uuid IS NULL OR c.estate_id = $3)
       AND ($1::uuid IS NOT NULL OR r.state <> 'void')
       AND ($4::uuid IS NULL OR (${isOpen ? 'FALSE' : 'TRUE'}, c.opened_at, c.id) >
            (SELECT last.outcome IS NOT NULL, last.opened_at, last.id FROM cases last WHERE last.id = $4))
       AND ${within}
     ORDER BY c.opened_at, c.id
     LIMIT $5)`;
  const halves = state === undefined ? [half(true), half(false)] : [half(state === 'open')];
  return tx.query(
    `SELECT c.id, c.round_id AS "roundId", r.state AS "roundState", m.title AS "roundTitle", c.estate_id AS "estateId",
            c.household_id AS "householdId", concat_ws(' ', e.name, n.building_name, n.stairwell_name) AS place,
            n.room_no AS "roomNo", n.owner_names AS "ownerNames", n.area_dm2 AS "areaDm2",
            c.earlier_ballot_id AS "earlierBallotId", c.opened_at AS "openedAt", c.outcome, c.settled_at AS "settledAt"
       FROM (${halves.join(' UNION ALL ')}) c
       JOIN consultation_rounds r ON r.id = c.round_id
       JOIN motions m ON m.round_id = c.round_id
       JOIN entitlements n ON n.round_id = c.round_id AND n.household_id = c.household_id
       JOIN estates e ON e.id = c.estate_id
      ORDER BY c.outcome IS NOT NULL, c.opened_at, c.id
      LIMIT $5`,
    params,
  );
}

/** How many cases of a remit wait for an officer. */
export async function openCaseCount(tx: EntityManager, remit: Remit): Promise<number> {
  const params: unknown[] = [];
  const rows: { open: number }[] = await tx.query(
    `SELECT count(*)::int AS open
       FROM cases c JOIN estates e ON e.id = c.estate_id JOIN consultation_rounds r ON r.id = c.round_id
      WHERE c.outcome IS NULL AND r.state <> 'void' AND ${remitCondition(remit, { estate: 'e' }, params)}`,
    params,
  );
  return rows[0]?.open ?? 0;
}

/** A ballot with its evidence, for the office. */
export interface OfficeBallotRow {
  id: string;
  seq: number;
  choice: string | null;
  channel: string;
  castAt: Date;
  receivedAt: Date;
  clockSkewSeconds: number | null;
  recordedBy: string;
  recordedByName: string;
  assistedBy: string | null;
  signerName: string | null;
  signerRelation: string | null;
  identityCheck: string | null;
  signatureId: string | null;
  typedName: string | null;
  paperPhotoId: string | null;
  ownerNames: string[];
  areaDm2: number | null;
}

/** Ballots as the office looks at them, in the order of their seq. */
export async function officeBallots(tx: EntityManager, ids: readonly string[]): Promise<OfficeBallotRow[]> {
  return tx.query(
    `SELECT v.id, v.seq, v.choice, v.channel, v.cast_at AS "castAt", v.received_at AS "receivedAt",
            ${CLOCK_SKEW} AS "clockSkewSeconds", v.recorded_by AS "recordedBy", a.display_name AS "recordedByName",
            v.assisted_by AS "assistedBy", v.signer_name AS "signerName", v.signer_relation AS "signerRelation",
            v.identity_check AS "identityCheck", CASE g.kind WHEN 'drawn' THEN g.id END AS "signatureId",
            g.typed_name AS "typedName", v.paper_photo_id AS "paperPhotoId", n.owner_names AS "ownerNames",
            n.area_dm2 AS "areaDm2"
       FROM ballots v
       JOIN consultation_rounds r ON r.id = v.round_id
       JOIN accounts a ON a.id = v.recorded_by
       JOIN entitlements n ON n.round_id = v.round_id AND n.household_id = v.household_id
       LEFT JOIN signatures g ON g.id = v.signature_id
      WHERE v.id = ANY($1)
      ORDER BY v.seq`,
    [ids],
  );
}

/** The later ballots of a case. */
export async function heldBallotIds(tx: EntityManager, caseId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT v.id FROM case_ballots k JOIN ballots v ON v.id = k.ballot_id WHERE k.case_id = $1 ORDER BY v.seq`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** What counts for the household of a case; null when nothing does. */
export async function countsNow(tx: EntityManager, { roundId, householdId }: CaseRow): Promise<string | null> {
  const rows: { id: string; choice: string | null }[] = await tx.query(
    `SELECT id, choice FROM ${standingBallots('v.round_id = $1 AND v.household_id = $2')} standing`,
    [roundId, householdId],
  );
  return rows.find(({ choice }) => choice !== null)?.id ?? null;
}

/** Whether the household has spoken since the case was settled: by a newer case, or a newer ballot that is in force. */
export async function isOvertaken(
  tx: EntityManager,
  { id, outcome }: Pick<CaseRow, 'id' | 'outcome'>,
): Promise<boolean> {
  if (outcome === null) return false;
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM cases c
      WHERE c.id = $1
        AND (EXISTS (SELECT FROM cases newer
                      WHERE newer.round_id = c.round_id AND newer.household_id = c.household_id AND newer.seq > c.seq)
          OR EXISTS (SELECT FROM ballots v ${FORCE_JOINS}
                      WHERE v.round_id = c.round_id AND v.household_id = c.household_id AND ${IN_FORCE}
                        AND v.seq > (SELECT max(b.seq) FROM case_ballots h JOIN ballots b ON b.id = h.ballot_id
                                      WHERE h.case_id = c.id)))`,
    [id],
  );
  return rows.length > 0;
}

/** One settlement with who made it. */
export interface SettlementRow {
  id: string;
  outcome: CaseOutcome;
  ballotId: string | null;
  reason: string;
  settledAt: Date;
  settledBy: string;
  settledByName: string;
}

/** How a case was settled so far, oldest first. */
export async function settlementsOf(tx: EntityManager, caseId: string): Promise<SettlementRow[]> {
  return tx.query(
    `SELECT t.id, t.outcome, t.ballot_id AS "ballotId", t.reason, t.settled_at AS "settledAt",
            t.settled_by AS "settledBy", a.display_name AS "settledByName"
       FROM case_settlements t JOIN accounts a ON a.id = t.settled_by
      WHERE t.case_id = $1 ORDER BY t.settled_at, t.id`,
    [caseId],
  );
}

/** Takes the lock of the round's tally row, as casting does, and tells where round and household stand after it. */
export async function lockRoundOf(
  tx: EntityManager,
  { roundId, householdId }: Pick<CaseRow, 'roundId' | 'householdId'>,
): Promise<{ state: string; isFrozen: boolean }> {
  await lockTally(tx, roundId);
  const rows: { state: string; isFrozen: boolean }[] = await tx.query(
    `SELECT r.state, h.ballot_frozen_at IS NOT NULL AS "isFrozen"
       FROM consultation_rounds r, households h WHERE r.id = $1 AND h.id = $2`,
    [roundId, householdId],
  );
  return rows[0]!;
}
