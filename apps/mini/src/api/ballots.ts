import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { SignatureValue } from '@/platform/elements.types';
import { api } from './client';
import { householdKeys } from './households';
import type { BallotPaper, CastBallotResult, Choice, MyBallot, MyRound } from './wire';

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
    onSuccess: (result, { roundId, householdId }) => keep(cache, roundId, householdId, result),
  });
}

export interface WithdrawInput {
  /** Made on the device; sending the same withdrawal twice is one withdrawal. */
  id: string;
  roundId: string;
  householdId: string;
  withdrawnAt: string;
}

/** Takes back what the household has said. */
export function useWithdrawBallot() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ roundId, householdId, ...body }: WithdrawInput) =>
      api.post('/api/rounds/{roundId}/households/{householdId}/withdrawals', { path: { roundId, householdId }, body }),
    onSuccess: (result, { roundId, householdId }) => keep(cache, roundId, householdId, result),
  });
}

/** Puts the answer into the cached ballot paper, and has the pages read anew that show turnout. */
async function keep(cache: QueryClient, roundId: string, householdId: string, result: CastBallotResult): Promise<void> {
  cache.setQueryData<BallotPaper>(
    ballotKeys.paper(roundId, householdId),
    (paper) =>
      paper && {
        ...paper,
        ballots: withBallot(paper.ballots, result.ballot),
        openCase: paper.openCase || Boolean(result.openCase),
      },
  );
  await cache.invalidateQueries({ queryKey: householdKeys.mine });
  await cache.invalidateQueries({ queryKey: ['stairwell'] });
}

/** Whether the household has said something that stands or is looked at; not after it took it back or is asked again. */
export function hasAnswered({ myBallot }: Pick<MyRound, 'myBallot'>): boolean {
  return myBallot !== null && myBallot.state !== 'withdrawn' && myBallot.state !== 'set_aside';
}

/** The household's ballots after a new one: one that counts, or a withdrawal, takes the place of what counted before. */
export function withBallot(ballots: readonly MyBallot[], cast: MyBallot): MyBallot[] {
  const earlier = ballots
    .filter((ballot) => ballot.id !== cast.id)
    .map((ballot): MyBallot => {
      const isReplaced = isStanding(cast) && isStanding(ballot);
      return isReplaced ? { ...ballot, state: 'superseded' } : ballot;
    });
  return [...earlier, cast].sort((a, b) => a.seq - b.seq);
}

const isStanding = ({ state }: MyBallot): boolean => state === 'counted' || state === 'withdrawn';

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
