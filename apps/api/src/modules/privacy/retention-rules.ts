import { hasDecided } from '../bindings';
import { retentionWords, type RetentionRuleId } from './copy/retention-words';

/** What happens to rows whose time is over: they go, or the personal part of them is emptied. */
export type RetentionAction = { kind: 'delete' } | { kind: 'empty'; set: string };

/**
 * One rule. SQL speaks of the row as `t`. The days are an office's own setting: what stands here is the default, and
 * `purge --days <rule>=<days>` says another.
 */
export interface RetentionRule {
  id: RetentionRuleId;
  table: string;
  /** Days after `since`. */
  days: number;
  action: RetentionAction;
  /** The instant a row's time begins to run. */
  since: string;
  /** Which rows it is about. Must become false once the action is done, so that a second run finds nothing. */
  where: string;
  /** The table only ever grows, kept so by a trigger: the owner lifts it for these rows, within the transaction. */
  liftsTrigger?: string;
}

const HALF_A_YEAR = 180;
const THREE_YEARS = 3 * 365;
/** Dates are days in Shanghai. */
const midnightAfter = (day: string) => `((${day})::timestamp AT TIME ZONE 'Asia/Shanghai' + interval '1 day')`;

/** Every stairwell of the door or doors has had its lift for a while; counted from the last of them. */
const HANDED_OVER = (households: string) => `NOT EXISTS (
  SELECT FROM households h JOIN stairwells w ON w.id = h.stairwell_id
   WHERE ${households} AND w.stage NOT IN ('handover', 'operation'))`;
const HANDED_OVER_ON = (households: string) =>
  midnightAfter(`(
  SELECT max(w.stage_since_on) FROM households h JOIN stairwells w ON w.id = h.stairwell_id WHERE ${households})`);
const OF_OWNER = `h.id IN (SELECT o.household_id FROM ownerships o WHERE o.owner_id = t.id)`;
const OF_TENANT = `h.id = t.household_id`;

/** In the order they are applied: evidence loses its photo before photos without a paper go. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    id: 'phone-codes',
    table: 'phone_codes',
    days: 7,
    action: { kind: 'delete' },
    since: 't.created_at',
    where: 'TRUE',
  },
  {
    id: 'ended-sessions',
    table: 'sessions',
    days: 90,
    action: { kind: 'delete' },
    since: 'LEAST(t.revoked_at, t.expires_at)',
    where: 'TRUE',
  },
  {
    id: 'rate-limits',
    table: 'rate_limits',
    days: 1,
    action: { kind: 'delete' },
    since: 'to_timestamp(t.expire / 1000.0)',
    where: 't.expire IS NOT NULL',
  },
  {
    id: 'password-tries',
    table: 'password_tries',
    days: 30,
    action: { kind: 'delete' },
    since: 'GREATEST(t.last_try_at, t.locked_until)',
    where: 'TRUE',
  },
  {
    id: 'passkey-challenges',
    table: 'passkey_challenges',
    days: 1,
    action: { kind: 'delete' },
    since: 't.expires_at',
    where: 'TRUE',
  },
  {
    id: 'unfinished-totp',
    table: 'staff_totp',
    days: 7,
    action: { kind: 'delete' },
    since: 't.created_at',
    where: 't.confirmed_at IS NULL',
  },
  {
    id: 'roll-previews',
    table: 'roll_imports',
    days: 7,
    action: { kind: 'delete' },
    since: 't.created_at',
    where: `t.state = 'previewed'`,
  },
  {
    id: 'roll-imports',
    table: 'roll_imports',
    days: 365,
    action: { kind: 'delete' },
    since: 't.committed_at',
    where: `t.state = 'committed'`,
  },
  {
    id: 'binding-evidence',
    table: 'binding_evidence',
    days: HALF_A_YEAR,
    action: { kind: 'empty', set: 'document_number_sealed = NULL, photo_id = NULL' },
    since: `(SELECT COALESCE(b.ended_at, b.decided_at, b.created_at) FROM bindings b WHERE b.id = t.binding_id)`,
    where: `(t.document_number_sealed IS NOT NULL OR t.photo_id IS NOT NULL) AND EXISTS (
      SELECT FROM bindings b WHERE b.id = t.binding_id AND b.state IN ('returned', 'ended') AND NOT ${hasDecided('b')})`,
  },
  {
    id: 'evidence-photos',
    table: 'paper_photos',
    days: 1,
    action: { kind: 'delete' },
    since: 't.created_at',
    where: `NOT EXISTS (SELECT FROM ballots x WHERE x.paper_photo_id = t.id)
      AND NOT EXISTS (SELECT FROM binding_evidence x WHERE x.photo_id = t.id)
      AND NOT EXISTS (SELECT FROM proxy_authorisations x WHERE x.letter_photo_id = t.id)`,
    liftsTrigger: 'paper_photos_append_only',
  },
  {
    id: 'interest-words',
    table: 'expressions_of_interest',
    days: THREE_YEARS,
    action: { kind: 'empty', set: `note = '', reasons = '{}'` },
    since: 't.received_at',
    where: `(t.note <> '' OR t.reasons <> '{}')`,
  },
  {
    id: 'visit-notes',
    table: 'visits',
    days: THREE_YEARS,
    action: { kind: 'empty', set: `note = ''` },
    since: 't.visited_at',
    where: `t.note <> ''`,
  },
  {
    id: 'ended-assignments',
    table: 'volunteer_assignments',
    days: THREE_YEARS,
    action: { kind: 'delete' },
    since: midnightAfter('t.expires_on'),
    where: 'TRUE',
  },
  {
    id: 'reminders',
    table: 'reminders',
    days: HALF_A_YEAR,
    action: { kind: 'delete' },
    since: 't.asked_at',
    where: 'TRUE',
  },
  {
    id: 'owner-phones',
    table: 'owners',
    days: HALF_A_YEAR,
    action: { kind: 'empty', set: 'phone_sealed = NULL, phone_index = NULL' },
    since: HANDED_OVER_ON(OF_OWNER),
    where: `t.phone_sealed IS NOT NULL AND ${HANDED_OVER(OF_OWNER)}`,
  },
  {
    id: 'tenant-phones',
    table: 'public_housing_tenants',
    days: HALF_A_YEAR,
    action: { kind: 'empty', set: 'phone_sealed = NULL, phone_index = NULL' },
    since: HANDED_OVER_ON(OF_TENANT),
    where: `t.phone_sealed IS NOT NULL AND ${HANDED_OVER(OF_TENANT)}`,
  },
];

/** What a rule says to people. */
export const wordsOf = ({ id }: RetentionRule) => retentionWords[id];
