/**
 * What is in force (有效). A ballot `v` stands with its review `s`, and with the case `cs` it joined by `k`; whoever asks
 * joins them by FORCE_JOINS. This file is the only place that says which ballot counts.
 */
export const FORCE_JOINS = `LEFT JOIN submissions s ON s.ballot_id = v.id
    LEFT JOIN case_ballots k ON k.ballot_id = v.id
    LEFT JOIN cases cs ON cs.id = k.case_id`;

/** It needed no review or was approved; in a case, it is the one an officer has let stand. */
export const IN_FORCE = `CASE WHEN k.case_id IS NULL THEN NOT v.needs_review OR coalesce(s.state = 'approved', false)
         ELSE coalesce(cs.standing_ballot_id = v.id, false) END`;

/** What it says: nothing for a withdrawal, and nothing where an officer decided to ask the household again. */
export const SAYS = `CASE WHEN cs.outcome = 'ask_again' AND cs.standing_ballot_id = v.id THEN NULL ELSE v.choice END`;

/** A self-service device may be this far from the server's time before it is marked. */
const MOST_SKEW = `interval '5 minutes'`;

/**
 * By how many seconds the device's time of a ballot `v` is ahead of ours, when that is worth a look; else null. What is
 * written at a door or on paper arrives later: there it is doubtful only in the future, or before the round `r` opened.
 */
export const CLOCK_SKEW = `CASE WHEN v.cast_at > v.received_at + ${MOST_SKEW}
         OR CASE WHEN v.channel IN ('self_service', 'proxy') THEN v.cast_at < v.received_at - ${MOST_SKEW}
                 ELSE v.cast_at < r.opened_at - ${MOST_SKEW} END
       THEN extract(epoch FROM v.cast_at - v.received_at)::bigint END`;

/**
 * The last version in force of each household (a table expression): choice is null after a withdrawal, and where the
 * office asks again.
 * Columns: id, household_id, seq, choice, channel, recorded_by, signer_name, received_at, outcome, earlier_ballot_id.
 * @param which a condition on `v`
 */
export const standingBallots = (which: string): string => `(
  SELECT DISTINCT ON (v.round_id, v.household_id) v.id, v.round_id, v.household_id, v.seq, ${SAYS} AS choice, v.channel,
         v.recorded_by, v.signer_name, v.received_at, v.cast_at, cs.outcome, cs.earlier_ballot_id
    FROM ballots v ${FORCE_JOINS}
   WHERE ${which} AND ${IN_FORCE}
   ORDER BY v.round_id, v.household_id, v.seq DESC)`;

/** The ballot of each household of a round that counts: what stands, where it says something. Columns as above. */
export const countedBallotsOf = (round: string): string =>
  `(SELECT * FROM ${standingBallots(`v.round_id = ${round}`)} standing WHERE standing.choice IS NOT NULL)`;
