/** The projection row of a round as both statements return it. Sums over bigint arrive as text. */
export interface ProgressRow {
  page: { round: { turnout: { basis: string; required: number }[] } };
  version: number;
  heads: number;
  dm2: string;
}

export interface CastRow extends ProgressRow {
  seq: number;
  closesAt: Date;
}

const CHOICES = ['for', 'against', 'abstain'] as const;

const sums = CHOICES.map(
  (choice) => `
    ${choice}_heads = ${choice}_heads + ($6::text = '${choice}')::int - coalesce(paper.choice = '${choice}', false)::int,
    ${choice}_dm2 = ${choice}_dm2
                  + paper.area_dm2 * (($6::text = '${choice}')::int - coalesce(paper.choice = '${choice}', false)::int)`,
).join(',');

const TURNOUT = `p.page, p.version, p.for_heads + p.against_heads + p.abstain_heads AS heads,
                 p.for_dm2 + p.against_dm2 + p.abstain_dm2 AS dm2`;

/**
 * A ballot in one round trip: who is signed in, whether bound and entitled, whether the round is open; the sums, the
 * ballot with everything it was shown, and the audit line. No row when any of it does not hold.
 */
export const CAST = `
WITH paper AS (
  SELECT a.id AS account_id, e.area_dm2, r.closes_at, r.ruleset_hash, m.scheme_hash, m.cost_table_hash,
         m.agreement_hash, last.seq, last.choice
    FROM sessions s
    JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
    JOIN bindings b ON b.account_id = a.id AND b.household_id = $4::uuid AND b.state = 'approved'
                   AND b.relation IN ('owner', 'co_owner', 'guardian', 'heir')
    JOIN entitlements e ON e.round_id = $3::uuid AND e.household_id = $4::uuid
    JOIN consultation_rounds r ON r.id = $3::uuid AND r.state = 'open' AND r.closes_at > $2::timestamptz
    JOIN motions m ON m.round_id = $3::uuid
    LEFT JOIN LATERAL (SELECT v.seq, v.choice FROM ballots v WHERE v.round_id = $3::uuid AND v.household_id = $4::uuid
                        ORDER BY v.seq DESC LIMIT 1) last ON true
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2::timestamptz
), progress AS (
  UPDATE bench_progress p SET version = version + 1, ${sums}
    FROM paper WHERE p.round_id = $3::uuid
  RETURNING ${TURNOUT}
), ballot AS (
  INSERT INTO ballots (id, round_id, household_id, seq, choice, channel, recorded_by, cast_at, received_at, scheme_hash,
                       cost_table_hash, agreement_hash, ruleset_hash, content_hash, receipt_code, needs_review)
  SELECT $5::uuid, $3::uuid, $4::uuid, coalesce(seq, 0) + 1, $6::text, 'self_service', account_id, $7::timestamptz, $2::timestamptz, scheme_hash, cost_table_hash,
         agreement_hash, ruleset_hash, $9, $8, false
    FROM paper, progress
  RETURNING seq
), line AS (
  INSERT INTO audit_events (at, actor_id, action, subject_kind, subject_id, detail)
  SELECT $2::timestamptz, account_id, 'ballot.cast', 'ballot', $5::uuid::text,
         jsonb_build_object('roundId', $3::uuid, 'householdId', $4::uuid, 'channel', 'self_service', 'seq', ballot.seq)
    FROM paper, ballot
)
SELECT progress.*, ballot.seq, paper.closes_at AS "closesAt" FROM progress, ballot, paper`;

/** The page in one row. */
export const READ = `SELECT ${TURNOUT} FROM bench_progress p WHERE p.code = $1`;
