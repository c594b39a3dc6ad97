import type { ReactNode } from 'react';
import { words } from '@/api/client';
import { ErrorState, Skeleton } from './kit';

interface Answer<Data> {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  query: Answer<Data>;
  /** Where else to go when it cannot be loaded. */
  otherwise?: { words: string; onPress: () => void };
  children: (data: Data) => ReactNode;
}

/** Shows what was loaded; until then the skeleton, and after a failure what to do. Old data outlives a failed refresh. */
export function Loaded<Data>({ query, otherwise, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return <ErrorState what={words(query.error)} onRetry={() => void query.refetch()} otherwise={otherwise} />;
  }
  return <Skeleton />;
}
