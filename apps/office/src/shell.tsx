import { roleLabels } from '@jiati/contracts';
import { Button, Modal } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router-dom';
import { useDeskRole, useSession } from './api/session';
import { useSignOut } from './api/sign-in';
import { useToday } from './api/today';
import { Boundary } from './components/boundary';
import { LoadingPage } from './components/loading-page';
import { SignIn } from './components/sign-in/sign-in';
import { common } from './copy/common';
import { login } from './copy/login';
import { shell } from './copy/shell';
import { mayOpen, menuOf } from './lib/desks';
import './shell.css';

/** The frame: skip link, the work on the left, the page on the right, and the dialog that signs in again. */
export function Shell() {
  const { session, expired } = useSession();
  const { pathname } = useLocation();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <Side />
      <main id="content" className="shell-content" tabIndex={-1}>
        <Boundary key={pathname + session?.account.id}>
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
          <SignIn level={2} />
        </div>
      </Modal>
    </div>
  );
}

function Side() {
  const { session } = useSession();
  const role = useDeskRole();
  const signOut = useSignOut();
  const today = useToday(mayOpen(role, 'today'));
  const waiting: Partial<Record<string, number>> = {
    reviews: today.data?.pendingReviews,
    cases: today.data?.openCases,
  };
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a narrow screen the menu scrolls sideways: where one is must be in sight.
    nav.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <aside className="shell-side screen-only">
      <div className="shell-brand">
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="32" height="32" />
        <span>{common.console}</span>
      </div>
      <nav ref={nav} aria-label={shell.navigation} className="shell-nav">
        {menuOf(role).map((group) => (
          <NavLink key={group} to={`/${group}`}>
            <span>{shell.groups[group]}</span>
            <Waiting count={waiting[group] ?? 0} />
          </NavLink>
        ))}
      </nav>
      <div className="shell-account">
        <p className="shell-who">
          <strong>{session?.account.displayName}</strong>
          <span className="quiet">{roleLabels[role]}</span>
        </p>
        <div className="shell-account-ways">
          <NavLink to="/account">{shell.groups.account}</NavLink>
          <Button type="link" onClick={() => signOut.mutate()} loading={signOut.isPending}>
            {shell.signOut}
          </Button>
        </div>
      </div>
    </aside>
  );
}

function Waiting({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="shell-count">
      {count}
      <span className="visually-hidden">{shell.waiting(count)}</span>
    </span>
  );
}
