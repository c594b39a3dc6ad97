import type { TotpEnrolled } from '@jiati/contracts';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { codeOf } from '../../api/problem';
import { useSession } from '../../api/session';
import { useTotpEnrolment } from '../../api/sign-in';
import { useFactorAgain } from '../../components/factor-again';
import { Page } from '../../components/page';
import { EnrolTotp } from '../../components/sign-in/enrol-totp';
import { RecoverySheet } from '../../components/sign-in/recovery-sheet';
import { account } from '../../copy/account';
import { login } from '../../copy/login';

const copy = account.authenticator;

/** A new authenticator app in place of the one before, with a new sheet of recovery codes. */
export function AuthenticatorPage() {
  const { session, arrive } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [enrolled, setEnrolled] = useState<TotpEnrolled | null>(null);
  const enrolment = useTotpEnrolment();
  const again = useFactorAgain();
  const { error, refetch } = enrolment;
  const { ask } = again;
  const isAsked = codeOf(error) === 'second_factor_again';
  useEffect(() => {
    if (isAsked) ask(error, () => void refetch());
    // Asked once for each refusal; `ask` is new at every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  const done = () => {
    if (enrolled) arrive(enrolled.session);
    void message.success(copy.done);
    navigate('/account');
  };
  return (
    <Page
      title={enrolled ? login.sheet.title : copy.pageTitle}
      back={{ to: '/account', label: copy.back }}
      lead={enrolled ? undefined : copy.pageLead}
    >
      <section className="card measure">
        {enrolled ? (
          <RecoverySheet
            codes={enrolled.recoveryCodes}
            name={session?.account.displayName ?? ''}
            done={login.sheet.done}
            onDone={done}
          />
        ) : (
          <EnrolTotp onEnrolled={setEnrolled} />
        )}
      </section>
      {again.dialog}
    </Page>
  );
}
