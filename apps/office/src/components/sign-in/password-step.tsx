import { Button, Form, Input } from 'antd';
import { hasPasskeys } from '../../api/passkey-browser';
import { useSession } from '../../api/session';
import { useSignInByPasskey, useSignInByPassword } from '../../api/sign-in';
import { login } from '../../copy/login';
import { ProblemNotice } from '../problem-notice';
import { StepTitle } from './step-parts';

/** Name and password, or a passkey instead of both steps. */
export function PasswordStep({ level, onTyped }: { level: 1 | 2; onTyped: (password: string) => void }) {
  const byPassword = useSignInByPassword();
  const byPasskey = useSignInByPasskey();
  const { startedOver } = useSession();
  const submit = (values: { username: string; password: string }) => {
    byPasskey.reset();
    onTyped(values.password);
    byPassword.mutate(values);
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
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="username"
          label={login.username}
          rules={[{ required: true, whitespace: true, message: login.usernameRequired }]}
        >
          <Input autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} autoFocus maxLength={64} />
        </Form.Item>
        <Form.Item name="password" label={login.password} rules={[{ required: true, message: login.passwordRequired }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <div className="stack-tight">
          <ProblemNotice error={byPassword.error} />
          <Button type="primary" size="large" htmlType="submit" block loading={byPassword.isPending}>
            {byPassword.isPending ? login.submitting : login.submit}
          </Button>
        </div>
      </Form>
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
