import type { CastBallotInput } from '@jiati/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

/** Records a paper ballot. It counts once a second officer has approved it. */
export function useRecordPaperBallot(roundId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<CastBallotInput, 'channel'>) =>
      api.post('/api/rounds/{roundId}/ballots', { path: { roundId }, body: { ...body, channel: 'paper' } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rounds'] }),
        client.invalidateQueries({ queryKey: ['reviews'] }),
        client.invalidateQueries({ queryKey: ['today'] }),
      ]),
  });
}
