import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import type { DocumentKind, MyHousehold } from '@/api/wire';
import {
  Button,
  Field,
  Fold,
  LongText,
  OptionList,
  Page,
  Para,
  PhotoField,
  Row,
  Rows,
  type Photo,
} from '@/components/kit';
import { common } from '@/copy/common';
import { evidenceLabels } from '@/copy/evidence';
import { proxyCopy as copy } from '@/copy/proxy';
import { terms, type ProxyDraft } from './flow';

interface Frame {
  place?: string;
  onBack: () => void;
}

interface HomeProps extends Frame {
  homes: readonly MyHousehold[];
  onAnswer: (householdId: string) => void;
}

export function HomeScreen({ homes, onAnswer, onBack }: HomeProps) {
  return (
    <Page onBack={onBack} title={copy.homeTitle} step="home">
      <Rows>
        {homes.map((home) => (
          <Row
            key={home.householdId}
            label={formatRoom(home.roomNo)}
            hint={formatPlace(home.estateName, home.buildingName, home.stairwellName)}
            onPress={() => onAnswer(home.householdId)}
          />
        ))}
      </Rows>
    </Page>
  );
}

interface ScopeProps extends Frame {
  home: MyHousehold;
  value: ProxyDraft['scope'];
  onAnswer: (scope: NonNullable<ProxyDraft['scope']>) => void;
}

export function ScopeScreen({ home, value, onAnswer, ...frame }: ScopeProps) {
  const [chosen, setChosen] = useState(value);
  return (
    <Page
      {...frame}
      title={copy.scopeTitle}
      step="scope"
      action={
        <Button onPress={() => chosen && onAnswer(chosen)} disabled={!chosen}>
          {chosen ? copy.next : common.chooseFirst}
        </Button>
      }
    >
      <OptionList
        legend={copy.scopeTitle}
        legendHidden
        options={[
          { value: 'round' as const, label: copy.scopeRound, hint: home.round?.title },
          { value: 'every' as const, label: copy.scopeEvery, hint: copy.scopeEveryHint },
        ]}
        values={chosen ? [chosen] : []}
        onToggle={setChosen}
      />
    </Page>
  );
}

interface TermProps extends Frame {
  home: MyHousehold;
  draft: ProxyDraft;
  onAnswer: (validUntilOn: string) => void;
}

export function TermScreen({ home, draft, onAnswer, ...frame }: TermProps) {
  const [chosen, setChosen] = useState(draft.validUntilOn);
  return (
    <Page
      {...frame}
      title={copy.termTitle}
      step="term"
      action={
        <Button onPress={() => chosen && onAnswer(chosen)} disabled={!chosen}>
          {chosen ? copy.next : common.chooseFirst}
        </Button>
      }
    >
      <OptionList
        legend={copy.termTitle}
        legendHidden
        options={terms(home, draft.scope, new Date()).map(({ months, until }) => ({
          value: until,
          label: months === null ? copy.termRound : (copy.termMonths[months] ?? ''),
          hint: copy.termUntil(until),
        }))}
        values={chosen ? [chosen] : []}
        onToggle={setChosen}
      />
    </Page>
  );
}

const documentKinds: readonly DocumentKind[] = ['identity_card', 'title_certificate', 'other'];

interface DocumentProps extends Frame {
  draft: ProxyDraft;
  onAnswer: (answer: Pick<ProxyDraft, 'documentKind' | 'documentNumber'>) => void;
}

export function DocumentScreen({ draft, onAnswer, ...frame }: DocumentProps) {
  const [kind, setKind] = useState<DocumentKind>(draft.documentKind);
  const [number, setNumber] = useState(draft.documentNumber);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = () => {
    const documentNumber = number.trim();
    setWrong(documentNumber ? null : copy.documentWrong);
    if (documentNumber) onAnswer({ documentKind: kind, documentNumber });
  };
  return (
    <Page {...frame} title={copy.documentTitle} step="document" action={<Button onPress={submit}>{copy.next}</Button>}>
      <OptionList
        legend={copy.documentKindLegend}
        options={documentKinds.map((value) => ({ value, label: evidenceLabels[value] }))}
        values={[kind]}
        onToggle={setKind}
      />
      <Field
        label={copy.documentLabel}
        hint={copy.documentHint}
        kind="code"
        value={number}
        maxLength={40}
        onChange={(value) => setNumber(value.toUpperCase())}
        onEnter={submit}
        error={wrong}
      />
    </Page>
  );
}

interface LetterProps extends Frame {
  home: MyHousehold;
  value: Photo | null;
  onAnswer: (letter: Photo) => void;
}

export function LetterScreen({ home, value, onAnswer, ...frame }: LetterProps) {
  const [letter, setLetter] = useState(value);
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(!letter);
    if (letter) onAnswer(letter);
  };
  const place = formatPlace(home.estateName, home.buildingName, home.stairwellName, formatRoom(home.roomNo));
  return (
    <Page {...frame} title={copy.letterTitle} step="letter" action={<Button onPress={submit}>{copy.next}</Button>}>
      <Para>{copy.letterWords}</Para>
      <PhotoField
        value={letter}
        description={copy.letterTitle}
        error={missing ? copy.letterWrong : null}
        onChange={(photo) => {
          setLetter(photo);
          setMissing(false);
        }}
      />
      <Rows>
        <Fold label={copy.letterHow}>
          <LongText>{copy.letterSample(place)}</LongText>
        </Fold>
      </Rows>
    </Page>
  );
}
