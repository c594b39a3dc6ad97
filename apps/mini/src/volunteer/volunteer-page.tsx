import type { ReactNode } from 'react';
import { useSession } from '@/api/session';
import type { Account, Session } from '@/api/wire';
import { Empty, Notice, Page } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { lockCopy } from '@/copy/device-lock';
import { volunteerCopy as copy } from '@/copy/volunteer';
import { go, replace, routes } from '@/routes';
import { lockRecord } from '@/state/device-lock';
import { LedgerLine } from './ledger-line';
import { outboxOf } from './outbox';
import { mostTries } from './lock/device-lock';
import { LockPage } from './lock/lock-page';
import { SetPinPage } from './lock/set-pin-page';
import { useDeviceLock } from './lock/use-device-lock';
import './volunteer.css';

interface VolunteerPageProps {
  place?: string;
  title: string;
  /** The page's main action, above the ledger. */
  action?: ReactNode;
  /** The page is the ledger itself. */
  isLedger?: boolean;
  first?: boolean;
  onBack?: () => void;
  /** Which step of the page this is: at a new one the page starts at its title again. */
  step?: string;
  children: (account: Account) => ReactNode;
}

/** The frame of a volunteer's page: only for a volunteer who is logged in, with this device open. */
export function VolunteerPage(props: VolunteerPageProps) {
  const session = useSession();
  const found = session.data;
  if (found?.account.role === 'volunteer') {
    if (found.next === 'set_device_pin') return <SetPinPage account={found.account} />;
    return <OpenedPage {...props} session={found} />;
  }
  return (
    <Page title={props.title} place={props.place} onBack={props.onBack} wide>
      <Loaded query={session}>
        {(someone) =>
          someone ? (
            <Empty title={copy.wrongRole} action={{ words: copy.logIn, onPress: () => replace(routes.login()) }}>
              {copy.wrongRoleWords}
            </Empty>
          ) : (
            <NotSignedIn />
          )
        }
      </Loaded>
      <KeptHere />
    </Page>
  );
}

/** Opened without a network nobody is known to be logged in; what was written here before is there all the same. */
function KeptHere() {
  const owner = lockRecord()?.accountId;
  const { waiting, refused } = owner ? outboxOf(owner).ledger() : { waiting: 0, refused: 0 };
  if (waiting + refused === 0) return null;
  return (
    <Notice kind="waiting" title={copy.keptHere(waiting + refused)}>
      {copy.keptHereWords}
    </Notice>
  );
}

/** The page itself, with the ledger always in the corner; the lock in its place while the device is locked. */
function OpenedPage({ session, action, isLedger, children, ...page }: VolunteerPageProps & { session: Session }) {
  const { account } = session;
  const { locked, onTouch } = useDeviceLock(session);
  if (locked) return <LockPage account={account} />;
  return (
    <Page
      {...page}
      wide
      onTouch={onTouch}
      action={
        isLedger ? null : (
          <>
            {action}
            <LedgerLine accountId={account.id} />
          </>
        )
      }
    >
      {children(account)}
    </Page>
  );
}

function NotSignedIn() {
  const triesUsed = (lockRecord()?.wrong ?? 0) >= mostTries;
  return (
    <Empty
      title={triesUsed ? lockCopy.triesUsed : copy.notSignedIn}
      action={{ words: copy.logIn, onPress: () => go(routes.login()) }}
    >
      {copy.notSignedInWords}
    </Empty>
  );
}
