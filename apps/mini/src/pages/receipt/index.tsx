import { useState } from 'react';
import { formatReceiptCode, formatStamp } from '@jiati/contracts';
import { useBallotPaper } from '@/api/ballots';
import { useMyHouseholds } from '@/api/households';
import type { BallotPaper, MyBallot } from '@/api/wire';
import { Button, Empty, Fold, Notice, Page, Para, Row, Rows, TextButton, Ticket, type Fact } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { placeOf } from '@/components/round-frame';
import { ballotCopy } from '@/copy/ballot';
import { ballotStateLabels, channelLabels, choiceWords } from '@/copy/labels';
import { latestBallot, receiptCopy as copy, standingBallot } from '@/copy/receipt';
import { useParameters } from '@/parameters';
import { openSite } from '@/platform/open-site';
import { publicOrigin } from '@/platform/origin';
import { go, goBack, replace, restart, routes, verifyPath } from '@/routes';
import { StateNotice } from './state-notice';
import { WithdrawSheet } from './withdraw-sheet';

/** The receipt of the latest ballot, what comes next, and the ballots before it. */
export default function ReceiptPage() {
  const { roundId = '', householdId = '' } = useParameters();
  const paper = useBallotPaper(roundId, householdId);
  const ballot = paper.data && latestBallot(paper.data);
  return (
    <Page
      place={paper.data && placeOf(paper.data)}
      title={ballot ? copy.title[ballot.state] : paper.data ? copy.noBallot : ballotCopy.seeReceipt}
      action={paper.data && ballot ? <WhatNext paper={paper.data} ballot={ballot} /> : null}
    >
      <Loaded query={paper}>
        {(loaded) =>
          ballot ? (
            <Receipt paper={loaded} ballot={ballot} />
          ) : (
            <Empty
              title={copy.noBallotWords}
              action={
                loaded.round.state === 'open' && loaded.mayVote
                  ? { words: copy.vote, onPress: () => replace(routes.ballot(roundId, householdId)) }
                  : undefined
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function WhatNext({ paper, ballot }: { paper: BallotPaper; ballot: MyBallot }) {
  const { id } = paper.round;
  const { householdId } = paper.household;
  const mine = useMyHouseholds(true);
  const home = mine.data?.find((each) => each.householdId === householdId);
  const mayChange = paper.round.state === 'open' && paper.mayVote;
  const votesAgain = mayChange && !standsOrWaits(paper);
  const byOwner = paper.proxyAuthorisationId === null;
  const wantsConsent =
    byOwner && ballot.choice === 'for' && paper.mayVote && !paper.consent && ballot.state === 'counted';
  return (
    <>
      {wantsConsent ? (
        <Button onPress={() => go(routes.consent(id, householdId))}>{copy.consent}</Button>
      ) : votesAgain ? (
        <Button onPress={() => go(routes.ballot(id, householdId))}>{copy.voteAgain}</Button>
      ) : (
        <Button onPress={() => (home ? restart(routes.stairwell(home.stairwellCode)) : goBack())}>
          {copy.toStairwell}
        </Button>
      )}
      {mayChange && !votesAgain ? (
        <TextButton onPress={() => go(routes.ballot(id, householdId))}>{copy.change}</TextButton>
      ) : null}
    </>
  );
}

function Receipt({ paper, ballot }: { paper: BallotPaper; ballot: MyBallot }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const mayWithdraw = paper.round.state === 'open' && paper.mayVote && standsOrWaits(paper);
  const facts: Fact[] = [
    { name: copy.facts.choice, value: choiceWords(ballot) },
    { name: copy.facts.when, value: formatStamp(ballot.receivedAt) },
    { name: copy.facts.how, value: channelLabels[ballot.channel] },
  ];
  if (ballot.assistedBy) facts.push({ name: copy.facts.helper, value: ballot.assistedBy.helperName });
  if (paper.round.state === 'open') {
    facts.push({ name: copy.facts.until, value: copy.until(paper.round.closesAt, new Date()) });
  }
  return (
    <>
      <StateNotice ballot={ballot} counted={standingBallot(paper)} />
      <Ticket
        heading={copy.heading(paper.household.roomNo)}
        codeLabel={copy.codeLabel}
        code={formatReceiptCode(ballot.receiptCode)}
        qr={{ text: `${publicOrigin()}/check#${ballot.receiptCode}`, description: copy.qrDescription }}
        facts={facts}
        footer={copy.notPayment}
      >
        <Para small>{paper.round.title}</Para>
      </Ticket>
      {paper.round.ruleset.electronicBallots === 'preparatory' ? (
        <Notice kind="info" title={ballotCopy.preparatoryTitle}>
          {ballotCopy.preparatoryWords}
        </Notice>
      ) : null}
      <Rows>
        {paper.consent ? <Row label={copy.consentDone} hint={formatStamp(paper.consent.signedAt)} /> : null}
        {mayWithdraw ? (
          <Row label={copy.withdraw.row} hint={copy.withdraw.hint} onPress={() => setWithdrawing(true)} />
        ) : null}
        <Row label={copy.check} onPress={() => go(routes.check(ballot.receiptCode))} />
        <Row
          label={copy.verify}
          hint={copy.verifyHint}
          onPress={() => openSite(verifyPath(paper.round.id, { receipt: ballot.receiptCode }))}
        />
        <Row label={copy.notCounted} hint={copy.notCountedHint} />
        <Fold label={copy.historyTitle} hint={copy.historyHint}>
          {[...paper.ballots].reverse().map((each) => (
            <Para key={each.id}>
              {`${choiceWords(each)}，${formatStamp(each.receivedAt)}，${ballotStateLabels[each.state]}`}
            </Para>
          ))}
        </Fold>
      </Rows>
      {withdrawing ? <WithdrawSheet paper={paper} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}

/** Whether there is something to take back: a ballot that counts, or one that is looked at. */
function standsOrWaits({ ballots }: BallotPaper): boolean {
  return ballots.some(({ state }) => ['counted', 'awaiting_review', 'in_case'].includes(state));
}
