import { useQuery } from '@tanstack/react-query';
import { api } from './client';

/** What waits for an officer now. Read again every minute while the page is open; not for those who have no part in it. */
export function useToday(enabled = true) {
  return useQuery({
    queryKey: ['today'],
    queryFn: () => api.get('/api/office/today'),
    refetchInterval: 60_000,
    enabled,
  });
}
