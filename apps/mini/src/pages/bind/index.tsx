import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { useStairwell } from '@/api/content';
import { useSession } from '@/api/session';
import { Skeleton, Page } from '@/components/kit';
import { bindCopy as copy } from '@/copy/bind';
import { useParameters } from '@/parameters';
import { goBack, replace, routes } from '@/routes';
import { lastStairwellCode } from '@/state/stairwell';
import { Bound } from './bound';
import { bindSteps, stepAfter, stepBefore, type BindDraft, type BindStep } from './flow';
import { useKeptDraft } from './kept-draft';
import { StepScreen } from './step-screen';
import { useSubmitBinding } from './use-submit-binding';

/** Without a poster's code the place is unknown until it has been asked. */
const beforePlace: readonly BindStep[] = ['way', 'phone', 'match', 'stairwell'];

/** Binding a household, one question a screen. */
export default function BindPage() {
  const parameters = useParameters();
  const code = parameters['code'] ?? '';
  const session = useSession();
  const [loggedInAtStart, setLoggedInAtStart] = useState<boolean | null>(null);
  const [draft, setDraft] = useKeptDraft(code || lastStairwellCode() || '');
  const [step, setStep] = useState<BindStep>('way');
  const stairwell = useStairwell(draft.stairwellCode || null);
  const binding = useSubmitBinding(Boolean(session.data), () => setStep('pin'));

  if (session.data === undefined && !session.error) {
    return (
      <Page title={copy.wayTitle}>
        <Skeleton />
      </Page>
    );
  }
  // The list of screens must not change under the person's feet when the login in the middle succeeds.
  const loggedIn = loggedInAtStart ?? Boolean(session.data);
  const context = { hasCode: code !== '', loggedIn };
  const steps = bindSteps(draft.way, { ...context, document: draft.document });
  const found = stairwell.data;
  const placeKnown = code !== '' || !beforePlace.includes(step);
  const place = found && placeKnown ? formatPlace(found.estateName, found.buildingName, found.name) : undefined;
  const home = formatPlace(place, draft.roomNo ? formatRoom(draft.roomNo) : null);

  const back = () => {
    binding.reset();
    const before = stepBefore(step, steps);
    if (before) setStep(before === 'phone' && session.data ? 'way' : before);
    else goBack();
  };
  const save = (answer: Partial<BindDraft>) => {
    const next = { ...draft, ...answer };
    setDraft(next);
    binding.reset();
    // A corrected password is tried at once: the questions after it have been answered.
    if (step === 'pin' && next.relation && next.statedName) return binding.submit(next);
    const following = stepAfter(step, bindSteps(next.way, { ...context, document: next.document }));
    if (following) setStep(following);
    else binding.submit(next);
  };
  if (binding.done) {
    return <Bound state={binding.done} home={home} stairwellCode={draft.stairwellCode} roomNo={draft.roomNo} />;
  }
  return (
    <StepScreen
      step={step}
      draft={draft}
      place={place}
      home={home || undefined}
      loggedIn={Boolean(session.data)}
      binding={binding}
      onBack={back}
      onAnswer={save}
      onWay={(way) => {
        setLoggedInAtStart(Boolean(session.data));
        setDraft({ ...draft, way });
        setStep(stepAfter('way', bindSteps(way, { ...context, loggedIn: Boolean(session.data) })) ?? 'way');
      }}
      onLogin={() => replace(routes.login(code ? routes.stairwell(code) : undefined))}
      onOtherWay={() => {
        binding.reset();
        setStep('way');
      }}
    />
  );
}
