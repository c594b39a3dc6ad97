import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

export interface CaseFilter {
  state?: 'open' | 'settled' | undefined;
  roundId?: string | undefined;
  estateId?: string | undefined;
}

const casesKey = ['cases'];

/** The open ones first, oldest first, piece by piece. */
export function useCases(filter: CaseFilter) {
  return useInfiniteQuery({
    queryKey: [...casesKey, 'list', filter],
    queryFn: ({ pageParam }) => api.get('/api/cases', { query: { ...filter, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: [...casesKey, 'one', caseId],
    queryFn: () => api.get('/api/cases/{id}', { path: { id: caseId } }),
  });
}

export interface Settling {
  /** Made once for what is being confirmed: sent twice it is settled once. */
  id: string;
  caseId: string;
  ballotId: string | null;
  reason: string;
  version: number;
}

/** Which ballot counts. The counts move, so rounds are read again. */
export function useSettleCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ caseId, ...body }: Settling) => api.post('/api/cases/{id}/settle', { path: { id: caseId }, body }),
    onSuccess: (detail) => {
      client.setQueryData([...casesKey, 'one', detail.id], detail);
      return Promise.all(
        [[...casesKey, 'list'], ['today'], ['rounds'], ['audit']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
