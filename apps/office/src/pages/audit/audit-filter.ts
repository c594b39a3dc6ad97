import type { AuditCategory } from '@jiati/contracts';
import type { AuditFilter } from '../../api/audit';
import { audit } from '../../copy/audit';
import { addDays, instantOf } from '../../lib/shanghai';

const isCategory = (text: string | null): text is AuditCategory => text !== null && text in audit.categories;

/** The filter that an address names. Days are Shanghai's, the last one included. */
export function filterOf(params: URLSearchParams): AuditFilter {
  const day = (name: string) => {
    const on = params.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null;
  };
  const [from, until, category] = [day('from'), day('until'), params.get('category')];
  const text = (name: string) => params.get(name) || undefined;
  return {
    from: (from && instantOf(from, '00:00')) ?? undefined,
    until: (until && instantOf(addDays(until, 1), '00:00')) ?? undefined,
    category: isCategory(category) ? category : undefined,
    action: text('action'),
    actorId: text('actorId'),
    subjectKind: text('subjectKind'),
    subjectId: text('subjectKind') && text('subjectId'),
    estateId: text('estateId'),
  };
}
