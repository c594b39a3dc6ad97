import { MutationCache, QueryCache, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@jiati/contracts';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api } from './client';
import { statusOf } from './problem';

interface SessionState {
  session: Session | null;
  pending: boolean;
  error: unknown;
  refetch: () => unknown;
  /** True once the server has said that the session of a signed-in officer has ended. */
  expired: boolean;
  setExpired: (expired: boolean) => void;
  signedOut: boolean;
  setSignedOut: (signedOut: boolean) => void;
}

const SessionContext = createContext<SessionState | null>(null);
const sessionKey = ['session'];
const expiryListeners = new Set<() => void>();

function noticeExpiry(error: unknown, meta: Record<string, unknown> | undefined): void {
  if (meta?.['signingIn'] || statusOf(error) !== 401) return;
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

/** Knows who is signed in. While the session is expired the pages stay mounted, so nothing typed is lost. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [expired, setExpired] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const query = useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: Infinity });
  useEffect(() => {
    const listener = () => setExpired(true);
    expiryListeners.add(listener);
    return () => void expiryListeners.delete(listener);
  }, []);
  const session = query.data ?? null;
  const state = useMemo<SessionState>(
    () => ({
      session,
      pending: query.isPending,
      error: query.error,
      refetch: query.refetch,
      expired: expired && session !== null,
      setExpired,
      signedOut,
      setSignedOut,
    }),
    [session, query.isPending, query.error, query.refetch, expired, signedOut],
  );
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
}

/** Who is signed in, and whether the session has run out meanwhile. */
export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession is used outside of SessionProvider');
  return state;
}

/** Signs in with name and password; afterwards everything that was refused is read again. */
export function useSignIn() {
  const client = useQueryClient();
  const { setExpired, setSignedOut } = useSession();
  return useMutation({
    meta: { signingIn: true },
    mutationFn: (input: { username: string; password: string }) => api.post('/api/session/password', { body: input }),
    onSuccess: (session) => {
      localStorage.setItem(signedInMark, 'yes');
      client.setQueryData(sessionKey, session);
      setExpired(false);
      setSignedOut(false);
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
  });
}

/** Ends the session on the server and forgets everything that was read. */
export function useSignOut() {
  const client = useQueryClient();
  const { setExpired, setSignedOut } = useSession();
  return useMutation({
    meta: { signingIn: true },
    mutationFn: () => api.delete('/api/session'),
    onSettled: () => {
      setSignedOut(true);
      setExpired(false);
      localStorage.removeItem(signedInMark);
      client.setQueryData(sessionKey, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
  });
}
