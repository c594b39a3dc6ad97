import { useState } from 'react';
import { words } from '@/api/client';
import { useSetDevicePin } from '@/api/device-pin';
import type { Account } from '@/api/wire';
import { Page, Para, TextButton } from '@/components/kit';
import { lockCopy as copy } from '@/copy/device-lock';
import { restart, routes } from '@/routes';
import { openWith } from './device-lock';
import { PinPad } from './pin-pad';

interface SetPinPageProps {
  account: Account;
  /** Where to go when it is set; without it the page underneath comes up by itself. */
  onSet?: () => void;
  onBack?: () => void;
}

/** The PIN of this device, typed twice. */
export function SetPinPage({ account, onSet, onBack }: SetPinPageProps) {
  const [first, setFirst] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const set = useSetDevicePin();
  const startAgain = (why: string | null) => {
    setFirst(null);
    setTrouble(why);
  };
  const take = (pin: string) => {
    if (first === null) {
      setFirst(pin);
      setTrouble(null);
    } else if (pin !== first) startAgain(copy.different);
    else {
      set.mutate(pin, {
        onSuccess: () => {
          void openWith(account.id, pin);
          onSet?.();
        },
        onError: (error) => startAgain(words(error)),
      });
    }
  };
  const again = first !== null;
  return (
    <Page
      narrow
      step={again ? 'again' : 'first'}
      title={again ? copy.setAgainTitle : copy.setTitle}
      onBack={again ? () => startAgain(null) : (onBack ?? (() => restart(routes.home())))}
      action={again ? <TextButton onPress={() => startAgain(null)}>{copy.startAgain}</TextButton> : null}
    >
      <Para>{again ? copy.setAgainWords : copy.setWords}</Para>
      <PinPad
        key={again ? 'again' : 'first'}
        onFull={take}
        busyWords={set.isPending && copy.saving}
        trouble={trouble}
      />
    </Page>
  );
}
