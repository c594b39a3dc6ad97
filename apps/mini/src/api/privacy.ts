import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newId } from '@/platform/device-id';
import type { EraseAccountInput } from '@jiati/contracts';
import { api } from './client';
import type { Purpose } from './wire';

export const privacyKeys = {
  purposes: ['purposes'] as const,
  consents: ['my', 'consents'] as const,
  erasure: ['my', 'erasure'] as const,
};

/** What is kept about people and why; anyone may read it. */
export function usePurposes() {
  return useQuery({
    queryKey: privacyKeys.purposes,
    queryFn: () => api.get('/api/privacy/purposes'),
    staleTime: 10 * 60_000,
  });
}

/** What this account has agreed to, and what it has taken back. */
export function useMyConsents(loggedIn: boolean) {
  return useQuery({
    queryKey: privacyKeys.consents,
    queryFn: () => api.get('/api/my/consents'),
    enabled: loggedIn,
  });
}

export function useGiveConsent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Purpose, 'id' | 'version'>) =>
      api.post('/api/my/consents', { body: { id: newId(), purpose: id, textVersion: version } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: privacyKeys.consents }),
  });
}

export function useWithdrawConsent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (purpose: string) => api.post('/api/my/consents/{purpose}/withdraw', { path: { purpose } }),
    // What rested on the agreement alone is gone with it.
    onSuccess: () => cache.invalidateQueries({ queryKey: ['my'] }),
  });
}

/** Everything that is kept about me, as the API hands it out. */
export function useMyDataDownload() {
  return useMutation({ mutationFn: () => api.get('/api/my/data') });
}

/** What closing the account would erase and what has to stay. */
export function useErasurePreview() {
  return useQuery({
    queryKey: privacyKeys.erasure,
    queryFn: () => api.get('/api/my/erasure'),
    staleTime: 0,
  });
}

/** Closes the account. */
export function useErase() {
  return useMutation({
    mutationFn: (confirmation: EraseAccountInput['confirmation']) =>
      api.post('/api/my/erasure', { body: { confirmation } }),
  });
}
