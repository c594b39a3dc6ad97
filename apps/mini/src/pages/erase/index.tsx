import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { words } from '@/api/client';
import { useErase, useErasurePreview } from '@/api/privacy';
import { sessionKeys } from '@/api/session';
import type { Erasure } from '@/api/wire';
import { Button, Field, Lines, Notice, Page, Para, Row, Rows, SectionTitle, TextButton } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { privacyCopy as copy } from '@/copy/privacy';
import { keepToken } from '@/platform/transport';
import { goBack, restart, routes } from '@/routes';

/** Closing the account: first what goes and what stays, then one word typed. */
export default function ErasePage() {
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Page
        first
        title={copy.doneTitle}
        step="done"
        action={<Button onPress={() => restart(routes.home())}>{copy.goHome}</Button>}
      >
        <Notice kind="done" title={copy.doneWords} />
      </Page>
    );
  }
  return <SignedIn title={copy.eraseTitle}>{() => <Erase onDone={() => setDone(true)} />}</SignedIn>;
}

function Erase({ onDone }: { onDone: () => void }) {
  const preview = useErasurePreview();
  const [step, setStep] = useState<'preview' | 'sure'>('preview');
  if (step === 'sure') return <SureStep onBack={() => setStep('preview')} onDone={onDone} />;
  return (
    <Page
      title={copy.eraseTitle}
      step="preview"
      action={
        preview.data ? (
          <>
            <Button onPress={() => setStep('sure')}>{copy.eraseNext}</Button>
            <TextButton onPress={goBack}>{copy.eraseNot}</TextButton>
          </>
        ) : null
      }
    >
      <Loaded query={preview}>{(erasure) => <WhatFollows erasure={erasure} />}</Loaded>
    </Page>
  );
}

function WhatFollows({ erasure: { erased, kept } }: { erasure: Erasure }) {
  return (
    <>
      <SectionTitle>{copy.erased}</SectionTitle>
      {erased.length === 0 ? <Para>{copy.nothingErased}</Para> : <Lines lines={erased.map(({ what }) => what)} />}
      <SectionTitle>{copy.kept}</SectionTitle>
      {kept.length === 0 ? (
        <Para>{copy.nothingKept}</Para>
      ) : (
        <Rows label={copy.kept}>
          {kept.map(({ what, why, until }) => (
            <Row key={what} label={what} hint={`${why}\n${copy.until(until)}`} />
          ))}
        </Rows>
      )}
    </>
  );
}

function SureStep({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const cache = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const erase = useErase();
  const submit = () => {
    if (typed.trim() !== copy.typeWord) return setWrong(copy.typeWrong);
    setWrong(null);
    erase.mutate(copy.typeWord, {
      onSuccess: () => {
        onDone();
        keepToken(null);
        cache.removeQueries({ queryKey: ['my'] });
        cache.setQueryData(sessionKeys.session, null);
      },
    });
  };
  return (
    <Page
      title={copy.sureTitle}
      step="sure"
      onBack={onBack}
      action={
        <>
          <Button onPress={submit} busyWords={erase.isPending && copy.erasing}>
            {copy.sure}
          </Button>
          <TextButton onPress={goBack}>{copy.eraseNot}</TextButton>
        </>
      }
    >
      <Para>{copy.sureWords}</Para>
      <Field
        label={copy.typeLabel}
        value={typed}
        maxLength={4}
        onChange={setTyped}
        onEnter={submit}
        error={wrong ?? (erase.error ? words(erase.error) : null)}
      />
    </Page>
  );
}
