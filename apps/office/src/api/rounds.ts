import type { DraftRoundInput, PreviewCostTableInput, RoundState } from '@jiati/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

/** The steps of a round that cannot be taken back. */
export type RoundStep = 'open' | 'close' | 'announce' | 'void';

const roundsKey = ['rounds'];

export function useRulesets() {
  return useQuery({ queryKey: ['rulesets'], queryFn: () => api.get('/api/rulesets'), staleTime: 600_000 });
}

export interface RoundFilter {
  estateId?: string | undefined;
  state?: RoundState | undefined;
  q?: string | undefined;
}

/** Newest first, piece by piece. */
export function useRounds(filter: RoundFilter) {
  return useInfiniteQuery({
    queryKey: [...roundsKey, 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get('/api/rounds', { query: { ...filter, ...(pageParam && { before: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** A few rounds by part of their place, for choosing one. */
export function useRoundsFound(q: string) {
  return useQuery({
    queryKey: [...roundsKey, 'found', q.trim()],
    queryFn: () => api.get('/api/rounds', { query: q.trim() ? { q: q.trim() } : {} }),
    placeholderData: keepPreviousData,
  });
}

export function useRound(roundId: string | undefined) {
  return useQuery({
    queryKey: [...roundsKey, 'one', roundId],
    queryFn: () => api.get('/api/rounds/{id}', { path: { id: roundId ?? '' } }),
    enabled: Boolean(roundId),
  });
}

export function useCountSheet(roundId: string, enabled = true) {
  return useQuery({
    queryKey: [...roundsKey, 'count-sheet', roundId],
    queryFn: () => api.get('/api/rounds/{id}/count-sheet', { path: { id: roundId } }),
    enabled,
  });
}

/** Makes a draft (POST) or replaces one (PUT). The id is made by the page, so pressing twice makes one draft. */
export function useSaveDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ isNew, draft }: { isNew: boolean; draft: DraftRoundInput }) => {
      if (isNew) return api.post('/api/rounds', { body: draft });
      const { id, ...body } = draft;
      return api.put('/api/rounds/{id}', { path: { id }, body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: roundsKey }),
  });
}

/** The rows of a cost table as the rules package computes them; they sum to total − subsidy to the fen. */
export function usePreviewCostTable() {
  return useMutation({
    mutationFn: (body: PreviewCostTableInput) => api.post('/api/cost-tables/preview', { body }),
  });
}

/** Opens, closes, announces or voids a round. Voiding needs a reason. */
export function useMoveRound(roundId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, reason }: { step: RoundStep; reason: string }) => {
      const path = { id: roundId };
      switch (step) {
        case 'open':
          return api.post('/api/rounds/{id}/open', { path });
        case 'close':
          return api.post('/api/rounds/{id}/close', { path });
        case 'announce':
          return api.post('/api/rounds/{id}/announce', { path });
        case 'void':
          return api.post('/api/rounds/{id}/void', { path, body: { reason } });
      }
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: roundsKey }),
        client.invalidateQueries({ queryKey: ['today'] }),
        client.invalidateQueries({ queryKey: ['roll', 'stairwells'] }),
      ]),
  });
}
