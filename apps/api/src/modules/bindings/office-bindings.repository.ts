import type { EntityManager } from 'typeorm';
import { remitCondition, type Remit } from '../../platform/access';
import type { BindingMethod, BindingState, BoundRelation, DocumentKind, EndCause } from './binding.types';

/** A binding with everything the office reads beside it. */
export interface OfficeBindingRow {
  id: string;
  accountId: string;
  householdId: string;
  estateId: string;
  place: string;
  roomNo: string;
  personName: string;
  phoneSealed: Buffer | null;
  relation: BoundRelation;
  method: BindingMethod;
  state: BindingState;
  createdAt: Date;
  decidedAt: Date | null;
  expiresOn: string | null;
  endedAt: Date | null;
  endedByName: string | null;
  endCause: EndCause | null;
  endReason: string;
  evidence: {
    id: string;
    documentKind: DocumentKind;
    documentNumberSealed: Buffer | null;
    photoId: string | null;
  } | null;
}

export interface OfficeBindingFilter {
  estateId?: string;
  householdId?: string;
  state?: BindingState;
  relation?: BoundRelation;
  /** The last binding of the page before. */
  before?: string;
  id?: string;
}

type FlatRow = Omit<OfficeBindingRow, 'evidence'> & {
  evidenceId: string | null;
  documentKind: DocumentKind;
  documentNumberSealed: Buffer | null;
  photoId: string | null;
};

const HAS_EXPIRED = `b.state = 'approved' AND b.expires_on < $1`;

/** The state as it is today; said by the column, so that an index leads there. */
function inState(state: BindingState | undefined, params: unknown[]): string[] {
  if (state === undefined) return [];
  if (state === 'expired') return [HAS_EXPIRED];
  const stored = `b.state = $${params.push(state)}`;
  return state === 'approved' ? [stored, '(b.expires_on IS NULL OR b.expires_on >= $1)'] : [stored];
}

/** Bindings within a remit, newest first. `today` (Asia/Shanghai) tells which have expired. */
export async function officeBindings(
  tx: EntityManager,
  remit: Remit,
  filter: OfficeBindingFilter,
  { today, most }: { today: string; most: number },
): Promise<OfficeBindingRow[]> {
  const { estateId, householdId, state, relation, before, id } = filter;
  const asked = [today, estateId, relation, before, id, most, householdId];
  const params: unknown[] = asked.map((value) => value ?? null);
  const reached = remitCondition(remit, { estate: 'e', stairwell: 'w' }, params);
  const rows: FlatRow[] = await tx.query(
    `SELECT b.id, b.account_id AS "accountId", b.household_id AS "householdId", b.estate_id AS "estateId",
            concat_ws(' ', b.estate_name, u.name, b.stairwell_name) AS place, b.room_no AS "roomNo",
            coalesce(nullif(b.stated_name, ''), a.display_name) AS "personName", a.phone_sealed AS "phoneSealed",
            b.relation, b.method, CASE WHEN ${HAS_EXPIRED} THEN 'expired' ELSE b.state END AS state,
            b.created_at AS "createdAt", b.decided_at AS "decidedAt", b.expires_on AS "expiresOn",
            b.ended_at AS "endedAt", ender.display_name AS "endedByName", b.end_cause AS "endCause",
            b.end_reason AS "endReason", v.id AS "evidenceId", v.document_kind AS "documentKind",
            v.document_number_sealed AS "documentNumberSealed", v.photo_id AS "photoId"
       FROM (SELECT b.*, h.room_no, w.building_id, w.name AS stairwell_name, e.id AS estate_id, e.name AS estate_name
               FROM bindings b
               JOIN households h ON h.id = b.household_id
               JOIN stairwells w ON w.id = h.stairwell_id
               JOIN estates e ON e.id = w.estate_id
              WHERE ${[reached, ...inState(state, params)].join(' AND ')}
                AND ($2::uuid IS NULL OR w.estate_id = $2)
                AND ($3::text IS NULL OR b.relation = $3)
                AND ($4::uuid IS NULL OR (b.created_at, b.id) <
                     (SELECT last.created_at, last.id FROM bindings last WHERE last.id = $4))
                AND ($5::uuid IS NULL OR b.id = $5)
                AND ($7::uuid IS NULL OR b.household_id = $7)
              ORDER BY b.created_at DESC, b.id DESC
              LIMIT $6) b
       JOIN accounts a ON a.id = b.account_id
       JOIN buildings u ON u.id = b.building_id
       LEFT JOIN accounts ender ON ender.id = b.ended_by
       LEFT JOIN LATERAL (SELECT * FROM binding_evidence shown WHERE shown.binding_id = b.id
                           ORDER BY shown.submitted_at DESC, shown.id LIMIT 1) v ON true
      ORDER BY b.created_at DESC, b.id DESC`,
    params,
  );
  return rows.map(({ evidenceId, documentKind, documentNumberSealed, photoId, ...row }) => ({
    ...row,
    evidence: evidenceId === null ? null : { id: evidenceId, documentKind, documentNumberSealed, photoId },
  }));
}

/** Somebody bound to a household, for the others of it. */
export interface PersonRow {
  bindingId: string;
  accountId: string;
  personName: string;
  relation: BoundRelation;
  state: BindingState;
  since: Date;
  expiresOn: string | null;
}

/** Who is or wants to be bound to a household, in the order they came. */
export async function peopleOf(tx: EntityManager, householdId: string, today: string): Promise<PersonRow[]> {
  return tx.query(
    `SELECT b.id AS "bindingId", b.account_id AS "accountId",
            coalesce(nullif(b.stated_name, ''), a.display_name) AS "personName", b.relation,
            CASE WHEN b.state = 'approved' AND b.expires_on < $2 THEN 'expired' ELSE b.state END AS state,
            coalesce(b.decided_at, b.created_at) AS since, b.expires_on AS "expiresOn"
       FROM bindings b JOIN accounts a ON a.id = b.account_id
      WHERE b.household_id = $1 AND b.state IN ('pending', 'approved')
      ORDER BY b.created_at, b.id
      LIMIT 200`,
    [householdId, today],
  );
}
