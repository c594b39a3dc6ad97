import { useSession } from '@/api/session';
import { useMyConsents, usePurposes } from '@/api/privacy';
import { Page, Para, Row, Rows, SectionTitle } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { privacyCopy as copy, purposeHint } from '@/copy/privacy';
import { latestConsent } from '@/state/consents';
import { go, hereUrl, routes } from '@/routes';

/** What is kept about people and why; for whoever is logged in, what they agreed to and what they can do about it. */
export default function PrivacyPage() {
  const session = useSession();
  const loggedIn = Boolean(session.data);
  const purposes = usePurposes();
  const consents = useMyConsents(loggedIn);
  return (
    <Page title={copy.title}>
      <Para>{copy.intro}</Para>
      <SectionTitle>{copy.listTitle}</SectionTitle>
      <Loaded query={purposes}>
        {(all) => (
          <Rows label={copy.listTitle}>
            {all.map((purpose) => (
              <Row
                key={purpose.id}
                label={purpose.title}
                hint={
                  !consents.data && purpose.basis === 'consent'
                    ? copy.basis.consent
                    : purposeHint(purpose, latestConsent(consents.data, purpose.id))
                }
                onPress={() => go(routes.purpose(purpose.id))}
              />
            ))}
          </Rows>
        )}
      </Loaded>
      {session.data ? (
        <>
          <SectionTitle>{copy.mineTitle}</SectionTitle>
          <Rows label={copy.mineTitle}>
            <Row label={copy.data} hint={copy.dataHint} onPress={() => go(routes.myData())} />
            <Row label={copy.erase} hint={copy.eraseHint} onPress={() => go(routes.erase())} />
          </Rows>
        </>
      ) : session.data === null ? (
        <Rows>
          <Row label={copy.logIn} onPress={() => go(routes.login(hereUrl()))} />
        </Rows>
      ) : null}
    </Page>
  );
}
