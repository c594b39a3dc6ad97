import { isStaff, NO_REMIT, type Actor, type HelperRelation, type Remit, type Role } from '../../platform/access';
import { DEVICE_LOCKS_AFTER_MS } from './session-lifetimes';
import { pendingStep, type Assurance } from './session-standing';

/** Looked up for staff only, inside the one query: a neighbour's request costs what it always did. */
const REMITS = `CASE WHEN a.role IN ('resident', 'volunteer') THEN NULL ELSE (
  SELECT json_agg(json_build_object('town', r.town, 'neighbourhood', r.neighbourhood, 'stairwellId', r.stairwell_id))
    FROM remits r
   WHERE r.account_id = a.id AND r.revoked_at IS NULL AND (r.expires_on IS NULL OR r.expires_on >= $3::date)) END`;

/**
 * The live sessions of token digests ($1), each for a front end ($4; null: any), at an instant ($2, its day $3). `place`
 * counts from 1; a digest without a live session has no row.
 */
export const LIVE_SESSIONS = {
  name: 'live-sessions',
  text: `
SELECT asked.place::int, s.id AS session_id, s.last_seen_at, s.assurance, s.locked_at, s.device_pin_hash IS NOT NULL AS has_device_pin,
       s.helper_name, s.helper_relation, a.id AS account_id, a.role, a.display_name, a.must_change_password,
       s.assurance = 'password_only' AND EXISTS (
         SELECT FROM staff_totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL) AS has_totp,
       ${REMITS} AS remits
  FROM unnest($1::text[], $4::text[]) WITH ORDINALITY AS asked (token_hash, client, place)
  JOIN sessions s ON s.token_hash = asked.token_hash AND s.revoked_at IS NULL AND s.expires_at > $2::timestamptz
   AND (asked.client IS NULL OR s.client = asked.client)
  JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL`,
};

/** One row of `LIVE_SESSIONS`. */
export interface SessionRow {
  place: number;
  session_id: string;
  last_seen_at: Date;
  assurance: Assurance;
  locked_at: Date | null;
  has_device_pin: boolean;
  helper_name: string | null;
  helper_relation: HelperRelation | null;
  account_id: string;
  role: Role;
  display_name: string;
  must_change_password: boolean;
  has_totp: boolean;
  remits: { town: string | null; neighbourhood: string | null; stairwellId: string | null }[] | null;
}

/** Who is speaking, and what that session still has to do. `idleMs`: since its last request but this one. */
export function actorOfRow(row: SessionRow, idleMs: number): Actor {
  const pending = pendingStep({
    role: row.role,
    assurance: row.assurance,
    mustChangePassword: row.must_change_password,
    hasTotp: row.has_totp,
    hasDevicePin: row.has_device_pin,
    isLocked: row.locked_at !== null || idleMs > DEVICE_LOCKS_AFTER_MS,
  });
  const { helper_name: helperName, helper_relation: helperRelation } = row;
  return {
    accountId: row.account_id,
    role: row.role,
    sessionId: row.session_id,
    displayName: row.display_name,
    remit: remitOf(row),
    ...(helperName !== null && helperRelation !== null ? { helper: { helperName, helperRelation } } : {}),
    ...(pending ? { pending } : {}),
  };
}

/** An auditor reads everywhere by role; everybody else's say is what was granted to them. */
function remitOf({ role, remits }: SessionRow): Remit {
  if (!isStaff(role)) return NO_REMIT;
  const rows = remits ?? [];
  return {
    everywhere: role === 'auditor',
    towns: rows.flatMap(({ town, neighbourhood }) => (town !== null && neighbourhood === null ? [town] : [])),
    neighbourhoods: rows.flatMap(({ town, neighbourhood }) =>
      town !== null && neighbourhood !== null ? [{ town, neighbourhood }] : [],
    ),
    stairwellIds: rows.flatMap(({ stairwellId }) => stairwellId ?? []),
  };
}
