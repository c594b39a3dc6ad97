import { Button, Modal } from 'antd';
import { Suspense } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router-dom';
import { useToday } from './api/today';
import { useSession, useSignOut } from './api/session';
import { Boundary } from './components/boundary';
import { LoadingPage } from './components/loading-page';
import { SignInForm } from './components/sign-in-form';
import { common } from './copy/common';
import { login } from './copy/login';
import { shell } from './copy/shell';
import './shell.css';

/** The frame: skip link, the work on the left, the page on the right, and the dialog that signs in again. */
export function Shell() {
  const { session, expired } = useSession();
  const signOut = useSignOut();
  const today = useToday();
  const { pathname } = useLocation();
  const waiting = today.data?.pendingReviews ?? 0;
  const links: { to: string; label: string; count?: number }[] = [
    { to: '/today', label: shell.today },
    { to: '/roll', label: shell.roll },
    { to: '/rounds', label: shell.rounds },
    { to: '/reviews', label: shell.reviews, count: waiting },
    { to: '/people', label: shell.people },
  ];
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <aside className="shell-side screen-only">
        <div className="shell-brand">
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="32" height="32" />
          <span>{common.console}</span>
        </div>
        <nav aria-label={shell.navigation} className="shell-nav">
          {links.map((link) => (
            <NavLink key={link.to} to={link.to}>
              <span>{link.label}</span>
              {link.count ? (
                <span className="shell-count">
                  {link.count}
                  <span className="visually-hidden">{shell.waiting(link.count)}</span>
                </span>
              ) : null}
            </NavLink>
          ))}
        </nav>
        <div className="shell-account">
          <span>{shell.signedInAs(session?.account.displayName ?? '')}</span>
          <Button type="link" onClick={() => signOut.mutate()} loading={signOut.isPending}>
            {shell.signOut}
          </Button>
        </div>
      </aside>
      <main id="content" className="shell-content" tabIndex={-1}>
        <Boundary key={pathname}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </Boundary>
      </main>
      <Modal
        open={expired}
        title={login.expiredTitle}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        destroyOnHidden
      >
        <div className="stack-tight">
          <p>{login.expired}</p>
          <SignInForm />
        </div>
      </Modal>
    </div>
  );
}
