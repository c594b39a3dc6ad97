import { useQuery } from '@tanstack/react-query';
import { api, ApiProblem } from './client';

export const contentKeys = {
  stairwell: (code: string) => ['stairwell', code] as const,
  faqs: ['faqs'] as const,
  openLetter: ['openLetter'] as const,
  receipt: (code: string) => ['receiptCheck', code] as const,
  demo: ['demo'] as const,
};

const seldomChanges = 10 * 60_000;

/** A stairwell as everyone may see it; refreshed every half minute while a page shows it. */
export function useStairwell(code: string | null) {
  return useQuery({
    queryKey: contentKeys.stairwell(code ?? ''),
    queryFn: () => api.get('/api/public/stairwells/{code}', { path: { code: code! } }),
    enabled: code !== null,
    refetchInterval: 30_000,
  });
}

export function useFaqs() {
  return useQuery({
    queryKey: contentKeys.faqs,
    queryFn: () => api.get('/api/content/faqs'),
    staleTime: seldomChanges,
  });
}

export function useOpenLetter() {
  return useQuery({
    queryKey: contentKeys.openLetter,
    queryFn: () => api.get('/api/content/open-letter'),
    staleTime: seldomChanges,
  });
}

/** What became of the ballot a receipt code belongs to. */
export function useReceiptCheck(code: string | null) {
  return useQuery({
    queryKey: contentKeys.receipt(code ?? ''),
    queryFn: () => api.get('/api/public/receipts/{code}', { path: { code: code! } }),
    enabled: code !== null,
    staleTime: 0,
  });
}

/** The guide of a demonstration; null on a real installation. */
export function useDemoGuide() {
  return useQuery({
    queryKey: contentKeys.demo,
    queryFn: async () => {
      try {
        return await api.get('/api/demo');
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: 0,
  });
}
