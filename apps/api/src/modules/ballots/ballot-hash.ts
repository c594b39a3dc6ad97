import type { EntityManager } from 'typeorm';
import { contentHash } from '../chain';

/** What the device said, what it was shown and who recorded it: everything a receipt promises. */
export interface BallotFacts {
  id: string;
  roundId: string;
  householdId: string;
  choice: string;
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

/** A stored ballot as it is now, with the hash that follows from what is stored. */
export interface StoredBallot {
  id: string;
  householdId: string;
  roomNo: string;
  seq: number;
  choice: string;
  channel: string;
  needsReview: boolean;
  receivedAt: Date;
  receiptCode: string;
  contentHash: string;
  recomputedHash: string;
  submissionState: string | null;
}

type StoredRow = Omit<StoredBallot, 'recomputedHash'> &
  Omit<BallotFacts, 'castAt' | 'proxyAuthorisationId'> & { castAt: Date; proxyAuthorisationId: string | null };

/** Every ballot of a round with its hash worked out anew, down to the bytes of signature and photo; in door and seq order. */
export async function storedBallots(tx: EntityManager, roundId: string): Promise<StoredBallot[]> {
  const rows: StoredRow[] = await tx.query(
    `SELECT v.id, v.round_id AS "roundId", v.household_id AS "householdId", e.room_no AS "roomNo", v.seq, v.choice,
            v.channel, v.needs_review AS "needsReview", v.received_at AS "receivedAt",
            v.receipt_code AS "receiptCode", v.content_hash AS "contentHash", s.state AS "submissionState",
            v.cast_at AS "castAt", v.recorded_by AS "recordedBy", v.signer_name AS "signerName",
            v.signer_relation AS "signerRelation", v.identity_check AS "identityCheck",
            v.scheme_hash AS "schemeHash", v.proxy_authorisation_id AS "proxyAuthorisationId", v.cost_table_hash AS "costTableHash",
            v.agreement_hash AS "agreementHash", v.ruleset_hash AS "rulesetHash",
            encode(sha256(coalesce(g.png, convert_to(g.typed_name, 'UTF8'))), 'hex') AS "signatureSha256",
            encode(sha256(p.bytes), 'hex') AS "paperPhotoSha256"
       FROM ballots v
       LEFT JOIN entitlements e ON e.round_id = v.round_id AND e.household_id = v.household_id
       LEFT JOIN submissions s ON s.ballot_id = v.id
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
