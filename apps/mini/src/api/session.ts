import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keepToken } from '@/platform/transport';
import { loginCode } from '@/platform/weapp-sign-in';
import { hasEndedHere, keepLockRecord } from '@/state/device-lock';
import { api, ApiProblem } from './client';
import type { BoundRelation, Session } from './wire';

export const sessionKeys = { session: ['session'] as const };

async function readSession(): Promise<Session | null> {
  if (hasEndedHere()) return endBelatedly();
  try {
    return await api.get('/api/session');
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      keepToken(null);
      return null;
    }
    throw error;
  }
}

/** Signed out here while there was no network: the API is told now, and nobody is logged in until it knows. */
async function endBelatedly(): Promise<null> {
  try {
    await api.delete('/api/session');
    keepLockRecord(null);
    keepToken(null);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) keepLockRecord(null);
  }
  return null;
}

/** Who is logged in on this device; null for nobody. */
export function useSession() {
  return useQuery({ queryKey: sessionKeys.session, queryFn: readSession, staleTime: 60_000 });
}

/** Who is logged in has not changed, but something about it has: a helper, a lock. */
export function useSessionChange() {
  const cache = useQueryClient();
  return (session: Session) => {
    // The token changes when a right does; without one the old stays.
    if (session.token) keepToken(session.token);
    cache.setQueryData(sessionKeys.session, session);
  };
}

/** After logging in nothing that was read as somebody else is kept. */
function useSessionStart() {
  const cache = useQueryClient();
  return async (session: Session) => {
    keepToken(session.token);
    if (hasEndedHere()) keepLockRecord(null);
    cache.setQueryData(sessionKeys.session, session);
    await cache.invalidateQueries({ queryKey: ['my'] });
  };
}

export function useSendPhoneCode() {
  return useMutation({
    mutationFn: (phone: string) => api.post('/api/session/codes', { body: { phone } }),
  });
}

export function usePhoneLogin() {
  return useMutation({
    mutationFn: (body: { phone: string; code: string }) => api.post('/api/session/phone', { body }),
    onSuccess: useSessionStart(),
  });
}

/**
 * Logs in as whoever uses WeChat on this phone; only in the mini-program. A fresh code is taken for every try: each is
 * good once. The first time the API refuses with `weapp_phone_needed`; then the phone button's code goes along.
 */
export function useWeappLogin() {
  return useMutation({
    mutationFn: async ({ phoneCode }: { phoneCode?: string } = {}) => {
      const body = { loginCode: await loginCode(), ...(phoneCode ? { phoneCode } : {}) };
      return (await api.post('/api/session/weapp', { body })) as Session;
    },
    onSuccess: useSessionStart(),
  });
}

export interface SlipLogin {
  stairwellCode: string;
  roomNo: string;
  pin: string;
  relation: BoundRelation;
  statedName: string;
}

/** Logs in and binds the household in one step, by the password on the office's slip. */
export function useSlipLogin() {
  return useMutation({
    mutationFn: (body: SlipLogin) => api.post('/api/session/slip', { body }),
    onSuccess: useSessionStart(),
  });
}

export function useLogOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/api/session'),
    onSuccess: () => {
      keepToken(null);
      keepLockRecord(null);
      cache.removeQueries({ queryKey: ['my'] });
      cache.setQueryData(sessionKeys.session, null);
    },
  });
}
