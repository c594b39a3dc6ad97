import { formatDeadline } from '@jiati/contracts';
import { Input } from 'antd';
import { Field } from '../../../components/field';
import { draft } from '../../../copy/rounds';
import { instantOf, wallClock } from '../../../lib/shanghai';
import type { StepProps } from './step-props';

const copy = draft.closes;

/** Until when, and the sentence that residents will read. */
export function ClosesStep({ form, set, gaps }: StepProps) {
  const now = new Date();
  const instant = instantOf(form.closesDate, form.closesTime);
  return (
    <>
      <div className="draft-pair">
        <Field label={copy.date} problem={gaps.includes('closes') && copy.wrong}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              min={wallClock(now).date}
              value={form.closesDate}
              onChange={(event) => set({ closesDate: event.target.value })}
            />
          )}
        </Field>
        <Field label={copy.time}>
          {(ids) => (
            <Input
              {...ids}
              type="time"
              value={form.closesTime}
              onChange={(event) => set({ closesTime: event.target.value })}
            />
          )}
        </Field>
      </div>
      {instant && <p role="status">{copy.words(formatDeadline(instant, now))}</p>}
      <p className="quiet measure">{copy.hint}</p>
    </>
  );
}
