import type { ReactNode } from 'react';
import { useSession } from '@/api/session';
import type { Session } from '@/api/wire';
import { common } from '@/copy/common';
import { go, hereUrl, routes } from '@/routes';
import { Empty, Page } from './kit';
import { Loaded } from './loaded';

interface SignedInProps {
  /** The page's title while nobody is logged in. */
  title: string;
  children: (session: Session) => ReactNode;
}

/** A page of one's own: who is not logged in is asked to, and comes back here. */
export function SignedIn({ title, children }: SignedInProps) {
  const session = useSession();
  if (session.data) return <>{children(session.data)}</>;
  return (
    <Page title={title}>
      <Loaded query={session}>
        {() => (
          <Empty title={common.notIn} action={{ words: common.logIn, onPress: () => go(routes.login(hereUrl())) }}>
            {common.notInWords}
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}
