import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { contentHash } from '../chain';
import { FORCE_JOINS } from '../decisions';
import type { Ballot } from './ballot.entity';
import type { CastableRound } from './ballots.repository';
import type { ReadEvidence } from './evidence';

/** What the device said, what it was shown and who recorded it: everything a receipt promises. */
export interface BallotFacts {
  id: string;
  roundId: string;
  householdId: string;
  /** null: a withdrawal. */
  choice: string | null;
  channel: string;
  castAt: string;
  recordedBy: string;
  signatureSha256: string | null;
  paperPhotoSha256: string | null;
  signerName: string | null;
  signerRelation: string | null;
  identityCheck: string | null;
  schemeHash: string;
  costTableHash: string;
  agreementHash: string;
  rulesetHash: string;
  /** Only in the hash of a ballot cast by proxy: the hashes given out before there were proxies stay what they are. */
  proxyAuthorisationId?: string;
}

/** The content hash of a ballot. The same facts, whoever writes them down, give the same hash. */
export function hashOfBallot(facts: BallotFacts): string {
  return contentHash(facts);
}

/** What was sent of a version; a ballot's evidence stands beside it. */
type Said = Pick<Ballot, 'id' | 'householdId' | 'choice' | 'channel' | 'castAt'> &
  Partial<Pick<Ballot, 'signerName' | 'signerRelation' | 'identityCheck'>>;

/** The receipt's promise stands on this: whoever sends the same again gets the same answer. */
export function hashOfVersion(
  actor: Actor,
  round: CastableRound,
  said: Said,
  evidence: ReadEvidence,
  proxyAuthorisationId: string | null,
): string {
  return hashOfBallot({
    id: said.id,
    roundId: round.id,
    householdId: said.householdId,
    choice: said.choice,
    channel: said.channel,
    castAt: said.castAt.toISOString(),
    recordedBy: actor.accountId,
    signatureSha256: evidence.signature?.sha256 ?? null,
    paperPhotoSha256: evidence.photo?.sha256 ?? null,
    signerName: said.signerName ?? null,
    signerRelation: said.signerRelation ?? null,
    identityCheck: said.identityCheck ?? null,
    schemeHash: round.schemeHash,
    costTableHash: round.costTableHash,
    agreementHash: round.agreementHash,
    rulesetHash: round.rulesetHash,
    ...(proxyAuthorisationId === null ? {} : { proxyAuthorisationId }),
  });
}

/** A stored ballot as it is now, with the hash that follows from what is stored. */
export interface StoredBallot {
  id: string;
  householdId: string;
  roomNo: string;
  seq: number;
  choice: string | null;
  channel: string;
  needsReview: boolean;
  receivedAt: Date;
  receiptCode: string;
  contentHash: string;
  recomputedHash: string;
  submissionState: string | null;
  /** The case that holds it, with how that stands and how often it was settled. */
  caseId: string | null;
  caseOutcome: string | null;
  caseStandingBallotId: string | null;
  caseSettlements: number;
}

type StoredRow = Omit<StoredBallot, 'recomputedHash'> &
  Omit<BallotFacts, 'castAt' | 'proxyAuthorisationId'> & { castAt: Date; proxyAuthorisationId: string | null };

/** Every ballot of a round with its hash worked out anew, down to the bytes of signature and photo; in door and seq order. */
export async function storedBallots(tx: EntityManager, roundId: string): Promise<StoredBallot[]> {
  const rows: StoredRow[] = await tx.query(
    `SELECT v.id, v.round_id AS "roundId", v.household_id AS "householdId", e.room_no AS "roomNo", v.seq, v.choice,
            v.channel, v.needs_review AS "needsReview", v.received_at AS "receivedAt",
            v.receipt_code AS "receiptCode", v.content_hash AS "contentHash", s.state AS "submissionState",
            k.case_id AS "caseId", cs.outcome AS "caseOutcome", cs.standing_ballot_id AS "caseStandingBallotId",
            (SELECT count(*)::int FROM case_settlements t WHERE t.case_id = k.case_id) AS "caseSettlements",
            v.cast_at AS "castAt", v.recorded_by AS "recordedBy", v.signer_name AS "signerName",
            v.signer_relation AS "signerRelation", v.identity_check AS "identityCheck",
            v.scheme_hash AS "schemeHash", v.proxy_authorisation_id AS "proxyAuthorisationId", v.cost_table_hash AS "costTableHash",
            v.agreement_hash AS "agreementHash", v.ruleset_hash AS "rulesetHash",
            CASE WHEN v.signature_id IS NOT NULL THEN
              coalesce(encode(sha256(coalesce(g.png, convert_to(g.typed_name, 'UTF8'))), 'hex'), 'gone') END AS "signatureSha256",
            CASE WHEN v.paper_photo_id IS NOT NULL THEN
              coalesce(encode(sha256(p.bytes), 'hex'), 'gone') END AS "paperPhotoSha256"
       FROM ballots v
       LEFT JOIN entitlements e ON e.round_id = v.round_id AND e.household_id = v.household_id
       ${FORCE_JOINS}
       LEFT JOIN signatures g ON g.id = v.signature_id
       LEFT JOIN paper_photos p ON p.id = v.paper_photo_id
      WHERE v.round_id = $1
      ORDER BY v.household_id, v.seq`,
    [roundId],
  );
  return rows.map((row) => ({ ...row, recomputedHash: hashOfBallot(factsOf(row)) }));
}

function factsOf(row: StoredRow): BallotFacts {
  return {
    id: row.id,
    roundId: row.roundId,
    householdId: row.householdId,
    choice: row.choice,
    channel: row.channel,
    castAt: row.castAt.toISOString(),
    recordedBy: row.recordedBy,
    signatureSha256: row.signatureSha256,
    paperPhotoSha256: row.paperPhotoSha256,
    signerName: row.signerName,
    signerRelation: row.signerRelation,
    identityCheck: row.identityCheck,
    schemeHash: row.schemeHash,
    costTableHash: row.costTableHash,
    agreementHash: row.agreementHash,
    rulesetHash: row.rulesetHash,
    ...(row.proxyAuthorisationId === null ? {} : { proxyAuthorisationId: row.proxyAuthorisationId }),
  };
}
