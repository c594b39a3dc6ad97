import type { ReactNode } from 'react';
import { useSession } from '@/api/session';
import type { Account } from '@/api/wire';
import { Empty, Page } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { volunteerCopy as copy } from '@/copy/volunteer';
import { go, replace, routes } from '@/routes';
import { LedgerLine } from './ledger-line';
import './volunteer.css';

interface VolunteerPageProps {
  place?: string;
  title: string;
  /** The page's main action, above the ledger. */
  action?: ReactNode;
  first?: boolean;
  onBack?: () => void;
  /** Which step of the page this is: at a new one the page starts at its title again. */
  step?: string;
  children: (account: Account) => ReactNode;
}

/** The frame of a volunteer's page: only for a volunteer who is logged in, with the ledger always in the corner. */
export function VolunteerPage({ title, action, children, ...page }: VolunteerPageProps) {
  const session = useSession();
  const account = session.data?.account;
  const isVolunteer = account?.role === 'volunteer';
  return (
    <Page
      {...page}
      title={title}
      wide
      action={
        isVolunteer ? (
          <>
            {action}
            <LedgerLine accountId={account.id} />
          </>
        ) : null
      }
    >
      <Loaded query={session}>
        {(found) => {
          if (!found) {
            return (
              <Empty title={copy.notSignedIn} action={{ words: copy.logIn, onPress: () => go(routes.login()) }}>
                {copy.notSignedInWords}
              </Empty>
            );
          }
          if (found.account.role !== 'volunteer') {
            return (
              <Empty title={copy.wrongRole} action={{ words: copy.logIn, onPress: () => replace(routes.login()) }}>
                {copy.wrongRoleWords}
              </Empty>
            );
          }
          return children(found.account);
        }}
      </Loaded>
    </Page>
  );
}
