import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import { useLogOut, useSession } from '@/api/session';
import type { MyHousehold, Session } from '@/api/wire';
import {
  Button,
  Card,
  Empty,
  Page,
  Para,
  PlainButton,
  Row,
  Rows,
  SectionTitle,
  TextSizeChoice,
} from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { ReminderRow } from '@/components/reminder-row';
import { homeLine, meCopy as copy } from '@/copy/me';
import { proxyCopy } from '@/copy/proxy';
import { remindersCopy } from '@/copy/reminders';
import { go, replace, routes } from '@/routes';

/** My homes with their ballots, the size of text, and the way out. */
export default function MePage() {
  const session = useSession();
  const account = session.data?.account;
  return (
    <Page
      title={copy.title}
      action={
        session.data === null ? <Button onPress={() => go(routes.login(routes.me()))}>{copy.logIn}</Button> : null
      }
    >
      <Loaded query={session}>
        {(data) =>
          data ? (
            <Mine session={data} />
          ) : (
            <>
              <Empty title={copy.notIn}>{copy.notInWords}</Empty>
              <PlainButton onPress={() => go(routes.bind())}>{copy.bind}</PlainButton>
            </>
          )
        }
      </Loaded>
      <SectionTitle>{copy.textSize}</SectionTitle>
      <TextSizeChoice />
      {account ? <Leave session={account} /> : null}
    </Page>
  );
}

function Mine({ session }: { session: Session }) {
  const homes = useMyHouseholds(true);
  return (
    <>
      {session.account.role === 'volunteer' ? (
        <Rows>
          <Row label={copy.volunteer} hint={copy.volunteerHint} onPress={() => go(routes.volunteerHome())} />
        </Rows>
      ) : null}
      <SectionTitle>{copy.homesTitle}</SectionTitle>
      <Loaded query={homes}>
        {(all) =>
          own(all).length === 0 ? (
            <Empty title={copy.noHome} action={{ words: copy.bind, onPress: () => go(routes.bind()) }}>
              {copy.noHomeWords}
            </Empty>
          ) : (
            <>
              {own(all).map((home) => (
                <Home key={home.bindingId} home={home} />
              ))}
              <PlainButton onPress={() => go(routes.bind())}>{copy.bindAnother}</PlainButton>
            </>
          )
        }
      </Loaded>
      <Entrusted homes={homes.data ?? []} />
      <SectionTitle>{copy.helpTitle}</SectionTitle>
      <Rows label={copy.helpTitle}>
        <Row label={copy.helper} hint={copy.helperHint} onPress={() => go(routes.helper())} />
        <Row label={copy.proxies} hint={copy.proxiesHint} onPress={() => go(routes.proxies())} />
      </Rows>
      <SectionTitle>{remindersCopy.sectionTitle}</SectionTitle>
      <Rows label={remindersCopy.sectionTitle}>
        <ReminderRow />
      </Rows>
      <SectionTitle>{copy.safeTitle}</SectionTitle>
      <Rows label={copy.safeTitle}>
        <Row label={copy.devices} hint={copy.devicesHint} onPress={() => go(routes.devices())} />
        <Row label={copy.privacy} hint={copy.privacyHint} onPress={() => go(routes.privacy())} />
      </Rows>
    </>
  );
}

const own = (homes: readonly MyHousehold[]) => homes.filter(({ relation }) => relation !== 'proxy');

/** Households whose ballot somebody has put into my hands. */
function Entrusted({ homes }: { homes: readonly MyHousehold[] }) {
  const entrusted = homes.filter(({ relation }) => relation === 'proxy');
  if (entrusted.length === 0) return null;
  return (
    <>
      <SectionTitle>{proxyCopy.receivedTitle}</SectionTitle>
      {entrusted.map((home) => (
        <Home key={home.bindingId} home={home} />
      ))}
    </>
  );
}

function Home({ home }: { home: MyHousehold }) {
  const { round, householdId } = home;
  const place = formatPlace(home.estateName, home.buildingName, home.stairwellName);
  const approved = home.bindingState === 'approved';
  const entrusted = home.relation === 'proxy';
  return (
    <Rows label={formatRoom(home.roomNo)}>
      <Row
        label={formatPlace(entrusted ? proxyCopy.entrusted : null, formatRoom(home.roomNo))}
        hint={`${place}\n${homeLine(home)}`}
        onPress={() => go(routes.household(householdId))}
      />
      {approved && round?.myBallot ? (
        <Row label={copy.receipt} onPress={() => go(routes.receipt(round.id, householdId))} />
      ) : approved && round?.state === 'open' && home.mayVote && !home.frozen ? (
        <Row
          label={entrusted ? proxyCopy.voteFor(home.roomNo) : copy.vote}
          onPress={() => go(routes.ballot(round.id, householdId))}
        />
      ) : null}
      {approved && !round && !entrusted ? (
        <Row label={copy.interest} onPress={() => go(routes.interest(householdId))} />
      ) : null}
      <Row label={copy.stairwell} onPress={() => go(routes.stairwell(home.stairwellCode))} />
    </Rows>
  );
}

function Leave({ session }: { session: Session['account'] }) {
  const logOut = useLogOut();
  return (
    <>
      <SectionTitle>{copy.account}</SectionTitle>
      <Card>
        <Para>{formatPlace(session.displayName, session.phoneMasked)}</Para>
        <PlainButton
          onPress={() => logOut.mutate(undefined, { onSuccess: () => replace(routes.home()) })}
          disabled={logOut.isPending}
        >
          {logOut.isPending ? copy.loggingOut : copy.logOut}
        </PlainButton>
      </Card>
    </>
  );
}
