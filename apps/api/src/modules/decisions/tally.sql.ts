import type { EntityManager } from 'typeorm';

/** What the query finds for one gate of the ruleset. */
export interface SqlCheck {
  gateId: string;
  part: number;
  whole: number;
  required: number;
  /** null: an area gate while an area is unknown. */
  met: boolean | null;
}

/** Heads and area of one answer. */
export interface SqlAmount {
  heads: number;
  areaDm2: number;
}

/** A round as the database counts it, from the same tables and by none of the same code. */
export interface SqlTally {
  roundId: string;
  electorate: SqlAmount;
  for: SqlAmount;
  against: SqlAmount;
  abstain: SqlAmount;
  silent: SqlAmount;
  held: SqlAmount;
  unknownAreas: number;
  checks: SqlCheck[];
  /** As if the round closed now. */
  verdictIfClosed: 'approved' | 'rejected' | 'undetermined';
}

/**
 * Doors with the ballot that counts (null: taken back, or asked again) → heads with their one answer → sums → gates of the pinned ruleset → verdict.
 * A head that has said two things is held. Integers only: a gate is met when part × denominator ≥ whole × numerator.
 */
const TALLY = `
WITH in_force AS (
  SELECT v.round_id, v.household_id, CASE WHEN held.outcome = 'ask_again' THEN NULL ELSE v.choice END AS choice,
         row_number() OVER (PARTITION BY v.round_id, v.household_id ORDER BY v.seq DESC) AS newness
    FROM ballots v
    LEFT JOIN (SELECT b.ballot_id, c.outcome, c.standing_ballot_id
                 FROM cases c JOIN case_ballots b ON b.case_id = c.id WHERE c.round_id = ANY($1)) held
           ON held.ballot_id = v.id
   WHERE v.round_id = ANY($1)
     AND CASE WHEN held.ballot_id IS NOT NULL THEN held.standing_ballot_id IS NOT DISTINCT FROM v.id
              ELSE v.needs_review = false
                OR EXISTS (SELECT 1 FROM submissions s WHERE s.ballot_id = v.id AND s.state = 'approved') END
), doors AS (
  SELECT e.round_id, e.head_key, e.area_dm2, f.choice
    FROM entitlements e
    LEFT JOIN in_force f ON f.round_id = e.round_id AND f.household_id = e.household_id AND f.newness = 1
   WHERE e.round_id = ANY($1)
), heads AS (
  SELECT round_id, head_key,
         CASE count(DISTINCT choice) WHEN 0 THEN 'silent' WHEN 1 THEN min(choice) ELSE 'held' END AS answer,
         coalesce(sum(area_dm2) FILTER (WHERE choice IS NOT NULL), 0)::bigint AS answered_dm2,
         coalesce(sum(area_dm2) FILTER (WHERE choice IS NULL), 0)::bigint AS silent_dm2,
         count(*) FILTER (WHERE area_dm2 IS NULL) AS unknown
    FROM doors GROUP BY round_id, head_key
), sums AS (
  SELECT round_id, count(*) AS h_all, sum(answered_dm2 + silent_dm2)::bigint AS a_all,
         count(*) FILTER (WHERE answer = 'for') AS h_for,
         count(*) FILTER (WHERE answer = 'against') AS h_against,
         count(*) FILTER (WHERE answer = 'abstain') AS h_abstain,
         count(*) FILTER (WHERE answer = 'silent') AS h_silent,
         count(*) FILTER (WHERE answer = 'held') AS h_held,
         coalesce(sum(answered_dm2) FILTER (WHERE answer = 'for'), 0)::bigint AS a_for,
         coalesce(sum(answered_dm2) FILTER (WHERE answer = 'against'), 0)::bigint AS a_against,
         coalesce(sum(answered_dm2) FILTER (WHERE answer = 'abstain'), 0)::bigint AS a_abstain,
         coalesce(sum(silent_dm2), 0)::bigint AS a_silent,
         coalesce(sum(answered_dm2) FILTER (WHERE answer = 'held'), 0)::bigint AS a_held,
         sum(unknown)::bigint AS unknown
    FROM heads GROUP BY round_id
), gates AS (
  SELECT s.*, g.position, g.gate->>'id' AS gate_id, g.gate->>'role' AS role, g.gate->>'basis' AS basis,
         g.gate->>'comparison' AS comparison, (g.gate->>'numerator')::bigint AS n, (g.gate->>'denominator')::bigint AS d,
         g.gate->>'base' AS base
    FROM sums s
    JOIN consultation_rounds r ON r.id = s.round_id
    CROSS JOIN LATERAL jsonb_array_elements(r.ruleset->'gates') WITH ORDINALITY AS g (gate, position)
), amounts AS (
  SELECT *, CASE basis WHEN 'headcount' THEN h_all ELSE a_all END AS everyone,
         CASE basis WHEN 'headcount' THEN h_for ELSE a_for END AS agreed,
         CASE basis WHEN 'headcount' THEN h_against ELSE a_against END AS opposed,
         CASE basis WHEN 'headcount' THEN h_for + h_against + h_abstain ELSE a_for + a_against + a_abstain END AS took_part,
         CASE basis WHEN 'headcount' THEN h_held ELSE a_held END AS pending,
         basis = 'exclusive_area' AND unknown > 0 AS unknowable
    FROM gates
), turns AS (
  -- as it is, at worst (everything held turns out against) and at best (everything held turns out for)
  SELECT a.*, t.turn, t.more_for, t.more_against
    FROM amounts a
    CROSS JOIN LATERAL (VALUES ('now', 0, 0), ('worst', 0, CASE role WHEN 'quorum' THEN 0 ELSE pending END),
                               ('best', pending, 0)) AS t (turn, more_for, more_against)
), fractions AS (
  SELECT *, CASE role WHEN 'quorum' THEN took_part + more_for + more_against
                      WHEN 'approval' THEN agreed + more_for
                      ELSE everyone - opposed - more_against END AS part,
         CASE WHEN role = 'approval' AND base = 'participants' THEN took_part + more_for + more_against
              ELSE everyone END AS whole
    FROM turns
), outcomes AS (
  SELECT *, part > 0 AND CASE comparison WHEN 'at_least' THEN part * d >= whole * n ELSE part * d > whole * n END AS met,
         greatest(1, CASE comparison WHEN 'at_least' THEN (whole * n + d - 1) / d ELSE whole * n / d + 1 END) AS required
    FROM fractions
), verdicts AS (
  SELECT round_id,
         json_agg(json_build_object('gateId', gate_id, 'part', part, 'whole', whole, 'required', required,
                                    'met', CASE WHEN unknowable THEN NULL ELSE met END) ORDER BY position)
           FILTER (WHERE turn = 'now') AS checks,
         CASE WHEN bool_or(unknowable) THEN 'undetermined'
              WHEN bool_and(met) FILTER (WHERE turn = 'worst') THEN 'approved'
              WHEN bool_and(met) FILTER (WHERE turn = 'best') THEN 'undetermined'
              ELSE 'rejected' END AS verdict
    FROM outcomes GROUP BY round_id
)
SELECT s.round_id AS "roundId", s.unknown AS "unknownAreas", v.checks, v.verdict AS "verdictIfClosed",
       json_build_object('heads', h_all, 'areaDm2', a_all) AS electorate,
       json_build_object('heads', h_for, 'areaDm2', a_for) AS "for",
       json_build_object('heads', h_against, 'areaDm2', a_against) AS against,
       json_build_object('heads', h_abstain, 'areaDm2', a_abstain) AS abstain,
       json_build_object('heads', h_silent, 'areaDm2', a_silent) AS silent,
       json_build_object('heads', h_held, 'areaDm2', a_held) AS held
  FROM sums s JOIN verdicts v USING (round_id)`;

/**
 * Counts rounds a second time, in SQL alone: an independent check on `@jiati/rules` and on the stored projections.
 * @returns one row a round that was opened, in no order
 */
export async function tallyInSql(tx: EntityManager, roundIds: readonly string[]): Promise<SqlTally[]> {
  return tx.query(TALLY, [roundIds]);
}
