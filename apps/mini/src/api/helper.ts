import { useMutation } from '@tanstack/react-query';
import { api } from './client';
import { useSessionChange } from './session';
import type { Helper } from './wire';

/** Says that somebody else's hand is on this phone; from now on it stands in every record. */
export function useStartHelping() {
  return useMutation({
    mutationFn: (helper: Helper) => api.put('/api/session/helper', { body: helper }),
    onSuccess: useSessionChange(),
  });
}

/** The person operates the phone alone again. */
export function useStopHelping() {
  return useMutation({
    mutationFn: () => api.delete('/api/session/helper'),
    onSuccess: useSessionChange(),
  });
}
