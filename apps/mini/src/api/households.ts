import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BindingState } from '@jiati/contracts';
import { call } from './client';
import type { InterestReason, MyHousehold, Relation, RollMatch, Stance } from './wire';

export const householdKeys = {
  mine: ['my', 'households'] as const,
  rollMatches: ['my', 'rollMatches'] as const,
};

/** The households this account is bound to. Asked only when somebody is logged in. */
export function useMyHouseholds(loggedIn: boolean) {
  return useQuery({
    queryKey: householdKeys.mine,
    queryFn: () => call<MyHousehold[]>('GET', '/api/my/households'),
    enabled: loggedIn,
  });
}

/** Households where the account's phone stands on the roll and that are not bound yet. */
export function useRollMatches(loggedIn: boolean) {
  return useQuery({
    queryKey: householdKeys.rollMatches,
    queryFn: () => call<RollMatch[]>('GET', '/api/my/roll-matches'),
    enabled: loggedIn,
  });
}

export interface BindInput {
  id: string;
  stairwellCode: string;
  roomNo: string;
  relation: Relation;
  method: 'slip' | 'roll_phone' | 'office_check';
  pin?: string;
  statedName: string;
}

export function useBindHousehold() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: BindInput) => call<{ id: string; state: BindingState }>('POST', '/api/bindings', input),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['my'] }),
  });
}

export interface InterestInput {
  id: string;
  householdId: string;
  stance: Stance;
  reasons: InterestReason[];
  note: string;
  channel: 'self_service';
}

/** Says what the household thinks before any round; never counted as a ballot. */
export function useExpressInterest() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: InterestInput) => call<unknown>('POST', '/api/expressions-of-interest', input),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: householdKeys.mine });
      await cache.invalidateQueries({ queryKey: ['stairwell'] });
    },
  });
}
