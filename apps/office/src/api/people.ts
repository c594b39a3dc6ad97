import type {
  AddPersonInput,
  AssignStairwellsInput,
  PersonRole,
  RemitInput,
  SaveVolunteerInput,
} from '@jiati/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

const peopleKey = ['people'];

/** What was changed about people shows in their list and in the log. */
function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all([peopleKey, ['audit']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useAddVolunteer() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: SaveVolunteerInput) => api.post('/api/volunteers', { body }),
    onSuccess: refresh,
  });
}

/** Replaces a volunteer's stairwells; all of them end on the same day (YYYY-MM-DD, Asia/Shanghai). */
export function useAssignStairwells() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ accountId, ...body }: { accountId: string } & AssignStairwellsInput) =>
      api.put('/api/volunteers/{id}/assignments', { path: { id: accountId }, body }),
    onSuccess: refresh,
  });
}

/** People within reach, newest account first, piece by piece. */
export function usePeople(filter: { role?: PersonRole | undefined; q?: string | undefined }) {
  return useInfiniteQuery({
    queryKey: [...peopleKey, 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get('/api/people', { query: { ...filter, ...(pageParam && { before: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** A few people by part of their name, for choosing one. */
export function usePeopleFound(q: string) {
  return useQuery({
    queryKey: [...peopleKey, 'found', q],
    queryFn: () => api.get('/api/people', { query: { limit: 50, ...(q.trim() && { q: q.trim() }) } }),
    placeholderData: keepPreviousData,
  });
}

/** Opens an account. The password is in the answer and can be seen nowhere else. */
export function useAddPerson() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: AddPersonInput) => api.post('/api/people', { body }),
    onSuccess: refresh,
  });
}

/** All places somebody has a say over from now on. */
export function useSetRemits() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, remits }: { id: string; remits: RemitInput[] }) =>
      api.put('/api/people/{id}/remits', { path: { id }, body: { remits } }),
    onSuccess: refresh,
  });
}

/** What is done to an account as a whole; each for a reason. */
export type AccountStep = 'disable' | 'enable' | 'reset-sign-in' | 'end-sessions';

/** @returns the new temporary password where there is one */
export function useAccountStep() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, step, reason }: { id: string; step: AccountStep; reason: string }) => {
      const ask = { path: { id }, body: { reason } };
      if (step === 'reset-sign-in') return (await api.post('/api/people/{id}/reset-sign-in', ask)).temporaryPassword;
      if (step === 'disable') await api.post('/api/people/{id}/disable', ask);
      if (step === 'enable') await api.post('/api/people/{id}/enable', ask);
      if (step === 'end-sessions') await api.post('/api/people/{id}/end-sessions', ask);
      return null;
    },
    onSuccess: refresh,
  });
}
