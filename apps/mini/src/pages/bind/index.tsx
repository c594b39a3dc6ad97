import { useRef, useState } from 'react';
import { formatPlace, formatRoom, type BindingState } from '@jiati/contracts';
import { ApiProblem, words } from '@/api/client';
import { useStairwell } from '@/api/content';
import { useBindHousehold } from '@/api/households';
import { useSession, useSlipLogin } from '@/api/session';
import { Skeleton, Page } from '@/components/kit';
import { PhoneLogin } from '@/components/phone-login';
import { bindCopy as copy } from '@/copy/bind';
import { useParameters } from '@/parameters';
import { newId } from '@/platform/device-id';
import { goBack, replace, routes } from '@/routes';
import { lastStairwellCode } from '@/state/stairwell';
import { Bound } from './bound';
import { bindSteps, stepAfter, stepBefore, type BindDraft, type BindStep } from './flow';
import { MatchScreen, NameScreen, PinScreen, RelationScreen, RoomScreen, StairwellScreen, WayScreen } from './screens';

/** Refusals that are about the slip's password: the person goes back to that question, not to the last one. */
const pinCodes = /pin|slip/;

/** Binding a household, one question a screen. */
export default function BindPage() {
  const parameters = useParameters();
  const code = parameters['code'] ?? lastStairwellCode() ?? '';
  const session = useSession();
  const bindingId = useRef(newId()).current;
  const [loggedInAtStart, setLoggedInAtStart] = useState<boolean | null>(null);
  const [draft, setDraft] = useState<BindDraft>({
    stairwellCode: code,
    way: null,
    roomNo: '',
    pin: '',
    relation: null,
    statedName: '',
  });
  const [step, setStep] = useState<BindStep>('way');
  const [done, setDone] = useState<BindingState | null>(null);
  const stairwell = useStairwell(draft.stairwellCode || null);
  const slip = useSlipLogin();
  const bind = useBindHousehold();

  if (session.data === undefined && !session.error) {
    return (
      <Page title={copy.wayTitle}>
        <Skeleton />
      </Page>
    );
  }
  // The list of screens must not change under the person's feet when the login in the middle succeeds.
  const loggedIn = loggedInAtStart ?? Boolean(session.data);
  const steps = bindSteps(draft.way, { hasCode: code !== '', loggedIn });
  const found = stairwell.data;
  const place = found ? formatPlace(found.estateName, found.buildingName, found.name) : undefined;
  const home = formatPlace(place, draft.roomNo ? formatRoom(draft.roomNo) : null);

  const back = () => {
    slip.reset();
    bind.reset();
    const before = stepBefore(step, steps);
    if (before) setStep(before === 'phone' && session.data ? 'way' : before);
    else goBack();
  };
  const save = (answer: Partial<BindDraft>) => {
    const next = { ...draft, ...answer };
    setDraft(next);
    slip.reset();
    bind.reset();
    // A corrected password is tried at once: the questions after it have been answered.
    if (step === 'pin' && next.relation && next.statedName) return submit(next);
    const following = stepAfter(step, bindSteps(next.way, { hasCode: code !== '', loggedIn }));
    if (following) setStep(following);
    else submit(next);
  };
  const onRefused = (error: unknown) => {
    if (error instanceof ApiProblem && pinCodes.test(error.code)) setStep('pin');
  };
  const submit = (answers: BindDraft) => {
    const { stairwellCode, roomNo, pin, relation, statedName, way } = answers;
    if (!relation || !way) return;
    if (way === 'slip' && !session.data) {
      slip.mutate(
        { stairwellCode, roomNo, pin, relation, statedName },
        { onSuccess: () => setDone('approved'), onError: onRefused },
      );
    } else {
      bind.mutate(
        {
          id: bindingId,
          stairwellCode,
          roomNo,
          relation,
          method: way,
          statedName,
          ...(way === 'slip' ? { pin } : {}),
        },
        { onSuccess: (binding) => setDone(binding.state), onError: onRefused },
      );
    }
  };

  const trouble = slip.error ?? bind.error;
  if (done) return <Bound state={done} home={home} stairwellCode={draft.stairwellCode} roomNo={draft.roomNo} />;
  const frame = { place: home || undefined, onBack: back };
  switch (step) {
    case 'way':
      return (
        <WayScreen
          {...frame}
          place={place}
          loggedIn={Boolean(session.data)}
          onLogin={() => replace(routes.login(code ? routes.stairwell(code) : undefined))}
          onAnswer={(way) => {
            setLoggedInAtStart(Boolean(session.data));
            setDraft({ ...draft, way });
            setStep(
              stepAfter('way', bindSteps(way, { hasCode: code !== '', loggedIn: Boolean(session.data) })) ?? 'way',
            );
          }}
        />
      );
    case 'phone':
      return <PhoneLogin place={place} onBack={back} onDone={() => save({})} />;
    case 'match':
      return (
        <MatchScreen
          {...frame}
          onAnswer={(match) => save({ stairwellCode: match.stairwellCode, roomNo: match.roomNo })}
          onOtherWay={() => setStep('way')}
        />
      );
    case 'stairwell':
      return (
        <StairwellScreen {...frame} value={draft.stairwellCode} onAnswer={(stairwellCode) => save({ stairwellCode })} />
      );
    case 'room':
      return <RoomScreen {...frame} value={draft.roomNo} onAnswer={(roomNo) => save({ roomNo })} />;
    case 'pin':
      return (
        <PinScreen
          {...frame}
          value={draft.pin}
          busy={slip.isPending || bind.isPending}
          trouble={trouble ? words(trouble) : null}
          onAnswer={(pin) => save({ pin })}
        />
      );
    case 'relation':
      return <RelationScreen {...frame} value={draft.relation} onAnswer={(relation) => save({ relation })} />;
    case 'name':
      return (
        <NameScreen
          {...frame}
          value={draft.statedName}
          busy={slip.isPending || bind.isPending}
          trouble={trouble ? words(trouble) : null}
          onAnswer={(statedName) => save({ statedName })}
          onOtherWay={() => {
            slip.reset();
            bind.reset();
            setStep('way');
          }}
        />
      );
  }
}
