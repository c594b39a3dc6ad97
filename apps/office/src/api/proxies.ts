import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

/** Takes a letter back for the office, effective at once. What was cast by it stays. */
export function useRevokeProxy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ letterId, reason }: { letterId: string; reason: string }) =>
      api.post('/api/proxy-authorisations/{id}/revoke', { path: { id: letterId }, body: { reason } }),
    onSuccess: () =>
      Promise.all([['reviews'], ['today'], ['audit']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
