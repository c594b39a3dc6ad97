import type { TotpEnrolled } from '@jiati/contracts';
import { useState } from 'react';
import { useSession } from '../../api/session';
import { login } from '../../copy/login';
import { EnrolTotp } from './enrol-totp';
import { RecoverySheet } from './recovery-sheet';
import { OtherAccount, StepTitle } from './step-parts';

/** The first sign-in: set up the authenticator app, then keep the sheet of recovery codes. */
export function EnrolStep({ level, name }: { level: 1 | 2; name: string }) {
  const { arrive } = useSession();
  const [enrolled, setEnrolled] = useState<TotpEnrolled | null>(null);
  if (enrolled)
    return (
      <div className="stack-tight">
        <StepTitle key="sheet" level={level}>
          {login.sheet.title}
        </StepTitle>
        <RecoverySheet
          codes={enrolled.recoveryCodes}
          name={name}
          done={login.sheet.go}
          onDone={() => arrive(enrolled.session)}
        />
      </div>
    );
  return (
    <div className="stack-tight">
      <StepTitle level={level}>{login.enrol.title}</StepTitle>
      <p className="quiet">{login.enrol.lead}</p>
      <EnrolTotp onEnrolled={setEnrolled} />
      <OtherAccount />
    </div>
  );
}
