import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SignatureValue } from '@/platform/elements.types';
import { api } from './client';
import { householdKeys } from './households';
import type { BallotPaper, Choice, MyBallot } from './wire';

export const ballotKeys = {
  paper: (roundId: string, householdId: string) => ['my', 'ballotPaper', roundId, householdId] as const,
};

/** What a household decides about, with its documents, its share, and the ballots it has cast. */
export function useBallotPaper(roundId: string, householdId: string) {
  return useQuery({
    queryKey: ballotKeys.paper(roundId, householdId),
    queryFn: () =>
      api.get('/api/rounds/{roundId}/households/{householdId}/ballot-paper', { path: { roundId, householdId } }),
    enabled: roundId !== '' && householdId !== '',
  });
}

export interface CastInput {
  /** Made on the device; sending the same ballot twice counts once. */
  id: string;
  roundId: string;
  householdId: string;
  choice: Choice;
  castAt: string;
  /** The caster is the household's proxy. */
  byProxy: boolean;
}

/** Casts the household's own ballot. The answer goes straight into the cached ballot paper. */
export function useCastBallot() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ roundId, byProxy, ...input }: CastInput) =>
      api.post('/api/rounds/{roundId}/ballots', {
        path: { roundId },
        body: { ...input, channel: byProxy ? 'proxy' : 'self_service' },
      }),
    onSuccess: async (result, { roundId, householdId }) => {
      cache.setQueryData<BallotPaper>(
        ballotKeys.paper(roundId, householdId),
        (paper) => paper && { ...paper, ballots: withBallot(paper.ballots, result.ballot) },
      );
      await cache.invalidateQueries({ queryKey: householdKeys.mine });
      await cache.invalidateQueries({ queryKey: ['stairwell'] });
    },
  });
}

/** The household's ballots after a new one: a counted ballot takes the place of the one counted before. */
export function withBallot(ballots: readonly MyBallot[], cast: MyBallot): MyBallot[] {
  const earlier = ballots
    .filter((ballot) => ballot.id !== cast.id)
    .map((ballot): MyBallot =>
      cast.state === 'counted' && ballot.state === 'counted' ? { ...ballot, state: 'superseded' } : ballot,
    );
  return [...earlier, cast].sort((a, b) => a.seq - b.seq);
}

export interface ConsentInput {
  id: string;
  roundId: string;
  householdId: string;
  signature: SignatureValue;
  signedAt: string;
}

export function useSignConsent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ roundId, ...input }: ConsentInput) =>
      api.post('/api/rounds/{roundId}/consent-forms', { path: { roundId }, body: input }),
    onSuccess: async (result, { roundId, householdId }) => {
      cache.setQueryData<BallotPaper>(
        ballotKeys.paper(roundId, householdId),
        (paper) => paper && { ...paper, consent: { signedAt: result.signedAt } },
      );
      await cache.invalidateQueries({ queryKey: householdKeys.mine });
    },
  });
}
