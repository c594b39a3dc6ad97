import { useState, type ReactNode } from 'react';
import { Button, Field, Page, TextButton } from './kit';

export interface TextScreenProps {
  place?: string;
  onBack: () => void;
  title: string;
  label: string;
  hint: string;
  kind?: 'text' | 'phone' | 'digits' | 'code';
  maxLength: number;
  figures?: boolean;
  autoComplete?: string;
  value: string;
  clean?: (value: string) => string;
  /** What is wrong with an answer, or null. */
  check: (value: string) => string | null;
  onAnswer: (value: string) => void;
  /** Words of the main button. */
  next: string;
  busyWords?: string | false;
  /** Why the last attempt was refused. */
  trouble?: string | null;
  /** Going on without an answer, where that is possible. */
  skip?: string;
  onSkip?: () => void;
  children?: ReactNode;
}

/** One question with one line to answer in. */
export function TextScreen(props: TextScreenProps) {
  const [value, setValue] = useState(props.value);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = () => {
    const answer = value.trim();
    const problem = props.check(answer);
    setWrong(problem);
    if (!problem) props.onAnswer(answer);
  };
  return (
    <Page
      place={props.place}
      onBack={props.onBack}
      title={props.title}
      step={props.title}
      action={
        <>
          <Button onPress={submit} busyWords={props.busyWords}>
            {props.next}
          </Button>
          {props.skip && props.onSkip ? <TextButton onPress={props.onSkip}>{props.skip}</TextButton> : null}
        </>
      }
    >
      <Field
        label={props.label}
        hint={props.hint}
        kind={props.kind}
        figures={props.figures}
        value={value}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete}
        onChange={(text) => setValue(props.clean ? props.clean(text) : text)}
        onEnter={submit}
        error={wrong ?? props.trouble}
      />
      {props.children}
    </Page>
  );
}
