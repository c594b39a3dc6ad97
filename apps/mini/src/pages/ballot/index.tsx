import { useState } from 'react';
import { formatDeadline } from '@jiati/contracts';
import { useBallotPaper } from '@/api/ballots';
import type { BallotPaper, Choice } from '@/api/wire';
import {
  Button,
  ChoiceButtons,
  Empty,
  Fold,
  Notice,
  Page,
  Para,
  Row,
  Rows,
  SectionTitle,
  Sentence,
} from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { placeOf } from '@/components/round-frame';
import { ballotCopy as copy, shareWords, standingWords } from '@/copy/ballot';
import { common } from '@/copy/common';
import { householdCopy } from '@/copy/household';
import { choiceLabels, choiceMarks, choiceOrder } from '@/copy/labels';
import { proxyCopy } from '@/copy/proxy';
import { standingBallot } from '@/copy/receipt';
import { useParameters } from '@/parameters';
import { go, replace, routes } from '@/routes';
import { ConfirmSheet } from './confirm-sheet';

/** The motion in two sentences, what it rests on, and three answers of one weight. */
export default function BallotPage() {
  const { roundId = '', householdId = '' } = useParameters();
  const paper = useBallotPaper(roundId, householdId);
  const [choice, setChoice] = useState<Choice | null>(null);
  if (!roundId || !householdId) {
    return (
      <Page title={copy.linkBroken}>
        <Empty title={copy.linkBrokenWords} action={{ words: common.goHome, onPress: () => replace(routes.home()) }} />
      </Page>
    );
  }
  const data = paper.data;
  return (
    <Page
      place={data && placeOf(data)}
      title={copy.title}
      action={
        data && standingBallot(data) ? (
          <Button onPress={() => replace(routes.receipt(roundId, householdId))}>{copy.seeReceipt}</Button>
        ) : null
      }
    >
      <Loaded query={paper}>
        {(loaded) => (
          <>
            <Motion paper={loaded} />
            <Documents paper={loaded} />
            <Answer paper={loaded} choice={choice} onChoose={setChoice} />
            {choice ? <ConfirmSheet paper={loaded} choice={choice} onClose={() => setChoice(null)} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Motion({ paper }: { paper: BallotPaper }) {
  const standing = standingBallot(paper);
  return (
    <>
      <Sentence>{paper.round.statement}</Sentence>
      <Para small>{formatDeadline(paper.round.closesAt, new Date())}</Para>
      {paper.round.ruleset.electronicBallots === 'preparatory' ? (
        <Notice kind="info" title={copy.preparatoryTitle}>
          {copy.preparatoryWords}
        </Notice>
      ) : null}
      {paper.proxyAuthorisationId ? (
        <Notice kind="info" title={proxyCopy.ballotTitle(paper.household.roomNo)}>
          {proxyCopy.ballotWords}
        </Notice>
      ) : null}
      {standing && paper.round.state === 'open' ? (
        <Notice kind="waiting" title={standingWords(paper, standing).title}>
          {standingWords(paper, standing).words}
        </Notice>
      ) : null}
    </>
  );
}

/** Below the documents stand the three answers. */
const mayAnswer = ({ round, frozen, mayVote }: BallotPaper): boolean => round.state === 'open' && !frozen && mayVote;

function Documents({ paper }: { paper: BallotPaper }) {
  const open = (part: 'scheme' | 'costTable' | 'agreement') => () =>
    go(routes.document(paper.round.id, paper.household.householdId, part));
  const title = mayAnswer(paper) ? copy.documentsThenChoose : copy.documentsTitle;
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Rows label={title}>
        <Row label={copy.scheme} hint={copy.schemeHint} onPress={open('scheme')} />
        <Row
          label={copy.share}
          hint={copy.shareHint}
          value={paper.myShareFen === null ? copy.shareUnknown : shareWords(paper.myShareFen)}
          onPress={open('costTable')}
        />
        <Row label={copy.agreement} hint={copy.agreementHint} onPress={open('agreement')} />
        {paper.citations.length > 0 ? (
          <Fold label={copy.basisTitle}>
            {paper.citations.map((citation) => (
              <Para key={citation.label} small>
                {citation.label}
                {citation.text ? `：${citation.text}` : ''}
              </Para>
            ))}
          </Fold>
        ) : null}
      </Rows>
    </>
  );
}

interface AnswerProps {
  paper: BallotPaper;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
}

function Answer({ paper, choice, onChoose }: AnswerProps) {
  if (paper.round.state !== 'open') {
    return (
      <Notice kind="waiting" title={copy.closedTitle}>
        {copy.closedWords}
      </Notice>
    );
  }
  if (paper.frozen) {
    return (
      <Notice kind="waiting" title={householdCopy.disputeTitle}>
        {householdCopy.disputeWords}
      </Notice>
    );
  }
  if (!paper.mayVote) {
    return (
      <Notice kind="waiting" title={copy.mayNotVoteTitle}>
        {copy.mayNotVoteWords}
      </Notice>
    );
  }
  return (
    <>
      <SectionTitle>
        {paper.proxyAuthorisationId ? proxyCopy.chooseTitle(paper.household.roomNo) : copy.chooseTitle}
      </SectionTitle>
      <ChoiceButtons
        choices={choiceOrder.map((value) => ({ value, mark: choiceMarks[value], label: choiceLabels[value] }))}
        chosen={choice}
        onChoose={onChoose}
      />
    </>
  );
}
