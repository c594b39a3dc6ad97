import type { Ruleset } from '@jiati/rules';
import type { EntityManager } from 'typeorm';
import { countedBallotsOf } from '../decisions';
import type { RoundState } from '../rounds';
import { Ballot } from './ballot.entity';
import type { BallotChannel, BallotState, Choice } from './ballot.types';

/** A round as far as casting needs it; hashes and ruleset are there because it was opened. */
export interface CastableRound {
  id: string;
  estateId: string;
  state: RoundState;
  closesAt: Date;
  ruleset: Ruleset;
  rulesetHash: string;
  schemeHash: string;
  costTableHash: string;
  agreementHash: string;
}

/** Takes the lock of the round's tally row and reads the round after it; null for a draft or an unknown round. */
export async function lockCastableRound(tx: EntityManager, roundId: string): Promise<CastableRound | null> {
  const locked: unknown[] = await tx.query('SELECT 1 FROM round_tallies WHERE round_id = $1 FOR NO KEY UPDATE', [
    roundId,
  ]);
  if (locked.length === 0) return null;
  const rows: CastableRound[] = await tx.query(
    `SELECT r.id, r.estate_id AS "estateId", r.state, r.closes_at AS "closesAt", r.ruleset,
            r.ruleset_hash AS "rulesetHash", m.scheme_hash AS "schemeHash", m.cost_table_hash AS "costTableHash",
            m.agreement_hash AS "agreementHash"
       FROM consultation_rounds r JOIN motions m ON m.round_id = r.id
      WHERE r.id = $1`,
    [roundId],
  );
  return rows[0] ?? null;
}

/** Whether a dispute keeps the household's ballot as it is. */
export async function isFrozen(tx: EntityManager, householdId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM households WHERE id = $1 AND ballot_frozen_at IS NOT NULL', [
    householdId,
  ]);
  return rows.length > 0;
}

/** A ballot by its id, or null. */
export async function findBallot(tx: EntityManager, id: string): Promise<Ballot | null> {
  return tx.findOneBy(Ballot, { id });
}

/** The ballot of a household that counts now. */
export interface CountedBallotRow {
  id: string;
  choice: Choice;
  channel: BallotChannel;
}

/** Where the household stands: what counts, and the next seq. Stable while the tally lock is held. */
export async function householdStanding(
  tx: EntityManager,
  roundId: string,
  householdId: string,
): Promise<{ nextSeq: number; counted: CountedBallotRow | null }> {
  const rows: { nextSeq: number; id: string | null; choice: Choice; channel: BallotChannel }[] = await tx.query(
    `SELECT (SELECT coalesce(max(seq), 0) + 1 FROM ballots WHERE round_id = $1 AND household_id = $2) AS "nextSeq",
            c.id, c.choice, c.channel
       FROM (SELECT 1) AS once LEFT JOIN ${countedBallotsOf('$1')} c ON c.household_id = $2`,
    [roundId, householdId],
  );
  const { nextSeq, id, choice, channel } = rows[0]!;
  return { nextSeq, counted: id === null ? null : { id, choice, channel } };
}

/** A ballot of a household with how it stands. */
export interface StandingBallot {
  id: string;
  roundId: string;
  householdId: string;
  seq: number;
  choice: Choice;
  channel: BallotChannel;
  receivedAt: Date;
  receiptCode: string;
  recordedBy: string;
  assistedBy: string | null;
  state: BallotState;
}

/**
 * How a ballot `v` with its submission `s` stands, given the counted ballot `c` of its household: the words of
 * BALLOT_STATES, following the one definition of what counts.
 */
const STATE = `CASE WHEN c.id = v.id THEN 'counted'
                    WHEN NOT v.needs_review OR s.state = 'approved' THEN 'superseded'
                    WHEN s.state IN ('received', 'resubmitted') THEN 'awaiting_review'
                    ELSE 'returned' END`;

