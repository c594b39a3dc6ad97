import { useState } from 'react';
import { formatPlace, formatRoom, type BindingMethod, type BoundRelation } from '@jiati/contracts';
import { useRollMatches } from '@/api/households';
import type { RollMatch } from '@/api/wire';
import {
  Box,
  Button,
  Empty,
  Field,
  Notice,
  OptionList,
  Page,
  Para,
  Row,
  Rows,
  TextButton,
  Trouble,
  useBroughtIntoView,
} from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { TextScreen } from '@/components/text-screen';
import { bindCopy as copy } from '@/copy/bind';
import { common } from '@/copy/common';
import { relationHints, relationLabels, relationOrder } from '@/copy/labels';

interface Frame {
  place?: string;
  onBack: () => void;
}

interface Question<Value> extends Frame {
  value: Value;
  onAnswer: (value: Value) => void;
}

const ways: readonly BindingMethod[] = ['slip', 'roll_phone', 'office_check'];

interface WayProps extends Frame {
  loggedIn: boolean;
  onAnswer: (way: BindingMethod) => void;
  onLogin: () => void;
}

export function WayScreen({ loggedIn, onAnswer, onLogin, ...frame }: WayProps) {
  return (
    <Page
      {...frame}
      title={copy.wayTitle}
      action={loggedIn ? null : <TextButton onPress={onLogin}>{copy.boundBefore}</TextButton>}
    >
      <Para>{copy.wayIntro}</Para>
      <Rows>
        {ways.map((way) => (
          <Row key={way} label={copy.ways[way].label} hint={copy.ways[way].hint} onPress={() => onAnswer(way)} />
        ))}
      </Rows>
    </Page>
  );
}

export function StairwellScreen(props: Question<string>) {
  return (
    <TextScreen
      {...props}
      key="stairwell"
      next={copy.next}
      title={copy.stairwellTitle}
      label={copy.stairwellLabel}
      hint={copy.stairwellHint}
      kind="code"
      figures
      maxLength={20}
      clean={(value) => value.toUpperCase()}
      check={(value) => (value ? null : copy.stairwellWrong)}
    />
  );
}

export function RoomScreen(props: Question<string>) {
  return (
    <TextScreen
      {...props}
      key="room"
      next={copy.next}
      title={copy.roomTitle}
      label={copy.roomLabel}
      hint={copy.roomHint}
      figures
      maxLength={12}
      check={(value) => (value ? null : copy.roomWrong)}
    />
  );
}

export function PinScreen({ busy, ...props }: Question<string> & { busy: boolean; trouble: string | null }) {
  return (
    <TextScreen
      {...props}
      busyWords={busy && copy.submitting}
      key="pin"
      next={copy.next}
      title={copy.pinTitle}
      label={copy.pinLabel}
      hint={copy.pinHint}
      kind="digits"
      figures
      maxLength={6}
      clean={(value) => value.replace(/\D/g, '')}
      check={(value) => (/^\d{6}$/.test(value) ? null : copy.pinWrong)}
    />
  );
}

interface MatchProps extends Frame {
  onAnswer: (match: RollMatch) => void;
  onOtherWay: () => void;
}

export function MatchScreen({ onAnswer, onOtherWay, ...frame }: MatchProps) {
  const matches = useRollMatches(true);
  return (
    <Page {...frame} title={copy.matchTitle} action={<TextButton onPress={onOtherWay}>{copy.otherWay}</TextButton>}>
      <Loaded query={matches}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={copy.noMatchTitle}>{copy.noMatchWords}</Empty>
          ) : (
            <>
              <Para>{copy.matchIntro}</Para>
              <Rows>
                {all.map((match) => (
                  <Row
                    key={`${match.stairwellCode}-${match.roomNo}`}
                    label={formatRoom(match.roomNo)}
                    hint={formatPlace(match.estateName, match.buildingName, match.stairwellName)}
                    onPress={() => onAnswer(match)}
                  />
                ))}
              </Rows>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface RelationProps extends Frame {
  value: BoundRelation | null;
  onAnswer: (relation: BoundRelation) => void;
}

export function RelationScreen({ value, onAnswer, ...frame }: RelationProps) {
  const [chosen, setChosen] = useState<BoundRelation | null>(value);
  const readOnlyWords = chosen === 'tenant' || chosen === 'relative' ? copy.readOnlyWords[chosen] : null;
  useBroughtIntoView('read-only', readOnlyWords);
  return (
    <Page
      {...frame}
      title={copy.relationTitle}
      action={
        <Button onPress={() => chosen && onAnswer(chosen)} disabled={!chosen}>
          {chosen ? copy.next : common.chooseFirst}
        </Button>
      }
    >
      <OptionList
        legend={copy.relationTitle}
        legendHidden
        options={relationOrder.map((relation) => ({
          value: relation,
          label: relationLabels[relation],
          hint: relationHints[relation],
        }))}
        values={chosen ? [chosen] : []}
        onToggle={setChosen}
      />
      {readOnlyWords ? (
        <Box id="read-only" className="in-sight">
          <Notice kind="waiting" title={copy.readOnlyTitle}>
            {readOnlyWords}
          </Notice>
        </Box>
      ) : null}
    </Page>
  );
}

interface NameProps extends Question<string> {
  busy: boolean;
  /** Why the last attempt was refused. */
  trouble: string | null;
  /** Words of the main button. */
  submitWords: string;
  onOtherWay: () => void;
}

export function NameScreen({ place, onBack, submitWords, value, busy, trouble, onAnswer, onOtherWay }: NameProps) {
  const [name, setName] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = () => {
    const answer = name.trim();
    setWrong(answer ? null : copy.nameWrong);
    if (answer) onAnswer(answer);
  };
  return (
    <Page
      place={place}
      onBack={onBack}
      title={copy.nameTitle}
      action={
        <>
          <Button onPress={submit} busyWords={busy && copy.submitting}>
            {submitWords}
          </Button>
          {trouble ? <TextButton onPress={onOtherWay}>{copy.otherWay}</TextButton> : null}
        </>
      }
    >
      <Field
        label={copy.nameLabel}
        hint={copy.nameHint}
        value={name}
        maxLength={40}
        autoComplete="name"
        onChange={setName}
        onEnter={submit}
        error={wrong}
      />
      <Trouble words={trouble} />
    </Page>
  );
}
