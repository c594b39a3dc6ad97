import { useState } from 'react';
import { usePassRecoveryCode, usePassTotp } from '../../api/sign-in';
import { login } from '../../copy/login';
import { CodeField } from './code-field';
import { OtherAccount, StepTitle } from './step-parts';

/** The code of the authenticator app or, without the telephone, one from the sheet. */
export function SecondStep({ level, name }: { level: 1 | 2; name: string }) {
  const [way, setWay] = useState<'totp' | 'recovery'>('totp');
  const totp = usePassTotp();
  const recovery = usePassRecoveryCode();
  const words = login[way];
  const step = way === 'totp' ? totp : recovery;
  return (
    <div className="stack-tight" key={way}>
      <StepTitle level={level}>{words.title}</StepTitle>
      <p className="quiet">{way === 'totp' ? login.totp.lead(name) : login.recovery.lead}</p>
      <CodeField
        kind={way}
        label={words.code}
        hint={words.codeHint}
        wrong={words.codeWrong}
        submit={words.submit}
        working={step.isPending}
        error={step.error}
        onCode={(code) => step.mutate(code)}
      />
      <OtherAccount>
        <button
          type="button"
          className="text-button"
          onClick={() => {
            step.reset();
            setWay(way === 'totp' ? 'recovery' : 'totp');
          }}
        >
          {way === 'totp' ? login.totp.useRecovery : login.recovery.useTotp}
        </button>
      </OtherAccount>
    </div>
  );
}
