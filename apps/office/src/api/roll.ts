import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import type { CorrectHouseholdInput, MergeOwnersInput } from '@jiati/contracts';

const importKey = (id: string | null) => ['roll-import', id];

/** The estates within reach, by place, piece by piece. */
export function useEstates(q: string) {
  return useInfiniteQuery({
    queryKey: ['roll', 'estates', 'list', q],
    queryFn: ({ pageParam }) =>
      api.get('/api/estates', { query: { ...(q && { q }), ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** A few estates by words of their name or place, for choosing one; not for those who see no roll. */
export function useEstatesFound(q: string, enabled = true) {
  return useQuery({
    queryKey: ['roll', 'estates', 'found', q.trim()],
    queryFn: () => api.get('/api/estates', { query: q.trim() ? { q: q.trim() } : {} }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useEstate(estateId: string | undefined) {
  return useQuery({
    queryKey: ['roll', 'estates', 'one', estateId],
    queryFn: () => api.get('/api/estates/{id}', { path: { id: estateId ?? '' } }),
    enabled: Boolean(estateId),
  });
}

export function useStairwells(estateId: string | undefined) {
  return useQuery({
    queryKey: ['roll', 'stairwells', estateId],
    queryFn: () => api.get('/api/estates/{id}/stairwells', { path: { id: estateId ?? '' } }),
    enabled: Boolean(estateId),
  });
}

/** The doors of one stairwell as a query, for pages that read several stairwells at once. */
export const householdsQuery = (stairwellId: string) => ({
  queryKey: ['roll', 'households', stairwellId],
  queryFn: () => api.get('/api/stairwells/{id}/households', { path: { id: stairwellId } }),
});

export function useHouseholds(stairwellId: string) {
  return useQuery(householdsQuery(stairwellId));
}

/** Fills in a missing area together with what it rests on, or changes the remark. */
export function useUpdateHousehold() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ householdId, ...body }: { householdId: string } & CorrectHouseholdInput) =>
      api.patch('/api/households/{id}', { path: { id: householdId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['roll'] }),
  });
}

/** Issues new PINs for the chosen doors. The answer is the only time that they can be seen. */
export function useIssueSlips(stairwellId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (householdIds: string[]) =>
      api.post('/api/stairwells/{id}/slips', { path: { id: stairwellId }, body: { householdIds } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['roll', 'households', stairwellId] }),
  });
}

/** A spreadsheet and whose roll it is. Without a name the estate is read from the sheet's title line. */
export interface ImportInput {
  id: string;
  file: File;
  estateName?: string;
  town: string;
  neighbourhood: string;
}

/** Reads a spreadsheet and says what would change. Nothing is written to the roll yet. */
export function usePreviewImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ImportInput) => {
      const form = new FormData();
      // The fields go first: a server that reads the form as a stream then knows them when the file begins.
      form.append('id', input.id);
      if (input.estateName) form.append('estateName', input.estateName);
      form.append('town', input.town);
      form.append('neighbourhood', input.neighbourhood);
      form.append('file', input.file);
      return api.post('/api/roll-imports', { body: form });
    },
    onSuccess: (read) => client.setQueryData(importKey(read.id), read),
  });
}

/** An import that was read before: its preview, or what was written. */
export function useRollImport(id: string | null) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: () => api.get('/api/roll-imports/{id}', { path: { id: id ?? '' } }),
    enabled: id !== null,
    staleTime: Infinity,
  });
}

/** Writes a previewed import into the roll, all of it or nothing. */
export function useCommitImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post('/api/roll-imports/{id}/commit', { path: { id } }),
    onSuccess: (done) => {
      client.setQueryData(importKey(done.id), done);
      return client.invalidateQueries({ queryKey: ['roll'] });
    },
  });
}

/** Says that entries of the roll are one person: one head in every count from then on. One request for each entry. */
export function useMergeOwners() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ ownerIds, ...body }: { ownerIds: string[] } & MergeOwnersInput) => {
      for (const id of ownerIds) await api.post('/api/owners/{id}/merge', { path: { id }, body });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['roll'] }),
  });
}

/** What a stairwell's public page knows: here for the hotline that stands on posters and slips. */
export function usePublicStairwell(code: string) {
  return useQuery({
    queryKey: ['public-stairwell', code],
    queryFn: () => api.get('/api/public/stairwells/{code}', { path: { code } }),
    staleTime: 600_000,
  });
}
