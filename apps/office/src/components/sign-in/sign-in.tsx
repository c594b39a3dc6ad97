import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useSession } from '../../api/session';
import { login } from '../../copy/login';
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

/** The title of a step. It takes the focus when the step appears, so that a screen reader begins there. */
export function StepTitle({ level, children, first = false }: { level: 1 | 2; children: string; first?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus();
  }, [first]);
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <Heading ref={heading} tabIndex={-1} className="step-title">
      {children}
    </Heading>
  );
}

/** The way back to the password. */
export function OtherAccount({ children }: { children?: ReactNode }) {
  const { startOver } = useSession();
  return (
    <p className="sign-in-ways">
      {children}
      <button type="button" className="text-button" onClick={() => startOver(null)}>
        {login.otherAccount}
      </button>
    </p>
  );
}
