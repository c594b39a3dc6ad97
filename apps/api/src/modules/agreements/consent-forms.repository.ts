import type { EntityManager } from 'typeorm';
import { ConsentForm } from './consent-form.entity';

export type ConsentFormRow = Pick<
  ConsentForm,
  | 'id'
  | 'roundId'
  | 'householdId'
  | 'signedBy'
  | 'signatureId'
  | 'agreementHash'
  | 'costTableHash'
  | 'signedAt'
  | 'receivedAt'
>;

/** Makes twins of one request take turns, so that the second finds what the first has written. */
export async function lockConsentForm(tx: EntityManager, id: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`consent_form:${id}`]);
}

/** A form with the hash of its signature as it came; null when unknown. */
export async function findConsentForm(
  tx: EntityManager,
  id: string,
): Promise<(ConsentFormRow & { signatureSha256: string }) | null> {
  const rows: (ConsentFormRow & { signatureSha256: string })[] = await tx.query(
    `SELECT f.id, f.round_id AS "roundId", f.household_id AS "householdId", f.signed_by AS "signedBy",
            f.signature_id AS "signatureId", f.agreement_hash AS "agreementHash",
            f.cost_table_hash AS "costTableHash", f.signed_at AS "signedAt", f.received_at AS "receivedAt",
            coalesce(s.uploaded_sha256, s.sha256) AS "signatureSha256"
       FROM consent_forms f JOIN signatures s ON s.id = f.signature_id
      WHERE f.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Adds a form. */
export async function insertConsentForm(tx: EntityManager, form: ConsentFormRow): Promise<void> {
  await tx.insert(ConsentForm, form);
}

/** By round and household: when the newest form was signed. Keys are `roundId householdId`. */
export async function latestSigned(
  tx: EntityManager,
  pairs: readonly { roundId: string; householdId: string }[],
): Promise<Map<string, Date>> {
  const rows: { roundId: string; householdId: string; signedAt: Date }[] = await tx.query(
    `SELECT DISTINCT ON (f.round_id, f.household_id)
            f.round_id AS "roundId", f.household_id AS "householdId", f.signed_at AS "signedAt"
       FROM consent_forms f
       JOIN unnest($1::uuid[], $2::uuid[]) AS asked (round_id, household_id)
         ON asked.round_id = f.round_id AND asked.household_id = f.household_id
      ORDER BY f.round_id, f.household_id, f.received_at DESC, f.id`,
    [pairs.map((pair) => pair.roundId), pairs.map((pair) => pair.householdId)],
  );
  return new Map(rows.map(({ roundId, householdId, signedAt }) => [`${roundId} ${householdId}`, signedAt]));
}
