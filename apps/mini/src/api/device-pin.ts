import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from './client';
import { sessionKeys, useSessionChange } from './session';
import type { Session } from './wire';

/** Sets the PIN of this device. */
export function useSetDevicePin() {
  const change = useSessionChange();
  return useMutation({
    mutationFn: (pin: string) => call<Session>('PUT', '/api/session/device-pin', { pin }),
    onSuccess: change,
  });
}

/** Opens this device. */
export function useUnlockDevice() {
  const cache = useQueryClient();
  const change = useSessionChange();
  return useMutation({
    mutationFn: (pin: string) => call<Session>('POST', '/api/session/unlock', { pin }),
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
  await call('POST', '/api/session/lock').catch(() => undefined);
}

/** Opens the API's lock with a PIN that this device has already found right. */
export async function unlockOnServer(pin: string): Promise<Session> {
  return call<Session>('POST', '/api/session/unlock', { pin });
}
