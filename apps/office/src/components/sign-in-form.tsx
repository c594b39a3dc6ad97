import { Button, Form, Input } from 'antd';
import { useSignIn } from '../api/session';
import { login } from '../copy/login';
import { ProblemNotice } from './problem-notice';

/** Name and password. Used by the log-in page and by the dialog that opens when a session has run out. */
export function SignInForm({ username }: { username?: string }) {
  const signIn = useSignIn();
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(values: { username: string; password: string }) => signIn.mutate(values)}
    >
      <Form.Item
        name="username"
        label={login.username}
        rules={[{ required: true, whitespace: true, message: login.usernameRequired }]}
      >
        <Input autoComplete="username" autoFocus maxLength={64} />
      </Form.Item>
      <Form.Item name="password" label={login.password} rules={[{ required: true, message: login.passwordRequired }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <div className="stack-tight">
        <ProblemNotice error={signIn.error} />
        <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
          {signIn.isPending ? login.submitting : login.submit}
        </Button>
      </div>
    </Form>
  );
}
