import type { BindingState, BoundRelation } from '@jiati/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

export interface BindingFilter {
  estateId?: string | undefined;
  state?: BindingState | undefined;
  relation?: BoundRelation | undefined;
}

const bindingsKey = ['bindings'];

/** Newest first, piece by piece. */
export function useBindings(filter: BindingFilter) {
  return useInfiniteQuery({
    queryKey: [...bindingsKey, 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get('/api/bindings', { query: { ...filter, ...(pageParam && { before: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** Everyone who is or was bound to one household. */
export function useBindingsOf(householdId: string) {
  return useQuery({
    queryKey: [...bindingsKey, 'of', householdId],
    queryFn: () => api.get('/api/bindings', { query: { householdId, limit: 200 } }),
  });
}

/** Ends a binding at once, or says until when it holds (YYYY-MM-DD; null: no end). */
export function useChangeBinding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string } & ({ reason: string } | { expiresOn: string | null })) =>
      'reason' in change
        ? api.post('/api/bindings/{id}/end', { path: { id }, body: change })
        : api.put('/api/bindings/{id}/expiry', { path: { id }, body: change }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: bindingsKey }),
        client.invalidateQueries({ queryKey: ['audit'] }),
        client.invalidateQueries({ queryKey: ['reviews'] }),
      ]),
  });
}
