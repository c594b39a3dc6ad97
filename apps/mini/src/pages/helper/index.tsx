import { useState } from 'react';
import { words } from '@/api/client';
import { useStartHelping, useStopHelping } from '@/api/helper';
import type { Helper, HelperRelation } from '@/api/wire';
import { Button, Field, Lines, OptionList, Page, Para, Trouble } from '@/components/kit';
import { SignedIn } from '@/components/signed-in';
import { common } from '@/copy/common';
import { helperCopy as copy, helperRelationLabels, helperRelationOrder } from '@/copy/helper';
import { goBack } from '@/routes';

/** Saying whose hand is on the phone, and ending it. */
export default function HelperPage() {
  return (
    <SignedIn title={copy.whoTitle}>
      {({ helper }) => (helper ? <Helping helper={helper} /> : <StartHelping />)}
    </SignedIn>
  );
}

function Helping({ helper }: { helper: Helper }) {
  const stop = useStopHelping();
  return (
    <Page
      title={copy.onTitle(helper)}
      action={
        <Button onPress={() => stop.mutate()} busyWords={stop.isPending && copy.stopping}>
          {copy.stop}
        </Button>
      }
    >
      <Para>{copy.onWords(helper)}</Para>
      <Lines lines={copy.explain} />
      <Trouble words={stop.error && words(stop.error)} />
    </Page>
  );
}

function StartHelping() {
  const [relation, setRelation] = useState<HelperRelation | null>(null);
  const [step, setStep] = useState<'who' | 'name'>('who');
  if (step === 'name' && relation) return <NameStep relation={relation} onBack={() => setStep('who')} />;
  return (
    <Page
      title={copy.whoTitle}
      step="who"
      action={
        <Button onPress={() => setStep('name')} disabled={!relation}>
          {relation ? copy.next : common.chooseFirst}
        </Button>
      }
    >
      <Para>{copy.intro}</Para>
      <OptionList
        legend={copy.relationLegend}
        options={helperRelationOrder.map((value) => ({ value, label: helperRelationLabels[value] }))}
        values={relation ? [relation] : []}
        onToggle={setRelation}
      />
    </Page>
  );
}

function NameStep({ relation, onBack }: { relation: HelperRelation; onBack: () => void }) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const start = useStartHelping();
  const submit = () => {
    const helperName = name.trim();
    setWrong(helperName ? null : copy.nameWrong);
    if (helperName) start.mutate({ helperName, helperRelation: relation }, { onSuccess: goBack });
  };
  return (
    <Page
      title={copy.nameTitle}
      step="name"
      onBack={onBack}
      action={
        <Button onPress={submit} busyWords={start.isPending && copy.starting}>
          {copy.start}
        </Button>
      }
    >
      <Field
        label={copy.nameLabel}
        hint={copy.nameHint}
        value={name}
        maxLength={40}
        onChange={setName}
        onEnter={submit}
        error={wrong ?? (start.error ? words(start.error) : null)}
      />
      <Lines lines={copy.explain} />
    </Page>
  );
}
