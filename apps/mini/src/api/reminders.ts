import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { hasAnswered } from './ballots';
import { api } from './client';
import { privacyKeys } from './privacy';
import type { MyHousehold, ReminderChannel } from './wire';

export const reminderKeys = { mine: ['my', 'reminders'] as const };

/** The purpose whose text stands beside the choice: to choose a reminder is to agree to it. */
export const reminderPurpose = 'text-messages';

/** Further permissions of WeChat are not counted. */
export const mostPermissions = 5;

/** How I am reminded, and what I can choose. */
export function useMyReminders() {
  return useQuery({ queryKey: reminderKeys.mine, queryFn: () => api.get('/api/my/reminders'), staleTime: 0 });
}

interface Chosen {
  channel: ReminderChannel;
  /** Of the purpose's text as it was shown. */
  textVersion: string;
  /** WeChat was just allowed one message more. */
  permitted: boolean;
}

/** Chooses how to be reminded, and counts what WeChat was allowed. Safe to repeat, but for the count. */
export function useChooseReminder() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ channel, textVersion, permitted }: Chosen) => {
      const body = { channel, textVersion: channel === 'none' ? null : textVersion };
      const choice = await api.put('/api/my/reminders', { body });
      return permitted ? api.post('/api/my/reminders/weapp-permissions') : choice;
    },
    onSuccess: (choice) => cache.setQueryData(reminderKeys.mine, choice),
    onSettled: (_, error) => {
      void cache.invalidateQueries({ queryKey: privacyKeys.consents });
      // The choice may stand without the count, and the text may have changed.
      if (!error) return;
      void cache.invalidateQueries({ queryKey: reminderKeys.mine });
      void cache.invalidateQueries({ queryKey: privacyKeys.purposes });
    },
  });
}

/** Whether a reminder could come: the household's ballot is mine to cast, and it is asked for and not cast yet. */
export function mayBeReminded({ bindingState, relation, mayVote, frozen, round }: MyHousehold): boolean {
  const isMine = bindingState === 'approved' && relation !== 'proxy' && mayVote && !frozen;
  return isMine && round?.state === 'open' && !hasAnswered(round);
}
