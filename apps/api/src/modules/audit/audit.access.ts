import type { Actor, Remit } from '../../platform/access';
import type { AuditCategory } from '../../platform/audit';

/** Which part of the log someone may read. */
export type AuditScope =
  | { kind: 'all'; category: AuditCategory | null }
  /** The estates of a remit, and whatever this account did or had done to it. */
  | { kind: 'own'; remit: Remit; accountId: string };

/**
 * An auditor reads everything; the operator what is about security; an officer what happened in the estates of the
 * neighbourhood, and their own steps.
 */
export function auditScopeOf({ role, remit, accountId }: Pick<Actor, 'role' | 'remit' | 'accountId'>): AuditScope {
  if (role === 'auditor') return { kind: 'all', category: null };
  if (role === 'operator') return { kind: 'all', category: 'security' };
  return { kind: 'own', remit, accountId };
}
