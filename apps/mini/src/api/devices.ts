import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

export const deviceKeys = { mine: ['my', 'devices'] as const };

/** Where this account is logged in. */
export function useMyDevices() {
  return useQuery({ queryKey: deviceKeys.mine, queryFn: () => api.get('/api/my/devices'), staleTime: 0 });
}

/** Logs one device out; within a second it can do nothing more. */
export function useLogOutDevice() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/my/devices/{id}', { path: { id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: deviceKeys.mine }),
  });
}

/** Logs every device out but this one. */
export function useLogOutOthers() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/api/my/devices'),
    onSuccess: () => cache.invalidateQueries({ queryKey: deviceKeys.mine }),
  });
}
