import { useState } from 'react';
import { ApiProblem, words } from '@/api/client';
import { useWeappLogin } from '@/api/session';
import type { Session } from '@/api/wire';
import { weappLoginCopy as copy } from '@/copy/weapp-login';
import { canSignInByWeapp, PhoneNumberButton } from '@/platform/weapp-sign-in';
import { Button, Notice, Para } from './kit';

interface WeappLoginProps {
  onDone: (session: Session) => void;
}

/** Logging in as the user of WeChat, without typing anything; nothing in a browser. */
export function WeappLogin(props: WeappLoginProps) {
  return canSignInByWeapp ? <WeappLoginButton {...props} /> : null;
}

/** One tap for those who were here before; the first time one more, on WeChat's own button, for the phone number. */
function WeappLoginButton({ onDone }: WeappLoginProps) {
  const login = useWeappLogin();
  const [needsPhone, setNeedsPhone] = useState(false);
  const [declined, setDeclined] = useState(false);
  const isFirstTime = login.error instanceof ApiProblem && login.error.code === 'weapp_phone_needed';
  const send = (phoneCode?: string) =>
    login.mutate(phoneCode ? { phoneCode } : {}, {
      onSuccess: onDone,
      onError: (error) => {
        if (error instanceof ApiProblem && error.code === 'weapp_phone_needed') setNeedsPhone(true);
      },
    });
  const givePhone = (phoneCode: string | null) => {
    setDeclined(phoneCode === null);
    if (phoneCode !== null) send(phoneCode);
  };
  return (
    <>
      {needsPhone ? <Para>{copy.whyPhone}</Para> : null}
      {login.error && !isFirstTime ? <Notice kind="problem" title={troubleOf(login.error)} /> : null}
      {declined ? <Notice kind="problem" title={copy.declined} /> : null}
      {needsPhone ? (
        <PhoneNumberButton className="button" disabled={login.isPending} onPhoneCode={givePhone}>
          {login.isPending ? copy.loggingIn : copy.allowPhone}
        </PhoneNumberButton>
      ) : (
        <Button onPress={() => send()} busyWords={login.isPending && copy.loggingIn}>
          {copy.logIn}
        </Button>
      )}
    </>
  );
}

/** WeChat itself may fail before our server is asked. */
function troubleOf(error: Error): string {
  return error instanceof ApiProblem ? words(error) : copy.noAnswer;
}
