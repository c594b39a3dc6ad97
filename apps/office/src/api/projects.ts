import type { Stage } from '@jiati/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './client';

export interface ProjectFilter {
  stage?: Stage | undefined;
  q?: string | undefined;
}

/** Every stairwell within reach on its way to a lift, by place, piece by piece. */
export function useProjects(filter: ProjectFilter) {
  return useInfiniteQuery({
    queryKey: ['projects', filter],
    queryFn: ({ pageParam }) =>
      api.get('/api/projects', { query: { ...filter, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
