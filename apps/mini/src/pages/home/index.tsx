import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import { useStairwell } from '@/api/content';
import { useSession } from '@/api/session';
import type { MyHousehold, PublicStairwell } from '@/api/wire';
import {
  Button,
  Field,
  FirstTextSizeQuestion,
  Fold,
  Page,
  Para,
  PlainButton,
  Row,
  Rows,
  SectionTitle,
} from '@/components/kit';
import { appName } from '@/copy/common';
import { homeCopy as copy } from '@/copy/home';
import { homeLine } from '@/copy/me';
import { go, routes } from '@/routes';
import { lastStairwellCode } from '@/state/stairwell';
import { DemoGuideCard } from './demo-guide';

/** The first page: one press to my home or to the stairwell seen last; who has neither types the code on the poster. */
export default function HomePage() {
  const session = useSession();
  const homes = useMyHouseholds(Boolean(session.data)).data ?? [];
  const last = useStairwell(lastStairwellCode()).data;
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const openTyped = () => {
    const wanted = code.trim().toUpperCase();
    setWrong(wanted ? null : copy.codeWrong);
    if (wanted) go(routes.stairwell(wanted));
  };
  const own = homes.filter(({ relation }) => relation !== 'proxy');
  const known = own[0]?.stairwellCode ?? last?.code;
  const field = (
    <Field
      label={known ? copy.otherLabel : copy.codeLabel}
      hint={copy.codeHint}
      kind="code"
      figures
      maxLength={20}
      value={code}
      onChange={(value) => setCode(value.toUpperCase())}
      onEnter={openTyped}
      error={wrong}
    />
  );
  const open = known ? () => go(routes.stairwell(known)) : openTyped;
  const openWords = own.length > 0 ? copy.openMine : known ? copy.openLast : copy.open;
  return (
    <Page
      first
      place={appName}
      title={copy.title}
      // Of several homes the person says which.
      action={own.length > 1 ? null : <Button onPress={open}>{openWords}</Button>}
    >
      {known ? null : <Para>{copy.intro}</Para>}
      <FirstTextSizeQuestion />
      {homes.length > 0 ? <Homes homes={homes} /> : last ? <LastStairwell stairwell={last} /> : null}
      {known ? null : field}
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
        {known ? (
          <Fold label={copy.other} hint={copy.otherHint}>
            {field}
            <PlainButton onPress={openTyped}>{copy.open}</PlainButton>
          </Fold>
        ) : null}
      </Rows>
      <DemoGuideCard />
    </Page>
  );
}

function Homes({ homes }: { homes: readonly MyHousehold[] }) {
  return (
    <>
      <SectionTitle>{copy.mineTitle}</SectionTitle>
      <Rows label={copy.mineTitle}>
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
  );
}

function LastStairwell({ stairwell }: { stairwell: PublicStairwell }) {
  return (
    <Rows label={copy.last}>
      <Row
        label={formatPlace(stairwell.estateName, stairwell.buildingName, stairwell.name)}
        hint={copy.last}
        onPress={() => go(routes.stairwell(stairwell.code))}
      />
    </Rows>
  );
}
