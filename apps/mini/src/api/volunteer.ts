import { useCallback } from 'react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { ballotKeys } from './ballots';
import { api } from './client';

export type { AssignedStairwell, CastBallotInput, Door, RecordVisitInput, StairwellDoors } from '@jiati/contracts';

export const volunteerKeys = {
  all: ['volunteer'] as const,
  stairwells: ['volunteer', 'stairwells'] as const,
  doors: (stairwellId: string) => ['volunteer', 'doors', stairwellId] as const,
};

/**
 * Visits and witnessed ballots go through the volunteer's outbox; their ids are made on the device, so that sending
 * one twice records it once.
 */
export const visitPath = '/api/visits';
export const ballotPath = (roundId: string) => `/api/rounds/${encodeURIComponent(roundId)}/ballots`;

export function useAssignedStairwells() {
  return useQuery({
    queryKey: volunteerKeys.stairwells,
    queryFn: () => api.get('/api/volunteer/stairwells'),
  });
}

/** The doors of one assigned stairwell; refreshed every minute while the page shows them. */
export function useDoors(stairwellId: string) {
  return useQuery({
    queryKey: volunteerKeys.doors(stairwellId),
    queryFn: () => api.get('/api/volunteer/stairwells/{id}', { path: { id: stairwellId } }),
    enabled: stairwellId !== '',
    refetchInterval: 60_000,
  });
}

const paperOptions = (roundId: string, householdId: string) =>
  queryOptions({
    queryKey: ballotKeys.paper(roundId, householdId),
    queryFn: () =>
      api.get('/api/rounds/{roundId}/households/{householdId}/ballot-paper', { path: { roundId, householdId } }),
    // The texts are frozen while the round runs: one reading lasts the whole visit, network or not.
    staleTime: 30 * 60_000,
    gcTime: 12 * 3_600_000,
  });

/** What the household decides about, read before the tablet is turned. */
export function useDoorBallotPaper(roundId: string, householdId: string) {
  return useQuery(paperOptions(roundId, householdId));
}

/**
 * Fetches the ballot papers of doors ahead, one after another, so that they are there when the network is gone on the
 * landing. Ends at the first that does not come.
 */
export function usePrefetchBallotPapers() {
  const cache = useQueryClient();
  return useCallback(
    async (roundId: string, householdIds: readonly string[]) => {
      for (const householdId of householdIds) {
        const options = paperOptions(roundId, householdId);
        await cache.prefetchQuery(options);
        if (cache.getQueryState(options.queryKey)?.status !== 'success') return;
      }
    },
    [cache],
  );
}
