import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newId } from './client';

export interface DisputeFilter {
  estateId?: string | undefined;
  householdId?: string | undefined;
  state?: 'open' | 'settled' | undefined;
}

const disputesKey = ['disputes'];

/** The open ones first, piece by piece. */
export function useDisputes(filter: DisputeFilter) {
  return useInfiniteQuery({
    queryKey: [...disputesKey, filter],
    queryFn: ({ pageParam }) =>
      api.get('/api/disputes', { query: { ...filter, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

function useChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [disputesKey, ['household'], ['audit'], ['rounds']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** From now on nobody casts for the household. */
export function useOpenDispute() {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ householdId, reason }: { householdId: string; reason: string }) =>
      api.post('/api/households/{id}/disputes', { path: { id: householdId }, body: { id: newId(), reason } }),
    onSuccess,
  });
}

/** How it ended; the household may cast again. */
export function useSettleDispute() {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.post('/api/disputes/{id}/settle', { path: { id }, body: { reason } }),
    onSuccess,
  });
}
