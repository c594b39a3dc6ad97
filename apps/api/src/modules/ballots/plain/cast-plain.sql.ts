import { auditCategoryOf } from '../../../platform/audit';
import { contentHashSql, type SqlMembers } from '../../chain';
import { TURNOUT } from '../../decisions';

/** What the devices sent, one entry a ballot; every array has the same length. */
export const ASKED = {
  place: 'int',
  token_hash: 'text',
  client: 'text',
  request_id: 'text',
  round_id: 'uuid',
  household_id: 'uuid',
  id: 'uuid',
  choice: 'text',
  cast_at: 'text',
  receipt_code: 'text',
  receipt_hash: 'text',
  door_salt: 'text',
  choice_salt: 'text',
} as const;

const columns = Object.keys(ASKED) as (keyof typeof ASKED)[];
const arrays = columns.map((column, index) => `$${index + 1}::${ASKED[column]}[]`).join(', ');
const rounds = `$${columns.indexOf('round_id') + 1}::uuid[]`;
/** The server's instant, once as a value and once as the hashes spell it. */
const now = `$${columns.length + 1}::timestamptz`;
const nowText = `$${columns.length + 2}::text`;
/** The day in Shanghai. */
const today = `$${columns.length + 3}::date`;

const contentHash = contentHashSql({
  id: { text: 'p.id' },
  roundId: { text: 'p.round_id' },
  householdId: { text: 'p.household_id' },
  choice: { text: 'p.choice' },
  channel: { text: `'self_service'` },
  castAt: { text: 'p.cast_at' },
  recordedBy: { text: 'p.account_id' },
  signatureSha256: { bare: `'null'` },
  paperPhotoSha256: { bare: `'null'` },
  signerName: { bare: `'null'` },
  signerRelation: { bare: `'null'` },
  identityCheck: { bare: `'null'` },
  schemeHash: { text: 'p.scheme_hash' },
  costTableHash: { text: 'p.cost_table_hash' },
  agreementHash: { text: 'p.agreement_hash' },
  rulesetHash: { text: 'p.ruleset_hash' },
});

const doorSeal = contentHashSql({
  ballotId: { text: 'p.id' },
  householdId: { text: 'p.household_id' },
  ballotSeq: { bare: 'p.seq' },
  salt: { text: 'p.door_salt' },
});

const choiceSeal = contentHashSql({
  ballotId: { text: 'p.id' },
  choice: { text: 'p.choice' },
  contentHash: { text: 'p.content_hash' },
  salt: { text: 'p.choice_salt' },
});

const eventHash = (kind: 'ballot' | 'supersede', more: SqlMembers = {}) =>
  contentHashSql({
    roundId: { text: 'p.round_id' },
    seq: { bare: 'p.chain_count + 1' },
    kind: { text: `'${kind}'` },
    payload: {
      ballotId: { text: 'p.id' },
      channel: { text: `'self_service'` },
      needsReview: { bare: `'false'` },
      doorSeal: { text: 'p.door_seal' },
      choiceSeal: { text: 'p.choice_seal' },
      receiptHash: { text: 'p.receipt_hash' },
      ...more,
    },
    at: { text: nowText },
    previousHash: { text: 'p.chain_head' },
  });
const linkedHash = `CASE WHEN p.supersedes IS NULL THEN ${eventHash('ballot')}
                         ELSE ${eventHash('supersede', { supersedes: { text: 'p.supersedes' } })} END`;

const sums = (['for', 'against', 'abstain'] as const)
  .map((choice) => {
    const step = `((p.choice = '${choice}')::int - (p.earlier IS NOT DISTINCT FROM '${choice}')::int)`;
    return `${choice}_heads = t.${choice}_heads + ${step}, ${choice}_area_dm2 = t.${choice}_area_dm2 + ${step} * p.area_dm2`;
  })
  .join(',\n      ');

/**
 * Takes plain ballots, each of another round, in one statement: one round trip and one commit for all of them. A ballot
 * is plain when nothing about it needs a decision: sent by a phone for its own household, by the one person who has
 * voted for it so far and only so, whose session was seen a moment ago; of a head with this one household, of known
 * area; with nothing in review and nothing frozen; while the round takes ballots. Every other ballot finds no row here,
 * changes nothing, and goes the long way, which knows all the reasons.
 *
 * The tally row is locked first. What other rows say comes from the statement's snapshot, which may be older than the
 * lock: `seen` makes sure that nothing was cast or closed in between.
 */
