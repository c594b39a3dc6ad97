import type { ReactNode } from 'react';
import { ApiProblem, words } from '@/api/client';
import { common } from '@/copy/common';
import { go, hereUrl, restart, routes } from '@/routes';
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
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} otherwise={otherwise} />;
  return <Skeleton />;
}

interface FailedProps {
  error: unknown;
  onRetry: () => void;
  otherwise?: { words: string; onPress: () => void };
}

/** Trying again helps against a silent network; against a refusal something else does. */
function Failed({ error, onRetry, otherwise }: FailedProps) {
  const status = error instanceof ApiProblem ? error.status : 0;
  const home = { words: common.goHome, onPress: () => restart(routes.home()) };
  if (status === 401) {
    const logIn = { words: common.logIn, onPress: () => go(routes.login(hereUrl())) };
    return <ErrorState what={words(error)} action={logIn} otherwise={otherwise ?? home} />;
  }
  if (error instanceof ApiProblem && (error.code === 'device_locked' || error.code === 'device_pin_missing')) {
    const toLock = { words: common.toLock, onPress: () => go(routes.volunteerHome()) };
    return <ErrorState what={words(error)} action={toLock} otherwise={otherwise ?? home} />;
  }
  if (status >= 400 && status < 500) return <ErrorState what={words(error)} action={otherwise ?? home} />;
  return <ErrorState what={words(error)} onRetry={onRetry} otherwise={otherwise} />;
}
