import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import { useStairwell } from '@/api/content';
import { useSession } from '@/api/session';
import { Button, Field, FirstTextSizeQuestion, Page, Para, Row, Rows, SectionTitle } from '@/components/kit';
import { appName } from '@/copy/common';
import { homeCopy as copy } from '@/copy/home';
import { homeLine } from '@/copy/me';
import { go, routes } from '@/routes';
import { lastStairwellCode } from '@/state/stairwell';
import { DemoGuideCard } from './demo-guide';

/** The first page: my home, the stairwell seen last, or the code on the poster. */
export default function HomePage() {
  const session = useSession();
  const mine = useMyHouseholds(Boolean(session.data));
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const open = () => {
    const wanted = code.trim().toUpperCase();
    setWrong(wanted ? null : copy.codeWrong);
    if (wanted) go(routes.stairwell(wanted));
  };
  const homes = mine.data ?? [];
  return (
    <Page first place={appName} title={copy.title} action={<Button onPress={open}>{copy.open}</Button>}>
      <Para>{copy.intro}</Para>
      <FirstTextSizeQuestion />
      {homes.length > 0 ? (
        <>
          <SectionTitle>{copy.mineTitle}</SectionTitle>
          <Rows>
            {homes.map((home) => (
              <Row
                key={home.bindingId}
                label={formatPlace(home.buildingName, home.stairwellName, formatRoom(home.roomNo))}
                hint={homeLine(home)}
                onPress={() => go(routes.stairwell(home.stairwellCode))}
              />
            ))}
          </Rows>
        </>
      ) : (
        <LastStairwell />
      )}
      <Field
        label={copy.codeLabel}
        hint={copy.codeHint}
        kind="code"
        figures
        maxLength={20}
        value={code}
        onChange={(value) => setCode(value.toUpperCase())}
        onEnter={open}
        error={wrong}
      />
      <SectionTitle>{copy.moreTitle}</SectionTitle>
      <Rows>
        {session.data?.account.role === 'volunteer' ? (
          <Row label={copy.volunteer} hint={copy.volunteerHint} onPress={() => go(routes.volunteerHome())} />
        ) : null}
        <Row label={copy.faqs} hint={copy.faqsHint} onPress={() => go(routes.faqs())} />
        <Row label={copy.letter} onPress={() => go(routes.openLetter())} />
        <Row label={copy.check} hint={copy.checkHint} onPress={() => go(routes.check())} />
        {session.data ? (
          <Row label={copy.me} hint={copy.meHint} onPress={() => go(routes.me())} />
        ) : (
          <Row label={copy.logIn} hint={copy.logInHint} onPress={() => go(routes.login())} />
        )}
      </Rows>
      <DemoGuideCard />
    </Page>
  );
}

function LastStairwell() {
  const stairwell = useStairwell(lastStairwellCode());
  const found = stairwell.data;
  if (!found) return null;
  return (
    <Rows label={copy.last}>
      <Row
        label={formatPlace(found.estateName, found.buildingName, found.name)}
        hint={copy.last}
        onPress={() => go(routes.stairwell(found.code))}
      />
    </Rows>
  );
}
