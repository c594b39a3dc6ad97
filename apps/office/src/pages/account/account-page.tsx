import { formatMoment, roleLabels } from '@jiati/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useDeskRole, useSession } from '../../api/session';
import { useChangePassword } from '../../api/sign-in';
import { ButtonLink } from '../../components/button-link';
import { Facts } from '../../components/facts';
import { Page } from '../../components/page';
import { NewPasswordForm } from '../../components/sign-in/new-password-form';
import { account as copy } from '../../copy/account';
import { common } from '../../copy/common';
import { login } from '../../copy/login';
import { DevicesSection } from './devices-section';
import { PasskeysSection } from './passkeys-section';
import './account-page.css';

/** One's own ways in: password, authenticator, passkeys, and where one is signed in. */
export function AccountPage() {
  const { session } = useSession();
  const role = useDeskRole();
  return (
    <Page title={copy.title} lead={copy.lead}>
      <section className="card">
        <Facts
          facts={[
            [copy.name, session?.account.displayName],
            [copy.role, roleLabels[role]],
            [copy.until, session ? formatMoment(session.expiresAt) : ''],
          ]}
        />
      </section>
      <PasswordSection />
      <section className="card account-section" aria-labelledby="authenticator-title">
        <div>
          <h2 id="authenticator-title">{copy.authenticator.title}</h2>
          <p className="quiet">{copy.authenticator.lead}</p>
        </div>
        <ButtonLink to="/account/authenticator">{copy.authenticator.change}</ButtonLink>
      </section>
      <PasskeysSection />
      <DevicesSection />
    </Page>
  );
}

function PasswordSection() {
  const [open, setOpen] = useState(false);
  const change = useChangePassword();
  const { message } = App.useApp();
  return (
    <section className="card stack-tight" aria-labelledby="password-title">
      <div className="account-section">
        <div>
          <h2 id="password-title">{copy.password.title}</h2>
          <p className="quiet">{copy.password.lead}</p>
        </div>
        <Button
          aria-expanded={open}
          onClick={() => {
            change.reset();
            setOpen(!open);
          }}
        >
          {open ? common.cancel : copy.password.change}
        </Button>
      </div>
      {open && (
        <div className="account-form">
          <NewPasswordForm
            currentLabel={login.newPassword.current}
            submit={copy.password.submit}
            working={change.isPending}
            error={change.error}
            onSubmit={(passwords) =>
              change.mutate(passwords, {
                onSuccess: () => {
                  void message.success(copy.password.done);
                  setOpen(false);
                },
              })
            }
          />
        </div>
      )}
    </section>
  );
}
