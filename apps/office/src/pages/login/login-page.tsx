import { useEffect } from 'react';
import { useSession } from '../../api/session';
import { SignIn } from '../../components/sign-in/sign-in';
import { common } from '../../copy/common';
import { login } from '../../copy/login';
import './login-page.css';

/** Shown in place of every page while nobody is signed in; the address stays, so signing in leads on to it. */
export function LoginPage({ wrongRole = false }: { wrongRole?: boolean }) {
  const { half } = useSession();
  useEffect(() => {
    document.title = `${login.title}${common.separator}${common.console}`;
  }, []);
  return (
    <main className="login-page">
      <div className={half ? 'login-card login-card-wide card' : 'login-card card'}>
        <div className="login-brand">
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="36" height="36" />
          <span>{common.console}</span>
        </div>
        {wrongRole && (
          <p role="alert" className="field-problem">
            {login.wrongRole}
          </p>
        )}
        <SignIn level={1} />
        {(!half || half.next === 'totp') && (
          <p className="quiet small login-help">
            {login.forgotten} {!half && <a href="/">{login.residentPage}</a>}
          </p>
        )}
      </div>
    </main>
  );
}
