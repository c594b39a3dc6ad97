import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

/** While something waits to be sent, how it goes on is asked this often. */
const WATCH_EVERY_MS = 4_000;

const remindersKey = (roundId: string) => ['rounds', 'reminders', roundId];

/** Who would be reminded of a round now, whom no message reaches, and what came of it so far. */
export function useReminders(roundId: string) {
  return useQuery({
    queryKey: remindersKey(roundId),
    queryFn: () => api.get('/api/rounds/{id}/reminders', { path: { id: roundId } }),
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? WATCH_EVERY_MS : false),
  });
}

/**
 * Reminds whoever is silent and has chosen it. Read again after a failure too: an answer that got lost may have been a
 * yes. Asking twice sends nothing twice, since a round rests for a day.
 */
export function useRemindRound(roundId: string) {
  const client = useQueryClient();
  const queryKey = remindersKey(roundId);
  return useMutation({
    mutationFn: () => api.post('/api/rounds/{id}/reminders', { path: { id: roundId } }),
    onSuccess: (plan) => client.setQueryData(queryKey, plan),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}
