import { useEffect } from 'react';
import { formatPlace } from '@jiati/contracts';
import { useStairwell } from '@/api/content';
import { useMyHouseholds } from '@/api/households';
import { mayBeReminded } from '@/api/reminders';
import { useSession } from '@/api/session';
import type { MyHousehold, PublicStairwell } from '@/api/wire';
import { Button, Empty, FirstTextSizeQuestion, Notice, Page, Rows } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { ReminderRow } from '@/components/reminder-row';
import { common } from '@/copy/common';
import { householdCopy } from '@/copy/household';
import { stairwellCopy as copy, stairwellTitle } from '@/copy/stairwell';
import { useParameters } from '@/parameters';
import { codeFromScene } from '@/platform/scene';
import { go, replace, routes } from '@/routes';
import { rememberStairwell } from '@/state/stairwell';
import { CheckItYourself, Help, Questions, Stages } from './about';
import { Happening } from './happening';
import { homeToActFor, nextStep } from './next-step';

/** What the poster opens: everything about one stairwell, without logging in. */
export default function StairwellPage() {
  const parameters = useParameters();
  const code = parameters['code'] ?? codeFromScene(parameters);
  const stairwell = useStairwell(code ?? null);
  const session = useSession();
  const mine = useMyHouseholds(Boolean(session.data));
  const found = stairwell.data;

  useEffect(() => {
    if (found) rememberStairwell(found.code);
  }, [found]);

  if (!code) {
    return (
      <Page title={copy.unknownTitle}>
        <Empty title={copy.unknownWords} action={{ words: common.goHome, onPress: () => replace(routes.home()) }} />
      </Page>
    );
  }

  const home = found && homeToActFor(mine.data ?? [], found.code);
  const isVolunteer = session.data?.account.role === 'volunteer';
  const step = found && !isVolunteer ? nextStep(found, Boolean(session.data), home) : null;
  return (
    <Page
      place={found ? formatPlace(found.estateName, found.buildingName, found.name) : undefined}
      title={stairwell.error && !found ? copy.unknownTitle : stairwellTitle(found)}
      action={step ? <Button onPress={() => go(step.url)}>{step.words}</Button> : null}
    >
      <Loaded query={stairwell} otherwise={{ words: common.goHome, onPress: () => replace(routes.home()) }}>
        {(data: PublicStairwell) => (
          <>
            <FirstTextSizeQuestion />
            <Happening stairwell={data} />
            {home ? <BindingNotice household={home} /> : null}
            {home && mayBeReminded(home) ? (
              <Rows>
                <ReminderRow />
              </Rows>
            ) : null}
            <Questions code={data.code} />
            <Stages stage={data.stage} />
            <Help hotline={data.hotline} />
            <CheckItYourself round={data.round} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function BindingNotice({ household }: { household: MyHousehold }) {
  if (household.frozen) {
    return (
      <Notice kind="waiting" title={householdCopy.disputeTitle}>
        {householdCopy.disputeWords}
      </Notice>
    );
  }
  switch (household.bindingState) {
    case 'pending':
      return (
        <Notice kind="waiting" title={copy.pendingTitle}>
          {copy.pendingWords}
        </Notice>
      );
    case 'returned':
      return (
        <Notice kind="problem" title={copy.returnedTitle}>
          {copy.returnedWords}
        </Notice>
      );
    case 'expired':
      return (
        <Notice kind="waiting" title={householdCopy.expired.title}>
          {householdCopy.expired.words}
        </Notice>
      );
    default:
      return null;
  }
}
