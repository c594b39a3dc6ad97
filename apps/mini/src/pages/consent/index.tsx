import { useRef, useState } from 'react';
import { useBallotPaper, useSignConsent } from '@/api/ballots';
import { words } from '@/api/client';
import type { BallotPaper } from '@/api/wire';
import {
  Button,
  Card,
  Fold,
  LongText,
  Notice,
  Page,
  Para,
  Rows,
  SectionTitle,
  Sentence,
  SignaturePad,
  TextButton,
  Trouble,
  type SignatureValue,
} from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { placeOf } from '@/components/round-frame';
import { ballotCopy, shareWords } from '@/copy/ballot';
import { consentCopy as copy } from '@/copy/consent';
import { useParameters } from '@/parameters';
import { newId } from '@/platform/device-id';
import { replace, routes } from '@/routes';

/** The consent form: the text above, the box for the finger below. */
export default function ConsentPage() {
  const { roundId = '', householdId = '' } = useParameters();
  const paper = useBallotPaper(roundId, householdId);
  const [again, setAgain] = useState(false);
  const consent = paper.data?.consent;
  if (paper.data && consent && !again) {
    return <Signed paper={paper.data} signedAt={consent.signedAt} onAgain={() => setAgain(true)} />;
  }
  if (paper.data) return <SignForm paper={paper.data} onDone={() => setAgain(false)} />;
  return (
    <Page title={copy.title}>
      <Loaded query={paper}>{() => null}</Loaded>
    </Page>
  );
}

function SignForm({ paper, onDone }: { paper: BallotPaper; onDone: () => void }) {
  const id = useRef(newId()).current;
  const [signature, setSignature] = useState<SignatureValue | null>(null);
  const [unsigned, setUnsigned] = useState(false);
  const sign = useSignConsent();
  const { round, household } = paper;
  const submit = () => {
    setUnsigned(!signature);
    if (!signature) return;
    sign.mutate(
      {
        id,
        roundId: round.id,
        householdId: household.householdId,
        signature,
        signedAt: new Date().toISOString(),
      },
      { onSuccess: onDone },
    );
  };
  const share = paper.myShareFen === null ? ballotCopy.shareUnknown : shareWords(paper.myShareFen);
  return (
    <Page
      place={placeOf(paper)}
      title={copy.title}
      action={
        <Button onPress={submit} busyWords={sign.isPending && copy.submitting}>
          {copy.submit}
        </Button>
      }
    >
      <Card>
        <Sentence>{copy.statement(household.roomNo, share)}</Sentence>
        <Para small>{round.title}</Para>
      </Card>
      <Rows>
        <Fold label={copy.agreementTitle} hint={copy.agreementHint}>
          <LongText>{paper.documents.agreement.text}</LongText>
        </Fold>
      </Rows>
      <SectionTitle>{copy.signTitle}</SectionTitle>
      <SignaturePad
        onChange={(value) => {
          setSignature(value);
          setUnsigned(false);
        }}
      />
      <Trouble words={unsigned ? copy.unsigned : null} />
      <Trouble words={sign.error && words(sign.error)} />
    </Page>
  );
}

interface SignedProps {
  paper: BallotPaper;
  signedAt: string;
  onAgain: () => void;
}

function Signed({ paper, signedAt, onAgain }: SignedProps) {
  return (
    <Page
      place={placeOf(paper)}
      title={copy.doneTitle}
      action={
        <>
          <Button onPress={() => replace(routes.receipt(paper.round.id, paper.household.householdId))}>
            {copy.toReceipt}
          </Button>
          <TextButton onPress={onAgain}>{copy.signAgain}</TextButton>
        </>
      }
    >
      <Notice kind="done" title={copy.doneWords(signedAt)} />
      <Para>{copy.doneNext}</Para>
    </Page>
  );
}
