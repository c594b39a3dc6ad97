import type { AssignStairwellsInput, SaveVolunteerInput } from '@jiati/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

const volunteersKey = ['volunteers'];

export function useVolunteers() {
  return useQuery({ queryKey: volunteersKey, queryFn: () => api.get('/api/volunteers') });
}

export function useAddVolunteer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveVolunteerInput) => api.post('/api/volunteers', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: volunteersKey }),
  });
}

/** Replaces a volunteer's stairwells; all of them end on the same day (YYYY-MM-DD, Asia/Shanghai). */
export function useAssignStairwells() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, ...body }: { accountId: string } & AssignStairwellsInput) =>
      api.put('/api/volunteers/{id}/assignments', { path: { id: accountId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: volunteersKey }),
  });
}
