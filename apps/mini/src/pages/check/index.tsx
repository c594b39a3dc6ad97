import { useState } from 'react';
import { formatReceiptCode, formatRoom, formatStamp } from '@jiati/contracts';
import { words } from '@/api/client';
import { useReceiptCheck } from '@/api/content';
import type { ReceiptCheck } from '@/api/wire';
import { Button, Card, Facts, Field, Notice, Page, Para, Skeleton, type NoticeKind } from '@/components/kit';
import { channelLabels, choiceLabels } from '@/copy/labels';
import { checkAnswer, receiptCopy as copy } from '@/copy/receipt';
import { useParameters } from '@/parameters';
import { receiptCodeFromAddress } from '@/platform/receipt-address';

const kinds: Record<ReceiptCheck['state'], NoticeKind> = {
  counted: 'done',
  awaiting_review: 'waiting',
  returned: 'problem',
  superseded: 'waiting',
  withdrawn: 'waiting',
  in_case: 'waiting',
  set_aside: 'problem',
};

/** Whoever holds a receipt's code can see what became of the ballot. */
export default function CheckPage() {
  const parameters = useParameters();
  const [asked, setAsked] = useState<string | null>(() => receiptCodeFromAddress(parameters['code']) ?? null);
  const [code, setCode] = useState(asked ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const check = useReceiptCheck(asked);
  const submit = () => {
    const wanted = code.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
    setWrong(wanted ? null : copy.checkWrong);
    if (!wanted) return;
    if (wanted === asked) void check.refetch();
    else setAsked(wanted);
  };
  const again = () => {
    setAsked(null);
    setCode('');
  };
  if (asked && check.data) {
    return (
      <Page title={copy.checkTitle} action={<Button onPress={again}>{copy.checkAnother}</Button>}>
        <Answer code={asked} check={check.data} />
      </Page>
    );
  }
  return (
    <Page
      title={copy.checkTitle}
      action={
        <Button onPress={submit} disabled={check.isFetching}>
          {copy.checkButton}
        </Button>
      }
    >
      {asked && check.isFetching ? (
        <Skeleton />
      ) : (
        <Field
          label={copy.checkLabel}
          hint={copy.checkHint}
          kind="code"
          figures
          value={code}
          maxLength={24}
          onChange={(value) => setCode(value.toUpperCase())}
          onEnter={submit}
          error={wrong ?? (asked && check.error ? words(check.error) : null)}
        />
      )}
    </Page>
  );
}

function Answer({ code, check }: { code: string; check: ReceiptCheck }) {
  const facts = [
    { name: copy.codeLabel, value: formatReceiptCode(code) },
    { name: copy.room, value: `${check.place} ${formatRoom(check.roomNo)}` },
    ...(check.choice ? [{ name: copy.facts.choice, value: choiceLabels[check.choice] }] : []),
    { name: copy.facts.how, value: channelLabels[check.channel] },
    { name: copy.facts.when, value: formatStamp(check.receivedAt) },
  ];
  return (
    <>
      <Notice kind={kinds[check.state]} title={checkAnswer(check)} />
      <Card title={check.roundTitle}>
        <Facts facts={facts} />
      </Card>
      <Para small>{`${copy.notCounted}${copy.notCountedHint}。`}</Para>
    </>
  );
}
