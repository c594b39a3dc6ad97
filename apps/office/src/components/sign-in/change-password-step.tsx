import { useChangePassword } from '../../api/sign-in';
import { login } from '../../copy/login';
import { NewPasswordForm } from './new-password-form';
import { OtherAccount, StepTitle } from './step-parts';

const copy = login.password_change;

/** A password that somebody else has seen is replaced before anything else. */
export function ChangePasswordStep({ level, typed }: { level: 1 | 2; typed: string }) {
  const change = useChangePassword();
  return (
    <div className="stack-tight">
      <StepTitle level={level}>{copy.title}</StepTitle>
      <p className="quiet">{copy.lead}</p>
      <NewPasswordForm
        currentLabel={typed === '' ? login.newPassword.temporary : undefined}
        submit={copy.submit}
        working={change.isPending}
        error={change.error}
        onSubmit={({ currentPassword, newPassword }) =>
          change.mutate({ currentPassword: typed || currentPassword, newPassword })
        }
      />
      <OtherAccount />
    </div>
  );
}
