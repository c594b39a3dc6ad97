import type { ReviewVerdict, SubmissionKind, SubmissionState } from '@jiati/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

export interface ReviewFilter {
  /** `waiting`: the office owes an answer. Without it, everything. */
  state?: SubmissionState | 'waiting';
  kind?: SubmissionKind;
  roundId?: string;
}

const reviewsKey = ['reviews'];

/** Oldest first, piece by piece. */
export function useReviews(filter: ReviewFilter) {
  return useInfiniteQuery({
    queryKey: [...reviewsKey, 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get('/api/reviews', { query: { ...filter, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useReview(reviewId: string) {
  return useQuery({
    queryKey: [...reviewsKey, 'one', reviewId],
    queryFn: () => api.get('/api/reviews/{id}', { path: { id: reviewId } }),
  });
}

/** Approves with an optional note, or returns or rejects with a reason. The counts move, so rounds are read again. */
export function useDecideReview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ reviewId, verdict, reason }: { reviewId: string; verdict: ReviewVerdict; reason: string }) => {
      const path = { id: reviewId };
      switch (verdict) {
        case 'approve':
          return api.post('/api/reviews/{id}/approve', { path, body: reason ? { note: reason } : {} });
        case 'return':
          return api.post('/api/reviews/{id}/return', { path, body: { reason } });
        case 'reject':
          return api.post('/api/reviews/{id}/reject', { path, body: { reason } });
      }
    },
    onSuccess: (detail) => {
      client.setQueryData([...reviewsKey, 'one', detail.id], detail);
      return Promise.all([
        client.invalidateQueries({ queryKey: [...reviewsKey, 'list'] }),
        client.invalidateQueries({ queryKey: ['today'] }),
        client.invalidateQueries({ queryKey: ['rounds'] }),
      ]);
    },
  });
}

/** Where the browser reads a picture of the evidence; the session cookie goes along by itself. */
export const signatureUrl = (id: string): string => `/api/signatures/${id}/image`;
export const paperPhotoUrl = (id: string): string => `/api/paper-photos/${id}/image`;
