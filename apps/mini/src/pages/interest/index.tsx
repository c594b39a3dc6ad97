import { useRef, useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { words } from '@/api/client';
import { useExpressInterest, useMyHouseholds } from '@/api/households';
import type { InterestReason, MyHousehold, Stance } from '@/api/wire';
import { Button, Empty, NoteField, Notice, OptionList, Page, Para, Trouble } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { common } from '@/copy/common';
import { interestCopy as copy } from '@/copy/interest';
import { reasonLabels, reasonOrder, stanceLabels, stanceOrder } from '@/copy/labels';
import { useParameters } from '@/parameters';
import { newId } from '@/platform/device-id';
import { goBack, replace, routes } from '@/routes';

type Step = 'stance' | 'reasons' | 'note' | 'done';
const previous: Record<Step, Step | null> = { stance: null, reasons: 'stance', note: 'reasons', done: null };

/** What the household thinks before any round: stance, reasons, a note. */
export default function InterestPage() {
  const { householdId } = useParameters();
  const mine = useMyHouseholds(true);
  const household = mine.data?.find((each) => each.householdId === householdId);
  if (household) return <InterestFlow household={household} />;
  return (
    <Page title={copy.stanceTitle}>
      <Loaded query={mine}>
        {() => (
          <Empty title={copy.missing} action={{ words: copy.bind, onPress: () => replace(routes.bind()) }}>
            {copy.missingWords}
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}

function InterestFlow({ household }: { household: MyHousehold }) {
  const id = useRef(newId()).current;
  const [step, setStep] = useState<Step>('stance');
  const [stance, setStance] = useState<Stance | null>(household.interest?.stance ?? null);
  const [reasons, setReasons] = useState<InterestReason[]>([]);
  const [note, setNote] = useState('');
  const express = useExpressInterest();
  const back = () => {
    const before = previous[step];
    if (before) setStep(before);
    else goBack();
  };
  const frame = {
    place: formatPlace(
      household.estateName,
      household.buildingName,
      household.stairwellName,
      formatRoom(household.roomNo),
    ),
    onBack: back,
    step,
  };
  const toStairwell = () => replace(routes.stairwell(household.stairwellCode));
  const submit = () => {
    if (!stance) return;
    express.mutate(
      { id, householdId: household.householdId, stance, reasons, note: note.trim(), channel: 'self_service' },
      { onSuccess: () => setStep('done') },
    );
  };
  switch (step) {
    case 'stance':
      return (
        <Page
          {...frame}
          title={copy.stanceTitle}
          action={
            <Button onPress={() => setStep('reasons')} disabled={!stance}>
              {stance ? copy.next : common.chooseFirst}
            </Button>
          }
        >
          <Para>{copy.stanceIntro}</Para>
          <OptionList
            legend={copy.stanceTitle}
            legendHidden
            options={stanceOrder.map((value) => ({ value, label: stanceLabels[value] }))}
            values={stance ? [stance] : []}
            onToggle={setStance}
          />
        </Page>
      );
    case 'reasons':
      return (
        <Page
          {...frame}
          title={copy.reasonsTitle}
          action={<Button onPress={() => setStep('note')}>{copy.next}</Button>}
        >
          <OptionList
            legend={copy.reasonsLegend}
            multiple
            options={reasonOrder.map((value) => ({ value, label: reasonLabels[value] }))}
            values={reasons}
            onToggle={(value) =>
              setReasons(reasons.includes(value) ? reasons.filter((each) => each !== value) : [...reasons, value])
            }
          />
        </Page>
      );
    case 'note':
      return (
        <Page
          {...frame}
          title={copy.noteTitle}
          action={
            <Button onPress={submit} busyWords={express.isPending && copy.submitting}>
              {copy.submit}
            </Button>
          }
        >
          <NoteField
            label={copy.noteLabel}
            placeholder={copy.notePlaceholder}
            value={note}
            onChange={setNote}
            maxLength={500}
          />
          <Para small>{copy.noteHint}</Para>
          <Trouble words={express.error && words(express.error)} />
        </Page>
      );
    case 'done':
      return (
        <Page
          {...frame}
          onBack={toStairwell}
          title={copy.doneTitle}
          action={<Button onPress={toStairwell}>{copy.toStairwell}</Button>}
        >
          <Notice kind="done" title={copy.doneWords(stance ? stanceLabels[stance] : '')} />
          <Para>{copy.doneNext}</Para>
        </Page>
      );
  }
}
