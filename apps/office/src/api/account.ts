import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { makePasskey } from './passkey-browser';

const passkeysKey = ['account', 'passkeys'];
const devicesKey = ['account', 'devices'];

export function useMyPasskeys() {
  return useQuery({ queryKey: passkeysKey, queryFn: () => api.get('/api/my/passkeys') });
}

/** Asks the browser for a new passkey and hands it in under a name. */
export function useAddPasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (label: string) => {
      const { challengeId, options } = await api.post('/api/my/passkeys/options');
      const response = await makePasskey(options);
      return api.post('/api/my/passkeys', { body: { challengeId, label, response } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: passkeysKey }),
  });
}

export function useRemovePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/my/passkeys/{id}', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: passkeysKey }),
  });
}

export function useMyDevices() {
  return useQuery({ queryKey: devicesKey, queryFn: () => api.get('/api/my/devices') });
}

/** Signs one device out or, without an id, all but this one. */
export function useEndDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null): Promise<unknown> =>
      id === null ? api.delete('/api/my/devices') : api.delete('/api/my/devices/{id}', { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: devicesKey }),
  });
}
