/** The projection row of a round as both statements return it. */
export interface ProgressRow {
  page: { round: { turnout: { basis: string; required: number }[] } };
  version: number;
  heads: number;
  dm2: number;
}

export interface CastRow {
  seq: number;
  closesAt: Date;
  heads: number;
  dm2: number;
  /** The gates of the turnout as the round began with them. */
  page: ProgressRow['page'];
}

const sums = (['for', 'against', 'abstain'] as const)
  .map((choice) => {
    const step = `(($4 = '${choice}')::int - (p.choice IS NOT DISTINCT FROM '${choice}')::int)`;
    return `${choice}_heads = ${choice}_heads + ${step}, ${choice}_area_dm2 = ${choice}_area_dm2 + ${step} * p.area_dm2`;
  })
  .join(', ');

const sha = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/**
 * A ballot in one round trip, with all a ballot means: who is signed in, whether bound and entitled, whether the round
 * takes ballots; the ballot with everything it was shown, its sealed place in the record chain, the sums, the audit
 * line. No row when any of it does not hold.
 * $1 token hash, $2 round, $3 household, $4 choice, $5 ballot id, $6 cast at (text), $7 receipt code, $8 receipt hash,
 * $9 salt of the door, $10 salt of the choice, $11 now, $12 now (text)
 */
export const CAST = `
WITH turn AS MATERIALIZED (
  SELECT version, open_until, chain_count, chain_head FROM round_tallies WHERE round_id = $2::uuid FOR NO KEY UPDATE
), paper AS (
  SELECT a.id AS account_id, e.area_dm2, r.closes_at, r.ruleset_hash, m.scheme_hash, m.cost_table_hash,
         m.agreement_hash, coalesce(last.seq, 0) + 1 AS seq, last.choice, turn.chain_count, turn.chain_head,
         CASE WHEN last.choice IS NOT NULL THEN last.id END AS supersedes
    FROM sessions s
    JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL AND a.role = 'resident'
    JOIN bindings b ON b.account_id = a.id AND b.household_id = $3::uuid AND b.state = 'approved'
                   AND b.relation IN ('owner', 'co_owner', 'guardian', 'heir')
    JOIN entitlements e ON e.round_id = $2::uuid AND e.household_id = $3::uuid AND e.head_households = 1
                   AND e.area_dm2 IS NOT NULL
    JOIN turn ON turn.open_until > $11
    JOIN round_tallies seen ON seen.round_id = $2::uuid AND seen.version = turn.version
    JOIN consultation_rounds r ON r.id = $2::uuid
    JOIN motions m ON m.round_id = $2::uuid
    LEFT JOIN LATERAL (SELECT v.id, v.seq, v.choice FROM ballots v WHERE v.round_id = $2::uuid AND v.household_id = $3::uuid
                        ORDER BY v.seq DESC LIMIT 1) last ON true
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $11
     AND NOT EXISTS (SELECT FROM ballots v WHERE v.id = $5::uuid)
     AND NOT EXISTS (SELECT FROM ballots v WHERE v.round_id = $2::uuid AND v.household_id = $3::uuid
                        AND (v.needs_review OR v.recorded_by <> a.id OR v.channel <> 'self_service'))
), hashed AS MATERIALIZED (
  SELECT p.*, ${sha(`'{"agreementHash":"' || agreement_hash || '","castAt":"' || $6::text || '","channel":"self_service","choice":"' || $4
         || '","costTableHash":"' || cost_table_hash || '","householdId":"' || $3::uuid || '","id":"' || $5::uuid
         || '","identityCheck":null,"paperPhotoSha256":null,"recordedBy":"' || account_id || '","roundId":"' || $2::uuid
         || '","rulesetHash":"' || ruleset_hash || '","schemeHash":"' || scheme_hash
         || '","signatureSha256":null,"signerName":null,"signerRelation":null}'`)} AS content_hash FROM paper p
), sealed AS MATERIALIZED (
  SELECT p.*, ${sha(`'{"ballotId":"' || $5::uuid || '","ballotSeq":' || seq || ',"householdId":"' || $3::uuid || '","salt":"' || $9::text || '"}'`)} AS door_seal,
         ${sha(`'{"ballotId":"' || $5::uuid || '","choice":"' || $4 || '","contentHash":"' || content_hash || '","salt":"' || $10::text || '"}'`)} AS choice_seal
    FROM hashed p
), linked AS MATERIALIZED (
  SELECT p.*, ${sha(`'{"at":"' || $12::text || '","kind":"' || CASE WHEN supersedes IS NULL THEN 'ballot' ELSE 'supersede' END || '","payload":{"ballotId":"' || $5::uuid || '","channel":"self_service","choiceSeal":"'
         || choice_seal || '","doorSeal":"' || door_seal || '","needsReview":false,"receiptHash":"' || $8::text
         || '"' || coalesce(',"supersedes":"' || supersedes || '"', '') || '},"previousHash":"' || chain_head || '","roundId":"' || $2::uuid || '","seq":' || (chain_count + 1) || '}'`)} AS event_hash
    FROM sealed p
), ballot AS (
  INSERT INTO ballots (id, round_id, household_id, seq, choice, channel, recorded_by, cast_at, received_at, scheme_hash,
                       cost_table_hash, agreement_hash, ruleset_hash, content_hash, receipt_code, needs_review)
  SELECT $5::uuid, $2::uuid, $3::uuid, seq, $4, 'self_service', account_id, ($6::text)::timestamptz, $11, scheme_hash, cost_table_hash,
         agreement_hash, ruleset_hash, content_hash, $7, false FROM linked
), event AS (
  INSERT INTO chain_events (round_id, seq, kind, payload, at, previous_hash, hash, salts)
  SELECT $2::uuid, chain_count + 1, CASE WHEN supersedes IS NULL THEN 'ballot' ELSE 'supersede' END,
         jsonb_strip_nulls(jsonb_build_object('ballotId', $5::uuid, 'channel', 'self_service', 'needsReview', false,
           'doorSeal', door_seal, 'choiceSeal', choice_seal, 'receiptHash', $8::text, 'supersedes', supersedes)),
         $11, chain_head, event_hash, jsonb_build_object('door', $9::text, 'choice', $10::text) FROM linked
), line AS (
  INSERT INTO audit_events (at, actor_id, action, subject_kind, subject_id, detail)
  SELECT $11, account_id, 'ballot.cast', 'ballot', $5::uuid::text,
         jsonb_build_object('roundId', $2::uuid, 'householdId', $3::uuid, 'channel', 'self_service', 'seq', seq) FROM linked
), moved AS (
  UPDATE round_tallies t SET version = t.version + 1, counted_at = $11, chain_count = t.chain_count + 1, chain_head = p.event_hash,
         counted_households = counted_households + (p.choice IS NULL)::int,
         silent_heads = silent_heads - (p.choice IS NULL)::int,
         silent_area_dm2 = silent_area_dm2 - (p.choice IS NULL)::int * p.area_dm2, ${sums}
    FROM linked p WHERE t.round_id = $2::uuid
  RETURNING for_heads + against_heads + abstain_heads AS heads, for_area_dm2 + against_area_dm2 + abstain_area_dm2 AS dm2
)
SELECT moved.*, p.seq, p.closes_at AS "closesAt", b.page FROM moved, linked p, bench_pages b WHERE b.round_id = $2::uuid`;

