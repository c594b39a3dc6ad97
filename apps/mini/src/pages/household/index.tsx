import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import type { MyHousehold } from '@/api/wire';
import { Empty, Page, Row, Rows, SectionTitle } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { householdCopy as copy } from '@/copy/household';
import { homeLine } from '@/copy/me';
import { useParameters } from '@/parameters';
import { replace, routes } from '@/routes';
import { lastHouseholdId, rememberHousehold } from '@/state/household';
import { EndBinding } from './end-binding';
import { People } from './people';
import { Standing } from './standing';
import { WhatICanDo } from './what-i-can-do';

/** My household: what I am to it, who else is bound, what I can do, and the way out. */
export default function HouseholdPage() {
  return <SignedIn title={copy.titleUnknown}>{() => <Household />}</SignedIn>;
}

function Household() {
  const { householdId } = useParameters();
  const homes = useMyHouseholds(true);
  const [chosen, setChosen] = useState(householdId ?? lastHouseholdId());
  const [ending, setEnding] = useState<MyHousehold | null>(null);
  const home = homes.data?.find((each) => each.householdId === chosen) ?? (householdId ? undefined : homes.data?.[0]);
  if (ending) return <EndBinding home={ending} onBack={() => setEnding(null)} />;
  if (!home) {
    return (
      <Page title={copy.titleUnknown}>
        <Loaded query={homes}>
          {() => (
            <Empty title={copy.missing} action={{ words: copy.toMe, onPress: () => replace(routes.me()) }}>
              {copy.missingWords}
            </Empty>
          )}
        </Loaded>
      </Page>
    );
  }
  const choose = (id: string) => {
    rememberHousehold(id);
    setChosen(id);
  };
  return (
    <Page
      step={home.householdId}
      place={formatPlace(home.estateName, home.buildingName, home.stairwellName)}
      title={home.relation === 'proxy' ? copy.titleEntrusted(home.roomNo) : copy.title(home.roomNo)}
    >
      <Standing home={home} />
      {home.bindingState === 'approved' && home.relation !== 'proxy' ? <People home={home} /> : null}
      <WhatICanDo home={home} onEnd={() => setEnding(home)} />
      <OtherHomes homes={homes.data ?? []} current={home} onChoose={choose} />
    </Page>
  );
}

interface OtherHomesProps {
  homes: readonly MyHousehold[];
  current: MyHousehold;
  onChoose: (householdId: string) => void;
}

function OtherHomes({ homes, current, onChoose }: OtherHomesProps) {
  const others = homes.filter((home) => home.householdId !== current.householdId);
  if (others.length === 0) return null;
  return (
    <>
      <SectionTitle>{copy.switchTitle}</SectionTitle>
      <Rows label={copy.switchTitle}>
        {others.map((home) => (
          <Row
            key={home.bindingId}
            label={formatPlace(formatRoom(home.roomNo), home.buildingName, home.stairwellName)}
            hint={homeLine(home)}
            onPress={() => onChoose(home.householdId)}
          />
        ))}
      </Rows>
    </>
  );
}
