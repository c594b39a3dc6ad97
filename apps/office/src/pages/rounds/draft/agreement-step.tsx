import { Button, Input } from 'antd';
import { Field } from '../../../components/field';
import { draft } from '../../../copy/rounds';
import type { StepProps } from './step-props';

const copy = draft.agreement;

/** The agreement, word for word as it will be signed. */
export function AgreementStep({ form, set, gaps }: StepProps) {
  return (
    <Field
      label={copy.label}
      hint={copy.hint}
      problem={gaps.includes('agreement') && copy.required}
      action={
        form.agreementText === '' && (
          <Button size="small" onClick={() => set({ agreementText: copy.outline })}>
            {draft.motion.fillOutline}
          </Button>
        )
      }
    >
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: 14, maxRows: 30 }}
          maxLength={20000}
          value={form.agreementText}
          onChange={(event) => set({ agreementText: event.target.value })}
        />
      )}
    </Field>
  );
}
