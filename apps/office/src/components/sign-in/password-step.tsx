import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { hasPasskeys } from '../../api/passkey-browser';
import { useSession } from '../../api/session';
import { useSignInByPasskey, useSignInByPassword } from '../../api/sign-in';
import { login } from '../../copy/login';
import { Field } from '../field';
import { ProblemNotice } from '../problem-notice';
import { StepTitle } from './step-parts';

/** Name and password, or a passkey instead of both steps. */
export function PasswordStep({ level, onTyped }: { level: 1 | 2; onTyped: (password: string) => void }) {
  const byPassword = useSignInByPassword();
  const byPasskey = useSignInByPasskey();
  const { startedOver } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() === '' || password === '' || byPassword.isPending) return;
    byPasskey.reset();
    onTyped(password);
    byPassword.mutate({ username: username.trim(), password });
  };
  return (
    <div className="stack-tight">
      {level === 1 && (
        <>
          <StepTitle level={1} first={startedOver === null}>
            {login.title}
          </StepTitle>
          <p className="quiet">{login.lead}</p>
        </>
      )}
      {startedOver && <p role="status">{login.startedOver[startedOver]}</p>}
      <form className="stack-tight" onSubmit={submit} noValidate>
        <Field label={login.username} problem={tried && username.trim() === '' && login.usernameRequired}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              maxLength={64}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field label={login.password} problem={tried && password === '' && login.passwordRequired}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="current-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice error={byPassword.error} />
        <Button type="primary" size="large" htmlType="submit" block loading={byPassword.isPending}>
          {byPassword.isPending ? login.submitting : login.submit}
        </Button>
      </form>
      <div className="sign-in-or">{login.or}</div>
      {hasPasskeys() ? (
        <>
          <Button
            size="large"
            block
            loading={byPasskey.isPending}
            onClick={() => {
              byPassword.reset();
              byPasskey.mutate(undefined);
            }}
          >
            {login.passkey}
          </Button>
          <p className="quiet small">{login.passkeyHint}</p>
          <ProblemNotice error={byPasskey.error} />
        </>
      ) : (
        <p className="quiet small">{login.noPasskey}</p>
      )}
    </div>
  );
}
