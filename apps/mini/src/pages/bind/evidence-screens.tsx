import { useState } from 'react';
import type { BoundRelation, DocumentKind } from '@/api/wire';
import { Button, OptionList, Page, Para, PhotoField, TextButton, type Photo } from '@/components/kit';
import { TextScreen } from '@/components/text-screen';
import { common } from '@/copy/common';
import { evidenceCopy as copy, evidenceHints, evidenceLabels, evidenceOrder } from '@/copy/evidence';

interface Frame {
  place?: string;
  onBack: () => void;
}

interface DocumentProps extends Frame {
  relation: BoundRelation;
  value: DocumentKind | 'none' | null;
  onAnswer: (document: DocumentKind | 'none') => void;
}

/** Which paper shows the relation; none is an answer too. */
export function DocumentScreen({ relation, value, onAnswer, ...frame }: DocumentProps) {
  const [chosen, setChosen] = useState(value);
  const options = [
    ...evidenceOrder[relation].map((kind) => ({ value: kind, label: evidenceLabels[kind], hint: evidenceHints[kind] })),
    { value: 'none' as const, label: copy.none, hint: copy.noneHint },
  ];
  return (
    <Page
      {...frame}
      title={copy.kindTitle}
      step="document"
      action={
        <Button onPress={() => chosen && onAnswer(chosen)} disabled={!chosen}>
          {chosen ? copy.next : common.chooseFirst}
        </Button>
      }
    >
      <Para>{copy.kindIntro}</Para>
      <OptionList<DocumentKind | 'none'>
        legend={copy.kindTitle}
        legendHidden
        options={options}
        values={chosen ? [chosen] : []}
        onToggle={setChosen}
      />
    </Page>
  );
}

interface NumberProps extends Frame {
  value: string;
  onAnswer: (documentNumber: string) => void;
}

export function NumberScreen({ value, onAnswer, ...frame }: NumberProps) {
  return (
    <TextScreen
      {...frame}
      title={copy.numberTitle}
      label={copy.numberLabel}
      hint={copy.numberHint}
      kind="code"
      maxLength={40}
      value={value}
      clean={(text) => text.toUpperCase()}
      check={(text) => (text ? null : copy.numberWrong)}
      onAnswer={onAnswer}
      next={copy.next}
      skip={copy.numberSkip}
      onSkip={() => onAnswer('')}
    />
  );
}

interface PhotoProps extends Frame {
  document: DocumentKind;
  value: Photo | null;
  onAnswer: (photo: Photo | null) => void;
}

export function PhotoScreen({ document, value, onAnswer, ...frame }: PhotoProps) {
  const [photo, setPhoto] = useState(value);
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(!photo);
    if (photo) onAnswer(photo);
  };
  return (
    <Page
      {...frame}
      title={copy.photoTitle}
      step="photo"
      action={
        <>
          <Button onPress={submit}>{copy.next}</Button>
          <TextButton onPress={() => onAnswer(null)}>{copy.photoSkip}</TextButton>
        </>
      }
    >
      <Para>{copy.photoWords}</Para>
      <PhotoField
        value={photo}
        description={evidenceLabels[document]}
        error={missing ? copy.photoWrong : null}
        onChange={(next) => {
          setPhoto(next);
          setMissing(false);
        }}
      />
      <Para small>{copy.photoCare}</Para>
    </Page>
  );
}
