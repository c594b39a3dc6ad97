import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import { householdKeys } from './households';
import type { GiveProxyInput, ProxyAuthorisation } from './wire';

export const proxyKeys = { mine: ['my', 'proxies'] as const };

export interface MyProxies {
  given: ProxyAuthorisation[];
  received: ProxyAuthorisation[];
}

/** Whom I have asked to cast my ballot, and who has asked me. */
export function useMyProxies(loggedIn = true) {
  return useQuery({
    queryKey: proxyKeys.mine,
    queryFn: () => call<MyProxies>('GET', '/api/my/proxy-authorisations'),
    enabled: loggedIn,
  });
}

/** Gives an authorisation; the office looks at the letter before it counts. */
export function useGiveProxy() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: GiveProxyInput) => call<ProxyAuthorisation>('POST', '/api/proxy-authorisations', body),
    onSuccess: () => cache.invalidateQueries({ queryKey: proxyKeys.mine }),
  });
}

/** Takes an authorisation back; ballots cast under it before stay. */
export function useRevokeProxy() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call<ProxyAuthorisation>('POST', `/api/proxy-authorisations/${id}/revoke`, { reason }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: proxyKeys.mine });
      await cache.invalidateQueries({ queryKey: householdKeys.mine });
    },
  });
}
