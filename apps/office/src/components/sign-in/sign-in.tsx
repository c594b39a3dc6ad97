import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../api/session';
import { ChangePasswordStep } from './change-password-step';
import { PasswordStep } from './password-step';
import { SecondStep } from './second-step';
import { LoadingPage } from '../loading-page';
import './sign-in.css';

// Needed once in an account's life: the QR code is not loaded with every sign-in.
const EnrolStep = lazy(async () => ({ default: (await import('./enrol-step')).EnrolStep }));

/**
 * All of signing in, one step at a time. Used by the log-in page and by the dialog that opens when a session has run
 * out; the steps follow what the API says is `next`.
 */
export function SignIn({ level }: { level: 1 | 2 }) {
  const { half } = useSession();
  // The temporary password was typed a moment ago: it is not asked for a second time.
  const [typed, setTyped] = useState('');
  switch (half?.next) {
    case 'totp':
      return <SecondStep level={level} name={half.account.displayName} />;
    case 'change_password':
      return <ChangePasswordStep level={level} typed={typed} />;
    case 'enrol_totp':
      return (
        <Suspense fallback={<LoadingPage />}>
          <EnrolStep level={level} name={half.account.displayName} />
        </Suspense>
      );
    default:
      return <PasswordStep level={level} onTyped={setTyped} />;
  }
}
