import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './client';
import { codeOf } from './problem';
import { useForgetSession, useSession } from './session';
import { readPasskey } from './passkey-browser';

/** Steps of signing in are refused without meaning that a session ended. */
const meta = { signingIn: true };

/** A step that is answered by a session; when the half-way session has run out, back to the password. */
function useStep<Input>(mutationFn: (input: Input) => Promise<Parameters<ReturnType<typeof useSession>['arrive']>[0]>) {
  const { arrive, startOver } = useSession();
  return useMutation({
    meta,
    mutationFn,
    onSuccess: arrive,
    onError: (error) => {
      if (codeOf(error) === 'not_signed_in') startOver('too_long');
    },
  });
}

/** The first step: name and password. */
export const useSignInByPassword = () =>
  useStep((body: { username: string; password: string }) => api.post('/api/session/password', { body }));

/** Both steps in one: the browser asks for the finger, the face or the key. */
export const useSignInByPasskey = () =>
  useStep(async () => {
    const { challengeId, options } = await api.post('/api/session/passkey/options');
    const response = await readPasskey(options);
    return api.post('/api/session/passkey', { body: { challengeId, response } });
  });

/** The second step by the authenticator app; also makes a session fresh again before ways in are changed. */
export const usePassTotp = () => useStep((code: string) => api.post('/api/session/totp', { body: { code } }));

/** The second step by a code from the sheet. */
export const usePassRecoveryCode = () =>
  useStep((recoveryCode: string) => api.post('/api/session/recovery', { body: { recoveryCode } }));

/** One's own password; every other device is signed out. */
export const useChangePassword = () =>
  useStep((body: { currentPassword: string; newPassword: string }) => api.put('/api/my/password', { body }));

/** A new secret for an authenticator app, asked for once while the page is open. */
export function useTotpEnrolment() {
  return useQuery({
    queryKey: ['session', 'totp-enrolment'],
    queryFn: () => api.post('/api/session/totp-enrolment'),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta,
  });
}

/** Confirms the app. The answer holds the sheet of recovery codes: the caller shows it, then lets the session arrive. */
export function useConfirmTotp() {
  const { startOver } = useSession();
  return useMutation({
    meta,
    mutationFn: (code: string) => api.post('/api/session/totp-enrolment/confirm', { body: { code } }),
    onError: (error) => {
      if (codeOf(error) === 'not_signed_in') startOver('too_long');
    },
  });
}

/** Ends the session on the server and forgets everything that was read. */
export function useSignOut() {
  const forget = useForgetSession();
  return useMutation({ meta, mutationFn: () => api.delete('/api/session'), onSettled: forget });
}
