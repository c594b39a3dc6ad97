import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import type { Device } from './wire';

export const deviceKeys = { mine: ['my', 'devices'] as const };

/** Where this account is logged in. */
export function useMyDevices() {
  return useQuery({ queryKey: deviceKeys.mine, queryFn: () => call<Device[]>('GET', '/api/my/devices'), staleTime: 0 });
}

/** Logs one device out; within a second it can do nothing more. */
export function useLogOutDevice() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<void>('DELETE', `/api/my/devices/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: deviceKeys.mine }),
  });
}

/** Logs every device out but this one. */
export function useLogOutOthers() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => call<void>('DELETE', '/api/my/devices'),
    onSuccess: () => cache.invalidateQueries({ queryKey: deviceKeys.mine }),
  });
}
