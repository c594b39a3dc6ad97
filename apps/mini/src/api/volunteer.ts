import type { IdentityCheck, RoundState, Tenure, VisitOutcome } from '@jiati/contracts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { ballotKeys } from './ballots';
import { call } from './client';
import type { BallotPaper, BallotState, Channel, Choice, Decision, Relation, Stance } from './wire';
import type { SignatureValue } from '@/platform/elements.types';

export const volunteerKeys = {
  all: ['volunteer'] as const,
  stairwells: ['volunteer', 'stairwells'] as const,
  doors: (stairwellId: string) => ['volunteer', 'doors', stairwellId] as const,
};

interface AssignedRound {
  id: string;
  state: RoundState;
  closesAt: string;
}

/** A stairwell this volunteer is assigned to. */
export interface AssignedStairwell {
  id: string;
  code: string;
  estateName: string;
  buildingName: string;
  name: string;
  householdCount: number;
  visitedCount: number;
  ballotCount: number;
  round: AssignedRound | null;
}

export interface LastVisit {
  outcome: VisitOutcome;
  visitedAt: string;
  note: string;
  revisitOn: string | null;
}

/** One door as a volunteer may see it: never what its household chose. */
export interface Door {
  householdId: string;
  roomNo: string;
  floor: number;
  ownerName: string;
  tenure: Tenure;
  lastVisit: LastVisit | null;
  interest: { stance: Stance } | null;
  ballot: { state: BallotState; channel: Channel; receivedAt: string } | null;
}

export interface StairwellDoors {
  stairwell: { id: string; code: string; estateName: string; buildingName: string; name: string };
  round: AssignedRound | null;
  /** How far each gate is; null without a round. */
  decision: Decision | null;
  /** The smallest sets of silent doors that would pass; null when there is none or it cannot be told. */
  pivotDoors: { size: number; exact: boolean; sets: string[][] } | null;
  doors: Door[];
}

/** What is written down of a visit. `id` is made on the device, so that sending it twice records it once. */
export interface VisitInput {
  id: string;
  householdId: string;
  outcome: VisitOutcome;
  note: string;
  revisitOn: string | null;
  visitedAt: string;
}

/** A ballot taken at the door, with the least evidence its channel asks for. */
export interface WitnessedBallotInput {
  id: string;
  householdId: string;
  choice: Choice;
  channel: 'home_visit';
  castAt: string;
  signature: SignatureValue;
  signerName: string;
  signerRelation: Relation;
  identityCheck: IdentityCheck;
}

export const visitPath = '/api/visits';
export const ballotPath = (roundId: string) => `/api/rounds/${encodeURIComponent(roundId)}/ballots`;

export function useAssignedStairwells() {
  return useQuery({
    queryKey: volunteerKeys.stairwells,
    queryFn: () => call<AssignedStairwell[]>('GET', '/api/volunteer/stairwells'),
  });
}

/** The doors of one assigned stairwell; refreshed every minute while the page shows them. */
export function useDoors(stairwellId: string) {
  return useQuery({
    queryKey: volunteerKeys.doors(stairwellId),
    queryFn: () => call<StairwellDoors>('GET', `/api/volunteer/stairwells/${encodeURIComponent(stairwellId)}`),
    enabled: stairwellId !== '',
    refetchInterval: 60_000,
  });
}

const paperOptions = (roundId: string, householdId: string) =>
  queryOptions({
    queryKey: ballotKeys.paper(roundId, householdId),
    queryFn: () =>
      call<BallotPaper>(
        'GET',
        `/api/rounds/${encodeURIComponent(roundId)}/households/${encodeURIComponent(householdId)}/ballot-paper`,
      ),
    // The texts are frozen while the round runs: one reading lasts the whole visit, network or not.
    staleTime: 30 * 60_000,
    gcTime: 12 * 3_600_000,
  });

/** What the household decides about, read before the tablet is turned. */
export function useDoorBallotPaper(roundId: string, householdId: string) {
  return useQuery(paperOptions(roundId, householdId));
}

/** Fetches a door's ballot paper ahead, so that it is there when the network is gone on the landing. */
export function usePrefetchBallotPaper() {
  const cache = useQueryClient();
  return (roundId: string, householdId: string) => cache.prefetchQuery(paperOptions(roundId, householdId));
}
