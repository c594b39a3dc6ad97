import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { login } from '../../copy/login';
import { Field } from '../field';
import { ProblemNotice } from '../problem-notice';

const copy = login.newPassword;
const LEAST_LENGTH = 12;

interface NewPasswordFormProps {
  /** What the field of the password that still holds is called; without one it is not asked for. */
  currentLabel?: string | undefined;
  submit: string;
  working: boolean;
  error: unknown;
  onSubmit: (passwords: { currentPassword: string; newPassword: string }) => void;
}

/** A new password, twice. How good it is, the API says. */
export function NewPasswordForm({ currentLabel, submit, working, error, onSubmit }: NewPasswordFormProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const left = LEAST_LENGTH - [...next].length;
  const noCurrent = currentLabel !== undefined && current === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!noCurrent && left <= 0 && again === next && !working)
      onSubmit({ currentPassword: current, newPassword: next });
  };
  return (
    <form className="stack-tight" onSubmit={send} noValidate>
      {currentLabel !== undefined && (
        <Field label={currentLabel} problem={tried && noCurrent && copy.currentRequired}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoFocus
              autoComplete="current-password"
              maxLength={200}
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={copy.next} hint={copy.nextHint} problem={tried && left > 0 && copy.nextShort(left)}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoFocus={currentLabel === undefined}
            autoComplete="new-password"
            maxLength={200}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        )}
      </Field>
      <Field label={copy.again} problem={tried && again !== next && copy.againWrong}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="new-password"
            maxLength={200}
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={error} />
      <div>
        <Button type="primary" size="large" htmlType="submit" loading={working}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
