import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import type { MyHousehold } from '@/api/wire';
import { Button, Empty, Notice, Page, Para } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { TextScreen } from '@/components/text-screen';
import { proxyCopy as copy } from '@/copy/proxy';
import { useParameters } from '@/parameters';
import { goBack, replace, routes } from '@/routes';
import { CheckScreen } from './check-screen';
import { blankProxyDraft, proxySteps, type ProxyDraft, type ProxyStep } from './flow';
import { DocumentScreen, HomeScreen, LetterScreen, ScopeScreen, TermScreen } from './screens';

/** Asking somebody to cast the household's ballot: one question a screen, the letter last. */
export default function GiveProxyPage() {
  return <SignedIn title={copy.give}>{() => <GiveProxy />}</SignedIn>;
}

function GiveProxy() {
  const homes = useMyHouseholds(true);
  const mine = homes.data?.filter(
    ({ bindingState, relation }) => bindingState === 'approved' && (relation === 'owner' || relation === 'co_owner'),
  );
  if (mine && mine.length > 0) return <Flow homes={mine} />;
  return (
    <Page title={copy.give}>
      <Loaded query={homes}>
        {() => (
          <Empty title={copy.onlyOwners} action={{ words: copy.toList, onPress: () => replace(routes.proxies()) }} />
        )}
      </Loaded>
    </Page>
  );
}

function Flow({ homes }: { homes: readonly MyHousehold[] }) {
  const asked = useParameters()['householdId'];
  const only = homes.length === 1 ? homes[0]!.householdId : null;
  const [draft, setDraft] = useState<ProxyDraft>({ ...blankProxyDraft, householdId: asked ?? only });
  const [step, setStep] = useState<ProxyStep>(homes.length > 1 && !asked ? 'home' : 'name');
  const [done, setDone] = useState(false);
  const home = homes.find((each) => each.householdId === draft.householdId);
  const place = home && formatPlace(home.buildingName, home.stairwellName, formatRoom(home.roomNo));
  const answer = (answered: Partial<ProxyDraft>) => {
    const next = { ...draft, ...answered };
    const nextHome = homes.find((each) => each.householdId === next.householdId);
    const steps = proxySteps(homes, nextHome);
    setDraft(next);
    setStep(steps[steps.indexOf(step) + 1] ?? 'check');
  };
  const back = () => {
    const steps = proxySteps(homes, home);
    const before = steps[steps.indexOf(step) - 1];
    if (before) setStep(before);
    else goBack();
  };
  const frame = { place, onBack: back };
  if (done) {
    return (
      <Page
        place={place}
        title={copy.doneTitle}
        step="done"
        onBack={() => replace(routes.proxies())}
        action={<Button onPress={() => replace(routes.proxies())}>{copy.toList}</Button>}
      >
        <Notice kind="waiting" title={copy.doneWords} />
      </Page>
    );
  }
  if (step === 'home' || !home) {
    return <HomeScreen {...frame} homes={homes} onAnswer={(householdId) => answer({ householdId })} />;
  }
  switch (step) {
    case 'name':
      return (
        <TextScreen
          {...frame}
          key="name"
          title={copy.nameTitle}
          label={copy.nameLabel}
          hint={copy.nameHint}
          maxLength={40}
          value={draft.proxyName}
          next={copy.next}
          check={(value) => (value ? null : copy.nameWrong)}
          onAnswer={(proxyName) => answer({ proxyName })}
        >
          <Para small>{copy.intro}</Para>
        </TextScreen>
      );
    case 'phone':
      return (
        <TextScreen
          {...frame}
          key="phone"
          title={copy.phoneTitle(draft.proxyName)}
          label={copy.phoneLabel}
          hint={copy.phoneHint}
          kind="phone"
          figures
          maxLength={13}
          value={draft.proxyPhone}
          next={copy.next}
          clean={(value) => value.replace(/\D/g, '').slice(0, 11)}
          check={(value) => (/^1\d{10}$/.test(value) ? null : copy.phoneWrong)}
          onAnswer={(proxyPhone) => answer({ proxyPhone })}
        />
      );
    case 'scope':
      return <ScopeScreen {...frame} home={home} value={draft.scope} onAnswer={(scope) => answer({ scope })} />;
    case 'term':
      return <TermScreen {...frame} home={home} draft={draft} onAnswer={(validUntilOn) => answer({ validUntilOn })} />;
    case 'document':
      return <DocumentScreen {...frame} draft={draft} onAnswer={answer} />;
    case 'letter':
      return <LetterScreen {...frame} home={home} value={draft.letter} onAnswer={(letter) => answer({ letter })} />;
    case 'check':
      return <CheckScreen {...frame} home={home} draft={draft} onDone={() => setDone(true)} />;
  }
}
