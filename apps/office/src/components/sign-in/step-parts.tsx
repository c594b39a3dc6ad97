import { useEffect, useRef, type ReactNode } from 'react';
import { useSession } from '../../api/session';
import { login } from '../../copy/login';

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
