import { DOOR_ORDER, standingBallots } from '../decisions';

/**
 * Whose reminding is asked about. In SQL `$1` is the round, `$2` the day in Shanghai, `$3` the relations that carry the
 * vote, `$4` the channels this installation can send by, `$5` the instant since when somebody counts as reminded
 * lately; for `one` person `$6` is the account.
 */
export type Whose = 'everyone' | 'one';

/** Only the doors of one person are looked at: the same answer, without counting a whole estate for it. */
const ONLY: Record<Whose, (column: string) => string> = {
  everyone: () => '',
  one: (column) => `AND ${column} IN (SELECT household_id FROM bindings WHERE account_id = $6)`,
};

/**
 * Common table expressions, for after WITH:
 * - `silent`: doors of the electorate that may still answer. A ballot that counts or waits for review is an answer, and
 *   so is not reminded of; a dispute stops the household from answering, so it is not reminded either.
 * - `voters`: everybody who may cast for one of them, with the channel they chose (`none` where they chose nothing),
 *   whether a message can go out by it (`reached`), and whether one did lately or waits (`lately`).
 * - `doors`: the silent ones with the reason why nobody of it gets a message; null where somebody does.
 */
export const silentPeople = (whose: Whose): string => `
silent AS MATERIALIZED (
  SELECT e.household_id, e.stairwell_id, e.tenure, e.room_no, concat_ws(' ', e.building_name, e.stairwell_name) AS place,
         row_number() OVER (ORDER BY ${DOOR_ORDER}) AS nth
    FROM entitlements e
    JOIN households h ON h.id = e.household_id
    LEFT JOIN ${standingBallots(`v.round_id = $1 ${ONLY[whose]('v.household_id')}`)} b
           ON b.household_id = e.household_id AND b.choice IS NOT NULL
    LEFT JOIN (SELECT DISTINCT s.household_id FROM submissions s
                WHERE s.round_id = $1 AND s.state IN ('received', 'resubmitted') ${ONLY[whose]('s.household_id')}) w
           ON w.household_id = e.household_id
   WHERE e.round_id = $1 AND h.ballot_frozen_at IS NULL AND b.id IS NULL AND w.household_id IS NULL
         ${ONLY[whose]('e.household_id')}
), voters AS MATERIALIZED (
  SELECT s.household_id, s.stairwell_id, s.nth, a.id AS account_id, coalesce(c.channel, 'none') AS channel,
         coalesce(c.weapp_permissions, 0) AS weapp_permissions,
         coalesce(c.channel = ANY($4::text[]), false) AND CASE c.channel
           WHEN 'sms' THEN a.phone_index IS NOT NULL
           WHEN 'weapp' THEN c.weapp_permissions > 0
                             AND EXISTS (SELECT FROM weapp_identities i WHERE i.account_id = a.id) END AS reached,
         EXISTS (SELECT FROM reminders m
                  WHERE m.round_id = $1 AND m.account_id = a.id
                    AND (m.state = 'waiting' OR m.state IN ('sending', 'sent') AND m.asked_at > $5)) AS lately
    FROM silent s
    JOIN consultation_rounds r ON r.id = $1
    JOIN bindings b ON b.household_id = s.household_id AND b.state = 'approved'
                   AND (b.expires_on IS NULL OR b.expires_on >= $2::date)
                   AND (b.relation = ANY($3::text[])
                        OR b.relation = 'tenant' AND s.tenure = 'public_rental'
                           AND r.ruleset->>'publicHousing' = 'tenant_opinion')
    JOIN accounts a ON a.id = b.account_id AND a.disabled_at IS NULL
    LEFT JOIN reminder_choices c ON c.account_id = a.id
), doors AS (
  SELECT s.household_id, s.place, s.room_no, s.nth,
         CASE WHEN count(v.account_id) = 0 THEN 'nobody_bound'
              WHEN bool_or(v.reached AND NOT v.lately) THEN NULL
              WHEN bool_or(v.lately) THEN 'reminded_lately'
              WHEN bool_or(v.channel = 'weapp' AND v.weapp_permissions = 0) THEN 'no_permission_left'
              ELSE 'nothing_chosen' END AS reason
    FROM silent s LEFT JOIN voters v ON v.household_id = s.household_id
   GROUP BY s.household_id, s.place, s.room_no, s.nth
)`;
