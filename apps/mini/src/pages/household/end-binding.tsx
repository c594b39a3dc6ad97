import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { words } from '@/api/client';
import { useEndBinding } from '@/api/households';
import type { MyHousehold } from '@/api/wire';
import { Button, Lines, Notice, Page, Para, TextButton, Trouble } from '@/components/kit';
import { householdCopy as copy } from '@/copy/household';
import { replace, routes } from '@/routes';

/** Says what follows before anything is ended. */
export function EndBinding({ home, onBack }: { home: MyHousehold; onBack: () => void }) {
  const end = useEndBinding();
  const [ended, setEnded] = useState(false);
  const place = formatPlace(home.estateName, home.buildingName, home.stairwellName, formatRoom(home.roomNo));
  const toMe = () => replace(routes.me());
  if (ended) {
    return (
      <Page
        place={place}
        title={copy.endedTitle}
        step="ended"
        onBack={toMe}
        action={<Button onPress={toMe}>{copy.toMe}</Button>}
      >
        <Notice kind="done" title={copy.endedWords(place)} />
      </Page>
    );
  }
  return (
    <Page
      place={place}
      title={copy.endTitle(home.roomNo)}
      step="end"
      onBack={onBack}
      action={
        <>
          <Button
            onPress={() => end.mutate(home.bindingId, { onSuccess: () => setEnded(true) })}
            busyWords={end.isPending && copy.ending}
          >
            {copy.endSure}
          </Button>
          <TextButton onPress={onBack}>{copy.endNot}</TextButton>
        </>
      }
    >
      <Para>{copy.endFollows}</Para>
      <Lines lines={copy.endConsequences} />
      <Trouble words={end.error && words(end.error)} />
    </Page>
  );
}
