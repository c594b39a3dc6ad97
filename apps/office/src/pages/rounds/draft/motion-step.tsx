import { Button, Input } from 'antd';
import { Field } from '../../../components/field';
import { draft } from '../../../copy/rounds';
import type { StepProps } from './step-props';

const copy = draft.motion;

/** The motion, its statement for those who were at no meeting, and the scheme in full. */
export function MotionStep({ form, set, gaps }: StepProps) {
  return (
    <>
      <Field label={copy.title} hint={copy.titleHint} problem={gaps.includes('title') && copy.titleRequired}>
        {(ids) => (
          <Input {...ids} maxLength={80} value={form.title} onChange={(event) => set({ title: event.target.value })} />
        )}
      </Field>
      <Field
        label={copy.statement}
        hint={copy.statementHint}
        problem={gaps.includes('statement') && copy.statementRequired}
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            value={form.statement}
            onChange={(event) => set({ statement: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={copy.scheme}
        problem={gaps.includes('scheme') && copy.schemeRequired}
        action={
          form.schemeText === '' && (
            <Button size="small" onClick={() => set({ schemeText: copy.schemeOutline })}>
              {copy.fillOutline}
            </Button>
          )
        }
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 8, maxRows: 24 }}
            maxLength={20000}
            value={form.schemeText}
            onChange={(event) => set({ schemeText: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
