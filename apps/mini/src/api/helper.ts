import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import { sessionKeys, useSessionChange } from './session';
import type { Helper, Session } from './wire';

/** Says that somebody else's hand is on this phone; from now on it stands in every record. */
export function useStartHelping() {
  return useMutation({
    mutationFn: (helper: Helper) => call<Session>('PUT', '/api/session/helper', helper),
    onSuccess: useSessionChange(),
  });
}

/** The person operates the phone alone again. */
export function useStopHelping() {
  const cache = useQueryClient();
  const change = useSessionChange();
  return useMutation({
    mutationFn: () => call<Session | undefined>('DELETE', '/api/session/helper'),
    onSuccess: (session) => (session ? change(session) : cache.invalidateQueries({ queryKey: sessionKeys.session })),
  });
}
