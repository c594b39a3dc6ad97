import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';
import { personReached } from '../accounts';
import type { PersonRole, RemitKind } from './person.types';

/** A person as the database knows them; the telephone is still sealed. */
export interface PersonRow {
  accountId: string;
  role: PersonRole;
  displayName: string;
  username: string | null;
  phoneSealed: Buffer | null;
  secondFactor: boolean;
  lastSeenAt: Date | null;
  disabledAt: Date | null;
}

export interface PeopleFilter {
  roles: readonly PersonRole[];
  /** Part of a name or username. */
  text?: string;
  phoneIndex?: Buffer;
  before?: string;
  id?: string;
  limit: number;
}

/** People within a remit, newest account first. */
export async function peopleWithin(tx: EntityManager, remit: Remit, filter: PeopleFilter): Promise<PersonRow[]> {
  const { roles, text, phoneIndex, before, id, limit } = filter;
  const pattern = text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  // Said of one role, the index leads to its newest; of several it does not.
  const [role, ...others] = roles;
  const ofRole = others.length === 0 ? 'a.role = $1' : 'a.role = ANY($1)';
  const params: unknown[] = [
    others.length === 0 ? role : roles,
    pattern,
    phoneIndex ?? null,
    before ?? null,
    id ?? null,
    limit,
  ];
  return tx.query(
    `SELECT a.id AS "accountId", a.role, a.display_name AS "displayName", a.username, a.phone_sealed AS "phoneSealed",
            (EXISTS (SELECT FROM staff_totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
             OR EXISTS (SELECT FROM passkeys k WHERE k.account_id = a.id)) AS "secondFactor",
            (SELECT max(s.last_seen_at) FROM sessions s WHERE s.account_id = a.id) AS "lastSeenAt",
            a.disabled_at AS "disabledAt"
       FROM accounts a
      WHERE ${ofRole} AND ${personReached(remit, 'a', params)}
        AND (($2::text IS NULL AND $3::bytea IS NULL) OR a.display_name ILIKE $2 OR a.username ILIKE $2
             OR a.phone_index = $3)
        AND ($4::uuid IS NULL OR (a.created_at, a.id) < (SELECT p.created_at, p.id FROM accounts p WHERE p.id = $4))
        AND ($5::uuid IS NULL OR a.id = $5)
      ORDER BY a.created_at DESC, a.id DESC
      LIMIT $6`,
    params,
  );
}

/** A grant with the words for its place. */
export interface RemitRow {
  id: string;
  accountId: string;
  kind: RemitKind;
  label: string;
  town: string | null;
  neighbourhood: string | null;
  stairwellId: string | null;
  expiresOn: string | null;
  /** Whether it lies within the reader's own remit. */
  isReached: boolean;
}

/** What these people were granted and still have, in the order it was granted. */
export async function remitsOf(
  tx: EntityManager,
  remit: Remit,
  accountIds: readonly string[],
): Promise<Map<string, RemitRow[]>> {
  const params: unknown[] = [accountIds];
  const granted = remitCondition(remit, { estate: 'r' }, params);
  const builds = remitCondition(remit, { estate: 'e' }, params);
  const rows: RemitRow[] = await tx.query(
    `SELECT r.id, r.account_id AS "accountId", r.town, r.neighbourhood, r.stairwell_id AS "stairwellId",
            r.expires_on AS "expiresOn", coalesce(${granted} OR ${builds}, false) AS "isReached",
            CASE WHEN r.stairwell_id IS NOT NULL THEN 'stairwell' WHEN r.neighbourhood IS NULL THEN 'town'
                 ELSE 'neighbourhood' END AS kind,
            CASE WHEN r.stairwell_id IS NULL THEN concat_ws(' ', r.town, r.neighbourhood)
                 ELSE concat_ws(' ', e.name, b.name, w.name) END AS label
       FROM remits r
       LEFT JOIN stairwells w ON w.id = r.stairwell_id
       LEFT JOIN buildings b ON b.id = w.building_id
       LEFT JOIN estates e ON e.id = w.estate_id
      WHERE r.account_id = ANY($1) AND r.revoked_at IS NULL
      ORDER BY r.granted_at, r.id`,
    params,
  );
  const byAccount = new Map<string, RemitRow[]>();
  for (const row of rows) byAccount.set(row.accountId, [...(byAccount.get(row.accountId) ?? []), row]);
  return byAccount;
}
