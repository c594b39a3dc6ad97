import type { RecordTitleTransferInput } from '@jiati/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

const householdKey = ['household'];

export function useHousehold(householdId: string) {
  return useQuery({
    queryKey: [...householdKey, householdId],
    queryFn: () => api.get('/api/households/{id}', { path: { id: householdId } }),
  });
}

export function useTitleTransfers(householdId: string) {
  return useQuery({
    queryKey: [...householdKey, householdId, 'title-transfers'],
    queryFn: () => api.get('/api/households/{id}/title-transfers', { path: { id: householdId } }),
  });
}

/** The household changes hands: its former owners' bindings, letters and slip end with it. */
export function useRecordTitleTransfer(householdId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RecordTitleTransferInput) =>
      api.post('/api/households/{id}/title-transfers', { path: { id: householdId }, body }),
    onSuccess: () =>
      Promise.all(
        [householdKey, ['roll'], ['bindings'], ['rounds'], ['audit']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** Whose telephone: an owner's, a public flat's tenant's, or one of the people of the office. */
export type PhoneOf = { owner: string } | { tenantOf: string } | { person: string };

/** One whole telephone number, for a reason; who looked and why is written down. The number is kept nowhere here. */
export function useUnmaskPhone() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: ({ whose, reason }: { whose: PhoneOf; reason: string }) => {
      const body = { reason };
      if ('owner' in whose) return api.post('/api/owners/{id}/phone', { path: { id: whose.owner }, body });
      if ('tenantOf' in whose)
        return api.post('/api/households/{id}/tenant-phone', { path: { id: whose.tenantOf }, body });
      return api.post('/api/people/{id}/phone', { path: { id: whose.person }, body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}
