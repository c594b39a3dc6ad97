import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreateBindingInput, ExpressInterestInput } from '@jiati/contracts';
import { api } from './client';

export const householdKeys = {
  mine: ['my', 'households'] as const,
  rollMatches: ['my', 'rollMatches'] as const,
  people: (householdId: string) => ['my', 'people', householdId] as const,
};

/** The households this account is bound to. Asked only when somebody is logged in. */
export function useMyHouseholds(loggedIn: boolean) {
  return useQuery({
    queryKey: householdKeys.mine,
    queryFn: () => api.get('/api/my/households'),
    enabled: loggedIn,
  });
}

/** Households where the account's phone stands on the roll and that are not bound yet. */
export function useRollMatches(loggedIn: boolean) {
  return useQuery({
    queryKey: householdKeys.rollMatches,
    queryFn: () => api.get('/api/my/roll-matches'),
    enabled: loggedIn,
  });
}

export function useBindHousehold() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateBindingInput) => api.post('/api/bindings', { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['my'] }),
  });
}

/** Who else is bound to a household of mine: names masked, but for one's own. */
export function useHouseholdPeople(householdId: string | null) {
  return useQuery({
    queryKey: householdKeys.people(householdId ?? ''),
    queryFn: () => api.get('/api/my/households/{householdId}/people', { path: { householdId: householdId! } }),
    enabled: householdId !== null,
  });
}

/** Ends one's own binding; safe to send twice. */
export function useEndBinding() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (bindingId: string) => api.delete('/api/bindings/{id}', { path: { id: bindingId } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['my'] }),
  });
}

/** Says what the household thinks before any round; never counted as a ballot. */
export function useExpressInterest() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ExpressInterestInput) => api.post('/api/expressions-of-interest', { body }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: householdKeys.mine });
      await cache.invalidateQueries({ queryKey: ['stairwell'] });
    },
  });
}
