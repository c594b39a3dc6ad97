import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ApiProblem } from './client';
import { sessionKeys, useSessionChange } from './session';
import type { Session } from './wire';

/** Sets the PIN of this device. */
export function useSetDevicePin() {
  const change = useSessionChange();
  return useMutation({
    mutationFn: (pin: string) => api.put('/api/session/device-pin', { body: { pin } }),
    onSuccess: change,
  });
}

/** Opens this device. */
export function useUnlockDevice() {
  const cache = useQueryClient();
  const change = useSessionChange();
  return useMutation({
    mutationFn: unlockOnServer,
    onSuccess: change,
    onError: (error) => {
      // A wrong PIN is a 401 too, but the session goes on; with the last try it has ended.
      const ended = error instanceof ApiProblem && error.status === 401 && error.code !== 'wrong_device_pin';
      if (ended) cache.setQueryData(sessionKeys.session, null);
    },
  });
}

/** Tells the API to lock too; without a network the pages are locked all the same. */
export async function lockOnServer(): Promise<void> {
  await api.post('/api/session/lock').catch(() => undefined);
}

/** Opens the API's lock with a PIN that this device has already found right. */
export async function unlockOnServer(pin: string): Promise<Session> {
  return api.post('/api/session/unlock', { body: { pin } });
}
