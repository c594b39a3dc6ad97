import type { EntityManager } from 'typeorm';
import { remitCondition, type Role } from '../../platform/access';
import type { AuditCategory } from '../../platform/audit';
import type { AuditScope } from './audit.access';

export interface AuditFilter {
  from?: Date;
  until?: Date;
  category?: AuditCategory;
  action?: string;
  actorId?: string;
  subjectKind?: string;
  subjectId?: string;
  estateId?: string;
  before?: number;
}

/** A line of the log with the words for who and where. */
export interface AuditEventRow {
  id: number;
  at: Date;
  category: AuditCategory;
  actorId: string | null;
  actorName: string | null;
  actorRole: Role | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  estateName: string | null;
  helper: string | null;
  requestId: string | null;
  detail: Record<string, unknown>;
}

/**
 * The newest events of a scope, newest first. Every way in is an index that ends in time and id, so the page costs the
 * same however long the log is and however far back it is read: an officer's page is put together from the newest few of
 * each estate and of their own.
 */
export async function auditEvents(
  tx: EntityManager,
  scope: AuditScope,
  filter: AuditFilter,
  limit: number,
): Promise<AuditEventRow[]> {
  const params: unknown[] = [];
  const picked =
    scope.kind === 'all' ? allEvents(scope, filter, limit, params) : ownEvents(scope, filter, limit, params);
  return tx.query(
    `SELECT v.id, v.at, v.category, v.actor_id AS "actorId", a.display_name AS "actorName", a.role AS "actorRole",
            v.action, v.subject_kind AS "subjectKind", v.subject_id AS "subjectId", e.name AS "estateName", v.helper,
            v.request_id AS "requestId", v.detail
       FROM (${picked}) picked
       JOIN audit_events v ON v.id = picked.id
       LEFT JOIN accounts a ON a.id = v.actor_id
       LEFT JOIN estates e ON e.id = v.estate_id
      ORDER BY v.at DESC, v.id DESC
      LIMIT ${limit}`,
    params,
  );
}

function allEvents(
  { category }: AuditScope & { kind: 'all' },
  filter: AuditFilter,
  limit: number,
  params: unknown[],
): string {
  const conditions = conditionsOf(filter, params);
  if (category !== null) conditions.push(`v.category = $${params.push(category)}`);
  return newest(conditions, limit);
}

function ownEvents(
  { remit, accountId }: AuditScope & { kind: 'own' },
  filter: AuditFilter,
  limit: number,
  params: unknown[],
): string {
  const conditions = conditionsOf(filter, params);
  const me = `$${params.push(accountId)}`;
  const inEstates = `SELECT n.id FROM estates e CROSS JOIN LATERAL (${newest([...conditions, 'v.estate_id = e.id'], limit)}) n
    WHERE ${remitCondition(remit, { estate: 'e' }, params)}`;
  const byMe = newest([...conditions, `v.actor_id = ${me}::uuid`], limit);
  const aboutMe = newest([...conditions, `v.subject_kind = 'account'`, `v.subject_id = ${me}::text`], limit);
  return `(${inEstates}) UNION (${byMe}) UNION (${aboutMe})`;
}

const newest = (conditions: readonly string[], limit: number): string =>
  `SELECT v.id FROM audit_events v WHERE ${['TRUE', ...conditions].join(' AND ')} ORDER BY v.at DESC, v.id DESC LIMIT ${limit}`;

function conditionsOf(filter: AuditFilter, params: unknown[]): string[] {
  const compared: [unknown, string][] = [
    [filter.from, 'v.at >='],
    [filter.until, 'v.at <'],
    [filter.category, 'v.category ='],
    [filter.action, 'v.action ='],
    [filter.actorId, 'v.actor_id ='],
    [filter.subjectKind, 'v.subject_kind ='],
    [filter.subjectId, 'v.subject_id ='],
    [filter.estateId, 'v.estate_id ='],
  ];
  const conditions = compared.flatMap(([value, comparison]) =>
    value === undefined ? [] : [`${comparison} $${params.push(value)}`],
  );
  if (filter.before === undefined) return conditions;
  const last = `SELECT last.at, last.id FROM audit_events last WHERE last.id = $${params.push(filter.before)}`;
  return [...conditions, `(v.at, v.id) < (${last})`];
}
