import type { EntityManager } from 'typeorm';
import type { DocumentKind } from '../bindings';
import type { ProxyAuthorisation } from './proxy-authorisation.entity';
import type { RevokeCause, StoredProxyState } from './proxy.types';

/**
 * What an authorisation `p` needs to be acted on, on the day in the given parameter: approved, within its term, and
 * whoever gave it still owns the household. So a letter falls with its giver's binding, whatever ended that.
 */
const inForce = (
  today: string,
): string => `p.state = 'approved' AND ${today}::date BETWEEN p.valid_from_on AND p.valid_until_on
  AND EXISTS (SELECT 1 FROM bindings g WHERE g.account_id = p.given_by AND g.household_id = p.household_id
               AND g.state = 'approved' AND g.relation IN ('owner', 'co_owner')
               AND (g.expires_on IS NULL OR g.expires_on >= ${today}::date))`;

/** A letter somebody holds. */
export interface HeldLetter {
  id: string;
  householdId: string;
  /** The one round it is for; null: every round. */
  roundId: string | null;
}

/** The letters in force today that name this account's telephone, for one household or all, oldest first. */
export async function lettersHeld(
  tx: EntityManager,
  accountId: string,
  today: string,
  householdId: string | null = null,
): Promise<HeldLetter[]> {
  return tx.query(
    `SELECT p.id, p.household_id AS "householdId", p.round_id AS "roundId"
       FROM accounts a JOIN proxy_authorisations p ON p.proxy_phone_index = a.phone_index
      WHERE a.id = $1 AND ($3::uuid IS NULL OR p.household_id = $3) AND ${inForce('$2')}
      ORDER BY p.created_at, p.id`,
    [accountId, today, householdId],
  );
}

/** For how many other households this account has cast a ballot by proxy in a round. Stable under the tally lock. */
export async function otherHouseholdsActedFor(
  tx: EntityManager,
  accountId: string,
  roundId: string,
  householdId: string,
): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `SELECT count(DISTINCT household_id)::int AS count FROM ballots
      WHERE round_id = $1 AND channel = 'proxy' AND recorded_by = $2 AND household_id <> $3`,
    [roundId, accountId, householdId],
  );
  return rows[0]!.count;
}

/**
 * Whether approving this letter would let its proxy stand for more households than an open round's ruleset allows: the
 * households whose approved letters name the same telephone are counted, this one included.
 */
export async function wouldPassCap(
  tx: EntityManager,
  { householdId, roundId, proxyPhoneIndex }: Pick<ProxyAuthorisation, 'householdId' | 'roundId' | 'proxyPhoneIndex'>,
  today: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1
       FROM consultation_rounds r
       JOIN entitlements mine ON mine.round_id = r.id AND mine.household_id = $1
       JOIN entitlements e ON e.round_id = r.id AND e.household_id <> $1
       JOIN proxy_authorisations p ON p.household_id = e.household_id AND p.proxy_phone_index = $3
                                  AND (p.round_id IS NULL OR p.round_id = r.id)
      WHERE r.state = 'open' AND ($2::uuid IS NULL OR r.id = $2)
        AND p.state = 'approved' AND p.valid_until_on >= $4::date
      GROUP BY r.id, r.ruleset
     HAVING count(DISTINCT e.household_id) + 1 > (r.ruleset->>'proxyCap')::int
      LIMIT 1`,
    [householdId, roundId, proxyPhoneIndex, today],
  );
  return rows.length > 0;
}

/** An authorisation with the words to show it by. */
export interface AuthorisationRow {
  id: string;
  householdId: string;
  roundId: string | null;
  roundTitle: string | null;
  roundState: string | null;
  givenBy: string;
  givenByName: string;
  proxyName: string;
  proxyPhoneSealed: Buffer;
  documentKind: DocumentKind;
  documentNumberSealed: Buffer;
  letterPhotoId: string;
  validFromOn: string;
  validUntilOn: string;
  state: StoredProxyState;
  /** What the office said when it gave the letter back; null unless it did. */
  returnReason: string | null;
  createdAt: Date;
  revokedAt: Date | null;
  revokeCause: RevokeCause | null;
  revokeReason: string;
}

type Which = { id: string } | { householdId: string } | { givenBy: string } | { receivedBy: string };

/**
 * Authorisations, newest first, 200 at most: one, those of a household, those of a giver, or those that name an
 * account's telephone. A letter the office has not approved is no business of whom it names.
 */
export async function authorisations(tx: EntityManager, which: Which): Promise<AuthorisationRow[]> {
  const [condition, value] =
    'id' in which
      ? ['p.id = $1', which.id]
      : 'householdId' in which
        ? ['p.household_id = $1', which.householdId]
        : 'givenBy' in which
          ? ['p.given_by = $1', which.givenBy]
          : [
              `p.proxy_phone_index = (SELECT phone_index FROM accounts WHERE id = $1) AND p.state IN ('approved', 'revoked')
               AND EXISTS (SELECT 1 FROM submissions s JOIN reviews v ON v.submission_id = s.id
                            WHERE s.proxy_authorisation_id = p.id AND v.verdict = 'approve')`,
              which.receivedBy,
            ];
  return tx.query(
    `SELECT p.id, p.household_id AS "householdId", p.round_id AS "roundId", m.title AS "roundTitle",
            r.state AS "roundState", p.given_by AS "givenBy",
            coalesce((SELECT nullif(g.stated_name, '') FROM bindings g
                       WHERE g.account_id = p.given_by AND g.household_id = p.household_id), a.display_name) AS "givenByName",
            p.proxy_name AS "proxyName", p.proxy_phone_sealed AS "proxyPhoneSealed", p.document_kind AS "documentKind",
            p.document_number_sealed AS "documentNumberSealed", p.letter_photo_id AS "letterPhotoId",
            p.valid_from_on AS "validFromOn", p.valid_until_on AS "validUntilOn", p.state,
            CASE WHEN p.state IN ('returned', 'rejected') THEN
              (SELECT v.reason FROM submissions s JOIN reviews v ON v.submission_id = s.id
                WHERE s.proxy_authorisation_id = p.id ORDER BY v.reviewed_at DESC LIMIT 1) END AS "returnReason",
            p.created_at AS "createdAt", p.revoked_at AS "revokedAt", p.revoke_cause AS "revokeCause",
            p.revoke_reason AS "revokeReason"
       FROM proxy_authorisations p
       JOIN accounts a ON a.id = p.given_by
       LEFT JOIN consultation_rounds r ON r.id = p.round_id
       LEFT JOIN motions m ON m.round_id = p.round_id
      WHERE ${condition}
      ORDER BY p.created_at DESC, p.id
      LIMIT 200`,
    [value],
  );
}

/** One giver at a time for a household, so that its letters are counted right. */
export async function lockLettersOf(tx: EntityManager, householdId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('proxies:' || $1, 0))`, [householdId]);
}

/** Letters of a household that wait for the office or still may be acted on. */
export async function liveLettersOf(tx: EntityManager, householdId: string, today: string): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM proxy_authorisations
      WHERE household_id = $1 AND state IN ('pending', 'approved') AND valid_until_on >= $2`,
    [householdId, today],
  );
  return rows[0]!.count;
}

/** Whether a telephone is a volunteer's: the reviewer ought to know. */
export async function isPhoneOfVolunteer(tx: EntityManager, phoneIndex: Buffer): Promise<boolean> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM accounts WHERE phone_index = $1 AND role = 'volunteer'`, [
    phoneIndex,
  ]);
  return rows.length > 0;
}
