import { Input } from 'antd';
import { Field } from './field';

interface DateFieldProps {
  label: string;
  hint?: string;
  problem?: string | false;
  min?: string;
  max?: string;
  value: string;
  onChange: (on: string) => void;
}

/** One day (YYYY-MM-DD), by the browser's own calendar. */
export function DateField({ label, hint, problem, min, max, value, onChange }: DateFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <Input
          {...ids}
          type="date"
          className="date-input"
          {...(min ? { min } : {})}
          {...(max ? { max } : {})}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