export const CAST_PLAIN = `
WITH asked AS (
  SELECT * FROM unnest(${arrays}) AS a (${columns.join(', ')})
), turn AS MATERIALIZED (
  SELECT round_id, version, open_until, chain_count, chain_head FROM round_tallies
   WHERE round_id = ANY (${rounds}) ORDER BY round_id FOR NO KEY UPDATE
), found AS (
  SELECT a.*, c.id AS account_id, s.id AS session_id, e.area_dm2, turn.chain_count, turn.chain_head, r.estate_id,
         r.closes_at, r.ruleset_hash, m.scheme_hash, m.cost_table_hash, m.agreement_hash,
         coalesce(last.seq, 0) + 1 AS seq, last.choice AS earlier,
         CASE WHEN last.choice IS NOT NULL THEN last.id END AS supersedes
    FROM asked a
    JOIN turn ON turn.round_id = a.round_id AND turn.open_until > ${now} AND turn.chain_count > 0
    JOIN round_tallies seen ON seen.round_id = a.round_id AND seen.version = turn.version
    JOIN consultation_rounds r ON r.id = a.round_id
    JOIN motions m ON m.round_id = a.round_id
    JOIN entitlements e ON e.round_id = a.round_id AND e.household_id = a.household_id
     AND e.head_households = 1 AND e.area_dm2 IS NOT NULL
    JOIN households h ON h.id = a.household_id AND h.ballot_frozen_at IS NULL
    JOIN sessions s ON s.token_hash = a.token_hash AND s.client = a.client AND s.helper_name IS NULL
     AND s.assurance = 'full' AND s.revoked_at IS NULL AND s.expires_at > ${now}
     AND s.last_seen_at > ${now} - interval '5 minutes'
    JOIN accounts c ON c.id = s.account_id AND c.role = 'resident' AND c.disabled_at IS NULL
    JOIN bindings b ON b.account_id = c.id AND b.household_id = a.household_id AND b.state = 'approved'
     AND b.relation IN ('owner', 'co_owner', 'guardian', 'heir') AND (b.expires_on IS NULL OR b.expires_on >= ${today})
    LEFT JOIN LATERAL (
      SELECT v.id, v.seq, v.choice FROM ballots v WHERE v.round_id = a.round_id AND v.household_id = a.household_id
       ORDER BY v.seq DESC LIMIT 1) last ON true
   WHERE NOT EXISTS (SELECT FROM ballots v WHERE v.id = a.id)
     AND NOT EXISTS (SELECT FROM ballots v WHERE v.round_id = a.round_id AND v.household_id = a.household_id
                        AND (v.needs_review OR v.recorded_by <> c.id OR v.channel <> 'self_service'))
     AND CASE WHEN last.seq IS NULL THEN true ELSE r.ruleset->>'changeOfMind' <> 'never' END
     AND coalesce(r.ruleset->'leastEvidence'->'self_service', '[]') = '[]'
), hashed AS MATERIALIZED (SELECT p.*, ${contentHash} AS content_hash FROM found p
), sealed AS MATERIALIZED (SELECT p.*, ${doorSeal} AS door_seal, ${choiceSeal} AS choice_seal FROM hashed p
), linked AS MATERIALIZED (SELECT p.*, ${linkedHash} AS event_hash FROM sealed p
), stored AS (
  INSERT INTO ballots (id, round_id, household_id, seq, choice, channel, recorded_by, cast_at, received_at, scheme_hash,
                       cost_table_hash, agreement_hash, ruleset_hash, content_hash, receipt_code, needs_review)
  SELECT id, round_id, household_id, seq, choice, 'self_service', account_id, cast_at::timestamptz, ${now},
         scheme_hash, cost_table_hash, agreement_hash, ruleset_hash, content_hash, receipt_code, false FROM linked
), chained AS (
  INSERT INTO chain_events (round_id, seq, kind, payload, at, previous_hash, hash, salts)
  SELECT round_id, chain_count + 1, CASE WHEN supersedes IS NULL THEN 'ballot' ELSE 'supersede' END,
         jsonb_strip_nulls(jsonb_build_object('ballotId', id, 'channel', 'self_service', 'needsReview', false,
           'doorSeal', door_seal, 'choiceSeal', choice_seal, 'receiptHash', receipt_hash, 'supersedes', supersedes)),
         ${now}, chain_head, event_hash, jsonb_build_object('door', door_salt, 'choice', choice_salt) FROM linked
), noted AS (
  INSERT INTO audit_events (at, actor_id, action, category, subject_kind, subject_id, estate_id, session_id, request_id, detail)
  SELECT ${now}, account_id, 'ballot.cast', '${auditCategoryOf('ballot.cast')}', 'ballot', id::text, estate_id, session_id, request_id,
         jsonb_build_object('roundId', round_id, 'householdId', household_id, 'channel', 'self_service', 'seq', seq)
    FROM linked
), moved AS (
  UPDATE round_tallies t SET version = t.version + 1, counted_at = ${now},
      chain_count = t.chain_count + 1, chain_head = p.event_hash,
      counted_households = t.counted_households + (p.earlier IS NULL)::int,
      silent_heads = t.silent_heads - (p.earlier IS NULL)::int,
      silent_area_dm2 = t.silent_area_dm2 - (p.earlier IS NULL)::int * p.area_dm2,
      ${sums}
    FROM linked p WHERE t.round_id = p.round_id
  RETURNING t.round_id, ${TURNOUT}
)
SELECT p.place, p.seq, p.receipt_code AS "receiptCode", p.closes_at AS "closesAt", p.ruleset_hash AS "rulesetHash", moved.*
  FROM linked p JOIN moved ON moved.round_id = p.round_id`;
