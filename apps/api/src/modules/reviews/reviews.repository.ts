import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';
import {
  SUBMISSION_STATES,
  WAITING_STATES,
  type ReviewVerdict,
  type SubmissionRow,
  type SubmissionState,
} from './review.types';

/** One line of the queue with the words a reviewer needs to recognise it. */
export interface QueueRow extends SubmissionRow {
  place: string;
  roomNo: string;
  roundTitle: string | null;
  channel: string | null;
  submittedByName: string;
}

/** One officer's earlier word. */
export interface HistoryRow {
  verdict: ReviewVerdict;
  reason: string;
  reviewedAt: Date;
  reviewerName: string;
}

export interface QueueFilter {
  state?: SubmissionState | 'waiting';
  kind?: string;
  roundId?: string;
  /** The last submission of the page before. */
  after?: string;
  id?: string;
  limit: number;
}

const ROW = `s.id, s.kind, s.state, s.estate_id AS "estateId", s.household_id AS "householdId", s.round_id AS "roundId",
  s.binding_id AS "bindingId", s.ballot_id AS "ballotId", s.proxy_authorisation_id AS "proxyAuthorisationId",
  s.submitted_by AS "submittedBy", s.submitted_at AS "submittedAt"`;

/** The queue of a remit, oldest first. Submissions of a void round are history and left out unless asked by id. */
export async function queueRows(tx: EntityManager, remit: Remit, filter: QueueFilter): Promise<QueueRow[]> {
  const states = filter.state === 'waiting' ? WAITING_STATES : filter.state ? [filter.state] : SUBMISSION_STATES;
  const { kind, roundId, id, after, limit } = filter;
  const params: unknown[] = [states, kind ?? null, roundId ?? null, id ?? null, after ?? null, limit];
  return tx.query(
    `SELECT ${ROW}, concat_ws(' ', e.name, b.name, w.name) AS place, h.room_no AS "roomNo", m.title AS "roundTitle",
            v.channel, a.display_name AS "submittedByName"
       FROM (SELECT s.* FROM submissions s
               JOIN estates e ON e.id = s.estate_id
               LEFT JOIN consultation_rounds r ON r.id = s.round_id
              WHERE s.state = ANY($1)
                AND ($2::text IS NULL OR s.kind = $2)
                AND ($3::uuid IS NULL OR s.round_id = $3)
                AND ($4::uuid IS NULL OR s.id = $4)
                AND ($4::uuid IS NOT NULL OR r.state IS DISTINCT FROM 'void')
                AND ($5::uuid IS NULL OR (s.submitted_at, s.id) >
                     (SELECT last.submitted_at, last.id FROM submissions last WHERE last.id = $5))
                AND ${remitCondition(remit, { estate: 'e' }, params)}
              ORDER BY s.submitted_at, s.id
              LIMIT $6) s
       JOIN households h ON h.id = s.household_id
       JOIN stairwells w ON w.id = h.stairwell_id
       JOIN buildings b ON b.id = w.building_id
       JOIN estates e ON e.id = s.estate_id
       JOIN accounts a ON a.id = s.submitted_by
       LEFT JOIN ballots v ON v.id = s.ballot_id
       LEFT JOIN motions m ON m.round_id = s.round_id
      ORDER BY s.submitted_at, s.id`,
    params,
  );
}

/** Takes the submission for deciding: a second officer waits here and then sees the first one's answer. */
export async function lockSubmission(tx: EntityManager, id: string): Promise<SubmissionRow | null> {
  const rows: SubmissionRow[] = await tx.query(`SELECT ${ROW} FROM submissions s WHERE s.id = $1 FOR UPDATE`, [id]);
  return rows[0] ?? null;
}

/** What was said about it so far, oldest first. */
export async function historyOf(tx: EntityManager, submissionId: string): Promise<HistoryRow[]> {
  return tx.query(
    `SELECT v.verdict, v.reason, v.reviewed_at AS "reviewedAt", a.display_name AS "reviewerName"
       FROM reviews v JOIN accounts a ON a.id = v.reviewed_by
      WHERE v.submission_id = $1
      ORDER BY v.reviewed_at, v.id`,
    [submissionId],
  );
}

/** How many answers the office owes, and how many of them since before `since`. */
export async function waitingCounts(
  tx: EntityManager,
  remit: Remit,
  since: Date,
): Promise<{ all: number; older: number }> {
  const params: unknown[] = [since];
  const rows: { all: number; older: number }[] = await tx.query(
    `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE s.submitted_at < $1))::int AS older
       FROM submissions s
       JOIN estates e ON e.id = s.estate_id
       LEFT JOIN consultation_rounds r ON r.id = s.round_id
      WHERE s.state IN ('received', 'resubmitted') AND r.state IS DISTINCT FROM 'void'
        AND ${remitCondition(remit, { estate: 'e' }, params)}`,
    params,
  );
  return rows[0] ?? { all: 0, older: 0 };
}
