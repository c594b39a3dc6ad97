import { useRef } from 'react';
import { useWithdrawBallot } from '@/api/ballots';
import { words } from '@/api/client';
import type { BallotPaper } from '@/api/wire';
import { Button, Lines, Notice, Sheet } from '@/components/kit';
import { receiptCopy } from '@/copy/receipt';
import { newId } from '@/platform/device-id';
import { StateNotice } from './state-notice';

const copy = receiptCopy.withdraw;

/**
 * Says what follows before anything is taken back, and afterwards what is now. The withdrawal's id is made once: trying
 * again withdraws once.
 */
export function WithdrawSheet({ paper, onClose }: { paper: BallotPaper; onClose: () => void }) {
  const withdrawal = useRef({ id: newId(), withdrawnAt: new Date().toISOString() }).current;
  const withdraw = useWithdrawBallot();
  const { round, household } = paper;
  if (withdraw.data) {
    const { ballot, openCase } = withdraw.data;
    return (
      <Sheet open title={receiptCopy.title[ballot.state]} onClose={onClose}>
        <StateNotice ballot={ballot} counted={openCase?.countedBallot} />
      </Sheet>
    );
  }
  const submit = () => withdraw.mutate({ ...withdrawal, roundId: round.id, householdId: household.householdId });
  return (
    <Sheet open title={copy.title(household.roomNo)} closeWords={copy.keep} onClose={onClose}>
      <Lines lines={copy.follows} />
      {withdraw.error ? <Notice kind="problem" title={words(withdraw.error)} /> : null}
      <Button onPress={submit} busyWords={withdraw.isPending && copy.submitting}>
        {copy.submit}
      </Button>
    </Sheet>
  );
}