/** Every ballot of some households in some rounds, in the order they came in. */
export async function ballotsOf(
  tx: EntityManager,
  pairs: readonly { roundId: string; householdId: string }[],
): Promise<StandingBallot[]> {
  if (pairs.length === 0) return [];
  return tx.query(
    `SELECT v.id, v.round_id AS "roundId", v.household_id AS "householdId", v.seq, v.choice, v.channel,
            v.received_at AS "receivedAt", v.receipt_code AS "receiptCode", v.recorded_by AS "recordedBy",
            v.assisted_by AS "assistedBy", ${STATE} AS state
       FROM unnest($1::uuid[], $2::uuid[]) AS asked (round_id, household_id)
       JOIN ballots v ON v.round_id = asked.round_id AND v.household_id = asked.household_id
       LEFT JOIN submissions s ON s.ballot_id = v.id
       LEFT JOIN LATERAL (
         SELECT f.id FROM ballots f LEFT JOIN submissions fs ON fs.ballot_id = f.id
          WHERE f.round_id = asked.round_id AND f.household_id = asked.household_id
            AND (NOT f.needs_review OR fs.state = 'approved')
          ORDER BY f.seq DESC LIMIT 1) c ON true
      ORDER BY v.round_id, v.household_id, v.seq`,
    [pairs.map((pair) => pair.roundId), pairs.map((pair) => pair.householdId)],
  );
}

/** What a receipt leads to. */
export interface ReceiptRow {
  roundId: string;
  householdId: string;
  ballotId: string;
  roundTitle: string;
  place: string;
  roomNo: string;
}

/** The ballot of a receipt code, with the words for where it belongs; null when no such code was given out. */
export async function findReceipt(tx: EntityManager, receiptCode: string): Promise<ReceiptRow | null> {
  const rows: ReceiptRow[] = await tx.query(
    `SELECT v.round_id AS "roundId", v.household_id AS "householdId", v.id AS "ballotId", m.title AS "roundTitle",
            concat_ws(' ', t.name, e.building_name, e.stairwell_name) AS place, e.room_no AS "roomNo"
       FROM ballots v
       JOIN entitlements e ON e.round_id = v.round_id AND e.household_id = v.household_id
       JOIN motions m ON m.round_id = v.round_id
       JOIN consultation_rounds r ON r.id = v.round_id
       JOIN estates t ON t.id = r.estate_id
      WHERE v.receipt_code = $1`,
    [receiptCode],
  );
  return rows[0] ?? null;
}

/** A ballot with its evidence, for a reviewer. */
export interface ReviewableBallot {
  id: string;
  choice: Choice;
  channel: BallotChannel;
  castAt: Date;
  receivedAt: Date;
  recordedByName: string;
  assistedBy: string | null;
  signerName: string | null;
  signerRelation: string | null;
  identityCheck: string | null;
  signatureId: string | null;
  signatureKind: string | null;
  typedName: string | null;
  paperPhotoId: string | null;
  ownerNames: string[];
  areaDm2: number | null;
}

/** A ballot as a reviewer needs it. */
export async function reviewableBallot(tx: EntityManager, id: string): Promise<ReviewableBallot> {
  const rows: ReviewableBallot[] = await tx.query(
    `SELECT v.id, v.choice, v.channel, v.cast_at AS "castAt", v.received_at AS "receivedAt",
            a.display_name AS "recordedByName", v.assisted_by AS "assistedBy", v.signer_name AS "signerName", v.signer_relation AS "signerRelation",
            v.identity_check AS "identityCheck", v.signature_id AS "signatureId", g.kind AS "signatureKind",
            g.typed_name AS "typedName", v.paper_photo_id AS "paperPhotoId", e.owner_names AS "ownerNames",
            e.area_dm2 AS "areaDm2"
       FROM ballots v
       JOIN accounts a ON a.id = v.recorded_by
       JOIN entitlements e ON e.round_id = v.round_id AND e.household_id = v.household_id
       LEFT JOIN signatures g ON g.id = v.signature_id
      WHERE v.id = $1`,
    [id],
  );
  return rows[0]!;
}
