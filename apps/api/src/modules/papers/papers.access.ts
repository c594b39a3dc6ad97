import type { EntityManager } from 'typeorm';
import { remitCondition, type Actor } from '../../platform/access';
import { common } from '../../platform/errors';

/**
 * Insists that a photo belongs to a household where this member of staff has a say, whatever it is evidence of: a paper
 * ballot, a relation, a proxy's letter.
 * @throws not_found (404): elsewhere looks the same as nowhere
 */
export async function assertMaySeePhoto(
  tx: EntityManager,
  { remit }: Pick<Actor, 'remit'>,
  photoId: string,
): Promise<void> {
  const params: unknown[] = [photoId];
  const reached = remitCondition(remit, { estate: 'e' }, params);
  const rows: unknown[] = await tx.query(
    `SELECT 1
       FROM (SELECT household_id FROM ballots WHERE paper_photo_id = $1
             UNION ALL SELECT b.household_id FROM binding_evidence v JOIN bindings b ON b.id = v.binding_id WHERE v.photo_id = $1
             UNION ALL SELECT household_id FROM proxy_authorisations WHERE letter_photo_id = $1) AS shown
       JOIN households h ON h.id = shown.household_id
       JOIN stairwells w ON w.id = h.stairwell_id
       JOIN estates e ON e.id = w.estate_id
      WHERE ${reached} LIMIT 1`,
    params,
  );
  if (rows.length === 0) throw common.not_found();
}
