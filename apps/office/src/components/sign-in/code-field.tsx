import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Field } from '../field';
import { ProblemNotice } from '../problem-notice';

interface CodeFieldProps {
  label: string;
  hint?: string;
  wrong: string;
  submit: string;
  kind: 'totp' | 'recovery';
  working: boolean;
  error: unknown;
  onCode: (code: string) => void;
}

const shapes = { totp: /^\d{6}$/, recovery: /^\d-?[A-Z2-9]{5}-?[A-Z2-9]{5}$/ };

/** One code and its button. Full-width digits and spaces, as some keyboards write them, are read too. */
export function CodeField({ label, hint, wrong, submit, kind, working, error, onCode }: CodeFieldProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const isWrong = !shapes[kind].test(code);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWrong && !working) onCode(code);
  };
  return (
    <form className="stack-tight" onSubmit={send} noValidate>
      <Field label={label} hint={hint} problem={tried && isWrong && wrong}>
        {(ids) => (
          <Input
            {...ids}
            className="code-input"
            autoFocus
            autoComplete={kind === 'totp' ? 'one-time-code' : 'off'}
            inputMode={kind === 'totp' ? 'numeric' : 'text'}
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={kind === 'totp' ? 8 : 16}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={error} />
      <Button type="primary" size="large" htmlType="submit" block loading={working}>
        {submit}
      </Button>
    </form>
  );
}
