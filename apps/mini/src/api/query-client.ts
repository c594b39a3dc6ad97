import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@jiati/contracts';
import { noteLocked } from '@/state/device-lock';

/** The API says that a volunteer's device is locked, or has no PIN yet: the session then says what to do next. */
export function noteRefusal(error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  if (error.code === 'device_locked') noteLocked();
  if (error.code === 'device_locked' || error.code === 'device_pin_missing') {
    void queryClient.invalidateQueries({ queryKey: ['session'] });
  }
}

/** One cache for the whole app. An answer that says no is not asked again; a silent network is, once. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteRefusal }),
  mutationCache: new MutationCache({ onError: noteRefusal }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && !('status' in error && Number(error.status) > 0),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
