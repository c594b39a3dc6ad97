import { useId, type ReactNode } from 'react';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in words; nothing while it is right. */
  problem?: string | false | undefined;
  action?: ReactNode;
  children: (ids: {
    id: string;
    'aria-describedby': string;
    'aria-invalid': boolean;
    status: 'error' | '';
  }) => ReactNode;
}

/** One labelled input with its hint and its problem tied to it for screen readers. */
export function Field({ label, hint, problem, action, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="row-spread">
        <label htmlFor={id}>{label}</label>
        {action}
      </div>
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-problem`,
        'aria-invalid': Boolean(problem),
        status: problem ? 'error' : '',
      })}
      <p id={`${id}-hint`} className="quiet small field-hint">
        {hint}
      </p>
      <p id={`${id}-problem`} className="field-problem">
        {problem || ''}
      </p>
    </div>
  );
}
