import { useEffect } from 'react';
import { useSession } from '../../api/session';
import { SignInForm } from '../../components/sign-in-form';
import { common } from '../../copy/common';
import { login } from '../../copy/login';
import './login-page.css';

/** Shown in place of every page while nobody is signed in; the address stays, so signing in leads on to it. */
export function LoginPage({ wrongRole = false }: { wrongRole?: boolean }) {
  const { signedOut } = useSession();
  useEffect(() => {
    document.title = `${login.title}${common.separator}${common.console}`;
  }, []);
  return (
    <main className="login-page">
      <div className="login-card card">
        <div className="login-heading">
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="44" height="44" />
          <div>
            <p className="quiet small">{common.console}</p>
            <h1>{login.title}</h1>
          </div>
        </div>
        <p className="quiet">{login.lead}</p>
        {signedOut && <p role="status">{login.signedOut}</p>}
        {wrongRole && (
          <p role="alert" className="field-problem">
            {login.wrongRole}
          </p>
        )}
        <SignInForm />
        <p className="quiet small">
          {login.forgotten} <a href="/">{login.residentPage}</a>
        </p>
      </div>
    </main>
  );
}
