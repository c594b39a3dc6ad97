import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

/** Every letter of a household, newest first. */
export function useLettersOf(householdId: string) {
  return useQuery({
    queryKey: ['household', householdId, 'letters'],
    queryFn: () => api.get('/api/households/{id}/proxy-authorisations', { path: { id: householdId } }),
  });
}

/** Takes a letter back for the office, effective at once. What was cast by it stays. */
export function useRevokeProxy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ letterId, reason }: { letterId: string; reason: string }) =>
      api.post('/api/proxy-authorisations/{id}/revoke', { path: { id: letterId }, body: { reason } }),
    onSuccess: () =>
      Promise.all(
        [['household'], ['reviews'], ['today'], ['audit']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
