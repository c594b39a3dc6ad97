import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { householdKeys } from './households';
import type { GiveProxyInput } from './wire';

export const proxyKeys = { mine: ['my', 'proxies'] as const };

/** Whom I have asked to cast my ballot, and who has asked me. */
export function useMyProxies(loggedIn = true) {
  return useQuery({
    queryKey: proxyKeys.mine,
    queryFn: () => api.get('/api/my/proxy-authorisations'),
    enabled: loggedIn,
  });
}

/** Gives an authorisation; the office looks at the letter before it counts. */
export function useGiveProxy() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: GiveProxyInput) => api.post('/api/proxy-authorisations', { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: proxyKeys.mine }),
  });
}

/** Takes an authorisation back; ballots cast under it before stay. */
export function useRevokeProxy() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.post('/api/proxy-authorisations/{id}/revoke', { path: { id }, body: { reason } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: proxyKeys.mine });
      await cache.invalidateQueries({ queryKey: householdKeys.mine });
    },
  });
}
