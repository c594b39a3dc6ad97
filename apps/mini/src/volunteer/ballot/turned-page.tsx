import { useEffect, useRef, useState, type ReactNode } from 'react';
import { formatDeadline, formatMoney, formatPlace, formatRoom } from '@jiati/contracts';
import type { BallotPaper, Choice } from '@/api/wire';
import {
  Box,
  Button,
  Card,
  ChoiceButtons,
  Facts,
  Fold,
  Heading,
  LongText,
  Notice,
  Para,
  Press,
  Rows,
  Sentence,
  SignaturePad,
  TextButton,
  TextSizeChoice,
  Txt,
  type SignatureValue,
} from '@/components/kit';
import { choiceLabels, choiceMarks, choiceOrder } from '@/copy/labels';
import { volunteerCopy, witnessCopy as copy } from '@/copy/volunteer';
import { focusTitle } from '@/platform/page-chrome';
import { useTextSize } from '@/state/text-size';
import './turned.css';

interface TurnedPageProps {
  paper: BallotPaper;
  signerName: string;
  /** The volunteer is being asked for the PIN; what was chosen and signed stays. */
  away: boolean;
  /** @returns false when the device could not keep the ballot */
  onSubmit: (choice: Choice, signature: SignatureValue) => boolean;
  onGivenBack: (done: boolean) => void;
}

const choices = choiceOrder.map((value) => ({ value, mark: choiceMarks[value], label: choiceLabels[value] }));

/** The resident's own page on the volunteer's tablet: nothing else is on it, and one way leads back. */
export function TurnedPage({ paper, signerName, away, onSubmit, onGivenBack }: TurnedPageProps) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [signature, setSignature] = useState<SignatureValue | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState(false);

  if (done) {
    return (
      <Frame
        paper={paper}
        away={away}
        title={copy.doneTitle}
        action={<Button onPress={() => onGivenBack(true)}>{copy.giveBack}</Button>}
      >
        <Notice kind="done" title={copy.doneWords} />
        <Para>{copy.receiptWords}</Para>
      </Frame>
    );
  }
  if (choice === null) {
    return (
      <Frame
        paper={paper}
        away={away}
        title={copy.question}
        onGiveBack={() => onGivenBack(false)}
        action={<ChoiceButtons choices={choices} onChoose={setChoice} />}
      >
        <WhatIsAsked paper={paper} />
      </Frame>
    );
  }
  const chooseAgain = () => {
    setChoice(null);
    setSignature(null);
    setProblem(null);
  };
  const submit = () => {
    if (!signature) return setProblem(copy.missingSignature);
    if (onSubmit(choice, signature)) setDone(true);
    else setProblem(volunteerCopy.notStored);
  };
  return (
    <Frame
      paper={paper}
      away={away}
      title={copy.signTitle(`${choiceMarks[choice]} ${choiceLabels[choice]}`)}
      onGiveBack={() => onGivenBack(false)}
      action={
        <>
          <Button onPress={submit}>{copy.submit}</Button>
          <TextButton onPress={chooseAgain}>{copy.chooseAgain}</TextButton>
        </>
      }
    >
      <Para>{copy.signer(signerName, paper.round.title)}</Para>
      <Para>{copy.signWords}</Para>
      <Box live="assertive">{problem ? <Notice kind="problem" title={problem} /> : null}</Box>
      <SignaturePad
        onChange={(value) => {
          setSignature(value);
          if (value) setProblem(null);
        }}
      />
    </Frame>
  );
}

function WhatIsAsked({ paper: { round, documents, myShareFen, citations } }: { paper: BallotPaper }) {
  return (
    <>
      <Card>
        <Sentence>{round.title}</Sentence>
        <Para>{round.statement}</Para>
        <Facts
          facts={[{ name: copy.share, value: myShareFen === null ? copy.shareUnknown : formatMoney(myShareFen) }]}
        />
        <Para small>{formatDeadline(round.closesAt, new Date())}</Para>
        {round.ruleset.electronicBallots === 'preparatory' ? <Para small>{copy.preparatory}</Para> : null}
      </Card>
      <Rows label={copy.fullTexts}>
        <Fold label={copy.scheme}>
          <LongText>{documents.scheme.text}</LongText>
        </Fold>
        <Fold label={copy.costTable}>
          <Facts
            facts={documents.costTable.rows.map(({ roomNo, amountFen }) => ({
              name: formatRoom(roomNo),
              value: formatMoney(amountFen),
            }))}
          />
        </Fold>
        <Fold label={copy.agreement}>
          <LongText>{documents.agreement.text}</LongText>
        </Fold>
        <Fold label={copy.citation}>
          {citations.map((citation) => (
            <Para key={citation.label}>{`${citation.label}：${citation.text}`}</Para>
          ))}
        </Fold>
      </Rows>
    </>
  );
}

interface FrameProps {
  paper: BallotPaper;
  away: boolean;
  title: string;
  /** The one way back; absent once the ballot is in, when the main button leads back. */
  onGiveBack?: () => void;
  action: ReactNode;
  children: ReactNode;
}

/** No bar of the volunteer's, no ledger: place, question, answer. */
function Frame({ paper, away, title, onGiveBack, action, children }: FrameProps) {
  const { size } = useTextSize();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitle(heading), [title]);
  const { estateName, buildingName, stairwellName, roomNo } = paper.household;
  return (
    <Box className={`jt page size-${size} is-wide v-turned`} away={away}>
      <Box as="header" className="page-bar">
        <Box className="v-turned-size">
          <TextSizeChoice />
        </Box>
        {onGiveBack ? (
          <Press className="bar-button" onPress={onGiveBack}>
            <Txt>{copy.giveBack}</Txt>
          </Press>
        ) : null}
      </Box>
      <Box as="main" className="page-body">
        <Box className="page-head">
          <Txt as="p" className="page-place">
            {formatPlace(estateName, buildingName, stairwellName, formatRoom(roomNo))}
          </Txt>
          <Heading level={1} className="page-title" focusRef={heading}>
            {title}
          </Heading>
        </Box>
        {children}
      </Box>
      <Box as="footer" className="page-action">
        <Box className="page-action-inner">{action}</Box>
      </Box>
    </Box>
  );
}
