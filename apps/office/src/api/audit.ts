import type { AuditCategory } from '@jiati/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './client';

export interface AuditFilter {
  /** Instants, ISO UTC: at or after, and before. */
  from?: string | undefined;
  until?: string | undefined;
  category?: AuditCategory | undefined;
  action?: string | undefined;
  actorId?: string | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  estateId?: string | undefined;
}

/** The log, newest first, piece by piece. */
export function useAuditEvents(filter: AuditFilter, limit = 50) {
  return useInfiniteQuery({
    queryKey: ['audit', filter, limit],
    queryFn: ({ pageParam }) =>
      api.get('/api/audit-events', { query: { ...filter, limit, ...(pageParam > 0 && { before: pageParam }) } }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}
