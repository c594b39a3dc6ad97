import type { Ruleset } from '@jiati/rules';
import type { EntityManager } from 'typeorm';
import { FORCE_JOINS, IN_FORCE, lockTally, standingBallots } from '../decisions';
import type { RoundState } from '../rounds';
import { Ballot } from './ballot.entity';
import type { BallotChannel, BallotState, Choice } from './ballot.types';
import type { CountedAnswer } from './differing';

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
  if (!(await lockTally(tx, roundId))) return null;
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
export interface CountedBallotRow extends CountedAnswer {
  id: string;
  seq: number;
}

/**
 * Where the household stands: what counts, how many of its ballots wait for a review, and the next seq. Stable while the
 * tally lock is held.
 * @param without a ballot that is thought away
 */
export async function householdStanding(
  tx: EntityManager,
  roundId: string,
  householdId: string,
  without: string | null = null,
): Promise<{ nextSeq: number; counted: CountedBallotRow | null; waiting: number }> {
  const where = 'v.round_id = $1 AND v.household_id = $2';
  const rows: (CountedBallotRow & { nextSeq: number; waiting: number })[] = await tx.query(
    `SELECT (SELECT coalesce(max(v.seq), 0) + 1 FROM ballots v WHERE ${where}) AS "nextSeq",
            (SELECT count(*)::int FROM submissions s JOIN ballots v ON v.id = s.ballot_id
              WHERE ${where} AND s.state IN ('received', 'resubmitted')) AS waiting,
            c.id, c.seq, c.choice, c.channel, c.recorded_by AS "recordedBy", c.signer_name AS "signerName",
            EXISTS (SELECT FROM bindings b WHERE b.household_id = $2 AND b.account_id = c.recorded_by
                       AND b.state = 'ended' AND b.end_cause = 'title_transfer') AS "isFormerOwners"
       FROM (SELECT 1) AS once
       LEFT JOIN ${standingBallots(`${where} AND v.id IS DISTINCT FROM $3::uuid`)} c ON true`,
    [roundId, householdId, without],
  );
  const { nextSeq, waiting, ...counted } = rows[0]!;
  return { nextSeq, waiting, counted: counted.choice === null ? null : counted };
}

/** A ballot of a household with how it stands. */
export interface StandingBallot {
  id: string;
  roundId: string;
  householdId: string;
  seq: number;
  /** null: a withdrawal. */
  choice: Choice | null;
  channel: BallotChannel;
  receivedAt: Date;
  receiptCode: string;
  recordedBy: string;
  assistedBy: string | null;
  state: BallotState;
}

/** How a ballot `v` stands beside the version `c` of its household that stands now: the words of BALLOT_STATES. */
const STATE = `CASE WHEN c.id = v.id AND c.choice IS NOT NULL THEN 'counted'
                    WHEN c.outcome = 'ask_again' AND c.choice IS NULL AND v.id IN (c.id, c.earlier_ballot_id) THEN 'set_aside'
                    WHEN c.id = v.id THEN 'withdrawn'
                    WHEN k.case_id IS NOT NULL AND cs.outcome IS NULL THEN 'in_case'
                    WHEN ${IN_FORCE} THEN 'superseded'
                    WHEN k.case_id IS NULL AND s.state IN ('received', 'resubmitted') THEN 'awaiting_review'
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
       ${FORCE_JOINS}
       LEFT JOIN LATERAL ${standingBallots('v.round_id = asked.round_id AND v.household_id = asked.household_id')} c ON true
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
