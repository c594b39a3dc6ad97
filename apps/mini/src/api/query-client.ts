import { QueryClient } from '@tanstack/react-query';

/** One cache for the whole app. An answer that says no is not asked again; a silent network is, once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && !('status' in error && Number(error.status) > 0),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
