import type { ReactNode } from 'react';
import { Box, Press, Txt } from '@/platform/elements';
import type { Option } from '@/platform/elements.types';

interface ButtonProps {
  onPress: () => void;
  children: string;
  disabled?: boolean;
  /** The write is under way: the button waits and says so. */
  busyWords?: string | false;
}

/** The one main action of a page. */
export function Button({ onPress, children, disabled, busyWords }: ButtonProps) {
  return (
    <Press className="button" onPress={onPress} disabled={disabled || Boolean(busyWords)}>
      <Txt>{busyWords || children}</Txt>
    </Press>
  );
}

/** An action of second rank, in an outline. */
export function PlainButton({ onPress, children, disabled }: ButtonProps) {
  return (
    <Press className="button is-plain" onPress={onPress} disabled={disabled}>
      <Txt>{children}</Txt>
    </Press>
  );
}

/** A second action, as text. */
export function TextButton({ onPress, children, disabled }: ButtonProps) {
  return (
    <Press className="text-button" onPress={onPress} disabled={disabled}>
      <Txt>{children}</Txt>
    </Press>
  );
}

interface RowProps {
  onPress?: () => void;
  label: string;
  hint?: string;
  /** The answer on the right or below, as in “本户分摊 · 38,500 元”. */
  value?: string;
  expanded?: boolean;
  /** A number or mark before the words. */
  lead?: string;
}

/** A large row of a list: opens something, or states something when nothing opens. */
export function Row({ onPress, label, hint, value, expanded, lead }: RowProps) {
  const inside = (
    <>
      {lead ? <Txt className="row-lead">{lead}</Txt> : null}
      <Box className="row-words">
        <Txt className="row-label">{label}</Txt>
        {hint ? <Txt className="row-hint">{hint}</Txt> : null}
        {value ? <Txt className="row-value">{value}</Txt> : null}
      </Box>
      {onPress ? (
        <Txt decorative className={`row-arrow ${expanded === undefined ? '' : expanded ? 'is-up' : 'is-down'}`}>
          ›
        </Txt>
      ) : null}
    </>
  );
  if (!onPress) return <Box className="row">{inside}</Box>;
  return (
    <Press className="row" onPress={onPress} expanded={expanded}>
      {inside}
    </Press>
  );
}

/** Rows under one another, with hairlines between. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <Box as="section" className="rows" label={label}>
      {children}
    </Box>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  mark: string;
  label: string;
}

interface ChoiceButtonsProps<Value extends string> {
  choices: readonly Choice<Value>[];
  chosen?: Value | null;
  onChoose: (value: Value) => void;
}

/** Answers of one weight: same size, same colour, told apart by word and mark. Colour comes only after choosing. */
export function ChoiceButtons<Value extends string>({ choices, chosen, onChoose }: ChoiceButtonsProps<Value>) {
  return (
    <Box className="choices">
      {choices.map((choice) => (
        <Press
          key={choice.value}
          className={`choice ${choice.value === chosen ? 'is-chosen' : ''}`}
          pressed={choice.value === chosen}
          onPress={() => onChoose(choice.value)}
        >
          <Txt decorative className="choice-mark">
            {choice.mark}
          </Txt>
          <Txt className="choice-label">{choice.label}</Txt>
        </Press>
      ))}
    </Box>
  );
}

interface OptionButtonsProps<Value extends string> {
  /** What is chosen here. */
  label: string;
  options: readonly Option<Value>[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
}

/** One of a few that holds from the tap on; so it is buttons, which the arrow keys do not choose in passing. */
export function OptionButtons<Value extends string>({ label, options, chosen, onChoose }: OptionButtonsProps<Value>) {
  return (
    <Box as="section" className="options" label={label}>
      {options.map(({ value, label: words, hint }) => (
        <Press
          key={value}
          className={`option ${value === chosen ? 'is-chosen' : ''}`}
          pressed={value === chosen}
          onPress={() => onChoose(value)}
        >
          <Box className="option-mark" decorative />
          <Box className="option-words">
            <Txt className="option-label">{words}</Txt>
            {hint ? <Txt className="option-hint">{hint}</Txt> : null}
          </Box>
        </Press>
      ))}
    </Box>
  );
}
