import type { BindingState } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import { useStairwell } from '@/api/content';
import { Button, Notice, Page, Para, TextButton } from '@/components/kit';
import { bindCopy as copy } from '@/copy/bind';
import { replace, routes } from '@/routes';
import { nextStep } from '../stairwell/next-step';

interface BoundProps {
  state: BindingState;
  home: string;
  stairwellCode: string;
  roomNo: string;
}

/** What was recorded, what is public, and what can be done next. */
export function Bound({ state, home, stairwellCode, roomNo }: BoundProps) {
  const mine = useMyHouseholds(true);
  const stairwell = useStairwell(stairwellCode);
  const household = mine.data?.find((each) => each.stairwellCode === stairwellCode && each.roomNo === roomNo);
  const next = stairwell.data && household ? nextStep(stairwell.data, true, household) : null;
  const toStairwell = () => replace(routes.stairwell(stairwellCode));
  const isPending = state === 'pending';
  return (
    <Page
      place={home}
      title={isPending ? copy.pendingTitle : copy.doneTitle}
      onBack={toStairwell}
      action={
        next && !isPending ? (
          <>
            <Button onPress={() => replace(next.url)}>{next.words}</Button>
            <TextButton onPress={toStairwell}>{copy.toStairwell}</TextButton>
          </>
        ) : (
          <Button onPress={toStairwell}>{copy.toStairwell}</Button>
        )
      }
    >
      <Notice
        kind={isPending ? 'waiting' : 'done'}
        title={isPending ? copy.pendingWords(home) : copy.doneWords(home)}
      />
      <Para>{copy.donePublic}</Para>
    </Page>
  );
}
