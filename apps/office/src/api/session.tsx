import { MutationCache, QueryCache, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@jiati/contracts';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { DeskRole } from '../lib/desks';
import { api } from './client';
import { codeOf, statusOf } from './problem';

/** Why the password is asked for: at first, after signing out, or because the half-way session ran out. */
export type StartedOver = 'signed_out' | 'too_long' | null;

interface SessionState {
  /** Who is signed in, with everything that was asked for; null: nobody. */
  session: Session | null;
  /** A sign-in under way: `next` says what it still needs. */
  half: Session | null;
  pending: boolean;
  error: unknown;
  refetch: () => unknown;
  /** True once the server has said that the session of someone signed in has ended. */
  expired: boolean;
  startedOver: StartedOver;
  /** Takes over what a step of signing in answered. */
  arrive: (session: Session) => void;
  /** Back to the password, half-way or from the start. */
  startOver: (why: StartedOver) => void;
}

const SessionContext = createContext<SessionState | null>(null);
const sessionKey = ['session'];
const expiryListeners = new Set<() => void>();

/** Wrong codes and passwords are 401 too; only this one says that nobody is signed in any more. */
function noticeExpiry(error: unknown, meta: Record<string, unknown> | undefined): void {
  if (meta?.['signingIn'] || statusOf(error) !== 401 || codeOf(error) !== 'not_signed_in') return;
  expiryListeners.forEach((listener) => listener());
}

/** The one cache of the console. Refusals are not repeated; a lost connection is tried twice more. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => noticeExpiry(error, query.meta) }),
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => noticeExpiry(error, mutation.meta),
  }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && statusOf(error) === 0 },
    mutations: { retry: false },
  },
});

/** Whether this browser was signed in when it was last used: only then is there a session to ask for. */
const signedInMark = 'jiati-office-signed-in';

async function readSession(): Promise<Session | null> {
  if (localStorage.getItem(signedInMark) === null) return null;
  try {
    return await api.get('/api/session');
  } catch (error) {
    if (statusOf(error) === 401) {
      localStorage.removeItem(signedInMark);
      return null;
    }
    throw error;
  }
}

const isComplete = (session: Session | null): session is Session => session?.next === 'none';

/** Knows who is signed in. While the session is expired the pages stay mounted, so nothing typed is lost. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Infinity,
    meta: { signingIn: true },
  });
  const [expired, setExpired] = useState(false);
  const [step, setStep] = useState<Session | null>(null);
  const [startedOver, setStartedOver] = useState<StartedOver>(null);
  useEffect(() => {
    const listener = () => setExpired(true);
    expiryListeners.add(listener);
    return () => void expiryListeners.delete(listener);
  }, []);
  const known = query.data ?? null;
  const session = isComplete(known) ? known : null;

  const arrive = useCallback(
    (next: Session) => {
      localStorage.setItem(signedInMark, 'yes');
      setStartedOver(null);
      if (!isComplete(next)) return setStep(next);
      const before = client.getQueryData<Session | null>(sessionKey);
      const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'session' };
      // Somebody else at the same desk must not see what the one before had read.
      if (before && before.account.id !== next.account.id) client.removeQueries(others);
      client.setQueryData(sessionKey, next);
      setStep(null);
      setExpired(false);
      void client.invalidateQueries(others);
    },
    [client],
  );
  const startOver = useCallback(
    (why: StartedOver) => {
      setStep(null);
      setStartedOver(why);
      if (!isComplete(client.getQueryData<Session | null>(sessionKey) ?? null)) client.setQueryData(sessionKey, null);
    },
    [client],
  );
  const state = useMemo<SessionState>(
    () => ({
      session,
      half: step ?? (isComplete(known) ? null : known),
      pending: query.isPending,
      error: query.error,
      refetch: query.refetch,
      expired: expired && session !== null,
      startedOver,
      arrive,
      startOver,
    }),
    [session, known, step, query.isPending, query.error, query.refetch, expired, startedOver, arrive, startOver],
  );
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
}

/** Who is signed in, how far a sign-in has come, and whether the session has run out meanwhile. */
export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession is used outside of SessionProvider');
  return state;
}

/** The role of whoever sits at the desk. Only inside the console, where somebody is signed in. */
export function useDeskRole(): DeskRole {
  const { session } = useSession();
  if (!session) throw new Error('useDeskRole is used where nobody is signed in');
  return session.account.role as DeskRole;
}

/** Forgets who was signed in and everything that was read. */
export function useForgetSession(): () => void {
  const client = useQueryClient();
  const { startOver } = useSession();
  return () => {
    localStorage.removeItem(signedInMark);
    client.setQueryData(sessionKey, null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    startOver('signed_out');
  };
}
