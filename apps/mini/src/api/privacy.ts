import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newId } from '@/platform/device-id';
import { call } from './client';
import type { Consent, Erasure, Purpose } from './wire';

export const privacyKeys = {
  purposes: ['purposes'] as const,
  consents: ['my', 'consents'] as const,
  erasure: ['my', 'erasure'] as const,
};

/** What is kept about people and why; anyone may read it. */
export function usePurposes() {
  return useQuery({
    queryKey: privacyKeys.purposes,
    queryFn: () => call<Purpose[]>('GET', '/api/privacy/purposes'),
    staleTime: 10 * 60_000,
  });
}

/** What this account has agreed to, and what it has taken back. */
export function useMyConsents(loggedIn: boolean) {
  return useQuery({
    queryKey: privacyKeys.consents,
    queryFn: () => call<Consent[]>('GET', '/api/my/consents'),
    enabled: loggedIn,
  });
}

export function useGiveConsent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Purpose, 'id' | 'version'>) =>
      call<Consent>('POST', '/api/my/consents', { id: newId(), purpose: id, textVersion: version }),
    onSuccess: () => cache.invalidateQueries({ queryKey: privacyKeys.consents }),
  });
}

export function useWithdrawConsent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (purpose: string) => call<Consent>('POST', `/api/my/consents/${purpose}/withdraw`),
    onSuccess: () => cache.invalidateQueries({ queryKey: privacyKeys.consents }),
  });
}

/** Everything that is kept about me, as the API hands it out. */
export function useMyDataDownload() {
  return useMutation({ mutationFn: () => call<object>('GET', '/api/my/data') });
}

/** What closing the account would erase and what has to stay. */
export function useErasurePreview() {
  return useQuery({
    queryKey: privacyKeys.erasure,
    queryFn: () => call<Erasure>('GET', '/api/my/erasure'),
    staleTime: 0,
  });
}

/** Closes the account. */
export function useErase() {
  return useMutation({
    mutationFn: (confirmation: string) => call<Erasure>('POST', '/api/my/erasure', { confirmation }),
  });
}
