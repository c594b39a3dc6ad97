import { useState } from 'react';
import { ApiProblem, words } from '@/api/client';
import { useLogOut } from '@/api/session';
import type { Account } from '@/api/wire';
import { Notice, Page, Para, TextButton } from '@/components/kit';
import { lockCopy as copy } from '@/copy/device-lock';
import { replace, restart, routes } from '@/routes';
import { outboxOf } from '../outbox';
import { PinPad } from './pin-pad';
import { useUnlock } from './use-device-lock';

interface LockPageProps {
  account: Account;
  onOpened?: () => void;
  /** A resident has it in hand, and has to be told whom to give it to. */
  handedBack?: boolean;
  /** Back to the resident, who was not done yet. */
  onBackToResident?: () => void;
}

/** Nothing of the stairwell is on it: the PIN, or signing in anew. */
export function LockPage({ account, onOpened, handedBack, onBackToResident }: LockPageProps) {
  const unlock = useUnlock(account.id);
  const logOut = useLogOut();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { waiting } = outboxOf(account.id).ledger();
  const tryPin = async (pin: string) => {
    setBusy(true);
    const answer = await unlock(pin);
    setBusy(false);
    if (answer.open) onOpened?.();
    else setTrouble(answer.words);
  };
  const signInAgain = () =>
    logOut.mutate(undefined, {
      onSuccess: () => replace(routes.login()),
      onError: (error) =>
        setTrouble(error instanceof ApiProblem && error.status === 0 ? copy.forgotOffline : words(error)),
    });
  return (
    <Page
      narrow
      title={copy.title}
      onBack={onBackToResident ?? (() => restart(routes.home()))}
      action={
        onBackToResident ? (
          <TextButton onPress={onBackToResident}>{copy.backToResident}</TextButton>
        ) : (
          <TextButton onPress={signInAgain} disabled={logOut.isPending}>
            {copy.forgot}
          </TextButton>
        )
      }
    >
      <Para>{handedBack ? copy.handedBack(account.displayName) : copy.words(account.displayName)}</Para>
      <PinPad onFull={(pin) => void tryPin(pin)} busyWords={busy && copy.checking} trouble={trouble} />
      {waiting > 0 ? <Notice kind="waiting" title={copy.waiting(waiting)} /> : null}
    </Page>
  );
}
