import { useRef } from 'react';
import { common } from '@/copy/common';
import { Box, FieldLabel, Input, TextArea, Txt } from '@/platform/elements';
import type { InputProps } from '@/platform/elements.types';
import { useBroughtIntoView } from './trouble';

let nextField = 0;

/** An id for a label and its input; made once a field. */
function useFieldId(): string {
  return useRef(`field-${(nextField += 1)}`).current;
}

type FieldProps = Omit<InputProps, 'id' | 'invalid' | 'describedBy' | 'className'> & {
  hint?: string;
  /** What is wrong, in words. */
  error?: string | null;
  /** Large, spaced figures: codes and passwords of slips. */
  figures?: boolean;
};

/** A question with one line to write in. */
export function Field({ hint, error, figures, ...input }: FieldProps) {
  const id = useFieldId();
  useBroughtIntoView(`${id}-error`, error);
  return (
    <Box className="field">
      <FieldLabel htmlFor={id} className="field-label">
        {input.label}
      </FieldLabel>
      {hint ? (
        <Txt as="p" className="small" id={`${id}-hint`}>
          {hint}
        </Txt>
      ) : null}
      <Input
        {...input}
        id={id}
        className={`input ${figures ? 'is-figures' : ''} ${error ? 'is-wrong' : ''}`}
        invalid={Boolean(error)}
        describedBy={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
      />
      <Box live="assertive">
        {error ? (
          <Txt as="p" className="field-error" id={`${id}-error`}>
            {error}
          </Txt>
        ) : null}
      </Box>
    </Box>
  );
}

interface NoteFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder?: string;
}

/** A question with several lines to write in; never required. */
export function NoteField({ label, value, onChange, maxLength, placeholder }: NoteFieldProps) {
  const id = useFieldId();
  const words = `${label}（${common.optional}）`;
  return (
    <Box className="field">
      <FieldLabel htmlFor={id} className="field-label">
        {words}
      </FieldLabel>
      <TextArea
        id={id}
        label={words}
        className="input is-area"
        value={value}
        onChange={onChange}
        maxLength={maxLength}
        placeholder={placeholder}
      />
    </Box>
  );
}