/** The page in one row, with what has come in. */
export const READ = `
SELECT b.page, t.version, t.for_heads + t.against_heads + t.abstain_heads AS heads,
       t.for_area_dm2 + t.against_area_dm2 + t.abstain_area_dm2 AS dm2
  FROM bench_pages b JOIN round_tallies t ON t.round_id = b.round_id WHERE b.code = $1`;

/** Plans made once and kept, by key only: the best a hand-written server can ask for. */
export const SETTINGS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** A row of the town page. */
export interface TownRow {
  stairwellId: string;
  roundId: string | null;
  roundState: string | null;
  closesAt: Date | null;
  heads: number;
  dm2: number;
  wholeHeads: number;
  wholeDm2: number;
  requiredHeads: number;
  requiredDm2: number;
}

/**
 * The page of a town in one round trip: who asks ($1 token hash), whether for that town ($2), of one stage ($3), how
 * many ($4).
 */
export const TOWN = `
WITH reader AS (
  SELECT r.town FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL AND a.role = 'street'
    JOIN remits r ON r.account_id = a.id AND r.revoked_at IS NULL
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now())
SELECT page."stairwellId", page.code, page.town, page.neighbourhood, page."estateName", page."buildingName",
       page."stairwellName", page.stage, page."stageSinceOn", doors.count AS "householdCount", round.id AS "roundId", round.state AS "roundState",
       round.closes_at AS "closesAt", t.for_heads + t.against_heads + t.abstain_heads AS heads,
       t.for_area_dm2 + t.against_area_dm2 + t.abstain_area_dm2 AS dm2, p.whole_heads AS "wholeHeads",
       p.whole_dm2 AS "wholeDm2", p.required_heads AS "requiredHeads", p.required_dm2 AS "requiredDm2"
  FROM (SELECT w.id AS "stairwellId", w.code, e.town, e.neighbourhood, e.name AS "estateName", b.name AS "buildingName",
               w.name AS "stairwellName", w.stage, w.stage_since_on::text AS "stageSinceOn", w.building_id, w.estate_id,
               coalesce(substring(b.name from '\\d{1,9}')::int, 0) AS building_no,
               coalesce(substring(w.name from '\\d{1,9}')::int, 0) AS stairwell_no
          FROM reader JOIN estates e ON e.town = reader.town JOIN stairwells w ON w.estate_id = e.id
          JOIN buildings b ON b.id = w.building_id
         WHERE e.town = $2 AND w.stage = $3
         ORDER BY e.town, e.neighbourhood, e.name, building_no, b.name, stairwell_no, w.name LIMIT $4) page
 CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM households h WHERE h.stairwell_id = page."stairwellId") doors
  LEFT JOIN LATERAL (SELECT r.id, r.state, r.closes_at FROM consultation_rounds r
                      WHERE r.scope_id IN (page."stairwellId", page.building_id, page.estate_id)
                        AND r.state NOT IN ('draft', 'void') ORDER BY r.opened_at DESC, r.id LIMIT 1) round ON true
  LEFT JOIN round_tallies t ON t.round_id = round.id
  LEFT JOIN bench_pages p ON p.round_id = round.id
 ORDER BY page.town, page.neighbourhood, page."estateName", building_no, page."buildingName", stairwell_no, page."stairwellName"`;
