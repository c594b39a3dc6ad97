import { useRef } from 'react';
import { useCastBallot } from '@/api/ballots';
import { words } from '@/api/client';
import type { BallotPaper, Choice } from '@/api/wire';
import { useSession } from '@/api/session';
import { Button, Notice, Para, Sentence, Sheet } from '@/components/kit';
import { ballotCopy as copy } from '@/copy/ballot';
import { newId } from '@/platform/device-id';
import { replace, routes } from '@/routes';

interface ConfirmSheetProps {
  paper: BallotPaper;
  choice: Choice;
  onClose: () => void;
}

/** Repeats room, answer and motion before anything is sent. The ballot's id is made once: trying again counts once. */
export function ConfirmSheet({ paper, choice, onClose }: ConfirmSheetProps) {
  const ballot = useRef({ id: newId(), castAt: new Date().toISOString() }).current;
  const cast = useCastBallot();
  const { round, household } = paper;
  const byProxy = paper.proxyAuthorisationId !== null;
  const helper = useSession().data?.helper;
  const submit = () =>
    cast.mutate(
      { ...ballot, roundId: round.id, householdId: household.householdId, choice, byProxy },
      { onSuccess: () => replace(routes.receipt(round.id, household.householdId)) },
    );
  return (
    <Sheet open title={copy.confirmTitle} closeWords={copy.chooseAgain} onClose={onClose}>
      <Sentence>{copy.confirmSentence(paper, choice)}</Sentence>
      <Para>{copy.confirmMotion(round.title)}</Para>
      <Para small>{copy.confirmUntil(paper, new Date())}</Para>
      {helper ? <Para small>{copy.confirmHelper(helper.helperName)}</Para> : null}
      {cast.error ? <Notice kind="problem" title={words(cast.error)} /> : null}
      <Button onPress={submit} busyWords={cast.isPending && copy.submitting}>
        {copy.submit}
      </Button>
    </Sheet>
  );
}
