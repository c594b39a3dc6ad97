import type { BindingMethod } from '@jiati/contracts';
import { PhoneLogin } from '@/components/phone-login';
import { bindCopy as copy } from '@/copy/bind';
import { evidenceCopy } from '@/copy/evidence';
import { DocumentScreen, NumberScreen, PhotoScreen } from './evidence-screens';
import type { BindDraft, BindStep } from './flow';
import { MatchScreen, NameScreen, PinScreen, RelationScreen, RoomScreen, StairwellScreen, WayScreen } from './screens';
import type { useSubmitBinding } from './use-submit-binding';

interface StepScreenProps {
  step: BindStep;
  draft: BindDraft;
  /** Estate, building and stairwell, once known. */
  place?: string;
  /** The same with the room. */
  home?: string;
  loggedIn: boolean;
  binding: ReturnType<typeof useSubmitBinding>;
  onBack: () => void;
  onAnswer: (answer: Partial<BindDraft>) => void;
  onWay: (way: BindingMethod) => void;
  onLogin: () => void;
  onOtherWay: () => void;
}

/** The screen of one step. */
export function StepScreen({ step, draft, place, home, loggedIn, binding, onAnswer: save, ...props }: StepScreenProps) {
  const frame = { place: home, onBack: props.onBack };
  switch (step) {
    case 'way':
      return <WayScreen {...frame} place={place} loggedIn={loggedIn} onLogin={props.onLogin} onAnswer={props.onWay} />;
    case 'phone':
      return <PhoneLogin place={place} onBack={frame.onBack} onDone={() => save({})} />;
    case 'match':
      return (
        <MatchScreen
          {...frame}
          onAnswer={(match) => save({ stairwellCode: match.stairwellCode, roomNo: match.roomNo })}
          onOtherWay={props.onOtherWay}
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
          busy={binding.busy}
          trouble={binding.trouble}
          onAnswer={(pin) => save({ pin })}
        />
      );
    case 'relation':
      return <RelationScreen {...frame} value={draft.relation} onAnswer={(relation) => save({ relation })} />;
    case 'document':
      return (
        <DocumentScreen
          {...frame}
          relation={draft.relation ?? 'owner'}
          value={draft.document}
          onAnswer={(document) => save({ document })}
        />
      );
    case 'number':
      return (
        <NumberScreen {...frame} value={draft.documentNumber} onAnswer={(documentNumber) => save({ documentNumber })} />
      );
    case 'photo':
      return (
        <PhotoScreen
          {...frame}
          document={draft.document && draft.document !== 'none' ? draft.document : 'other'}
          value={draft.photo}
          onAnswer={(photo) => save({ photo })}
        />
      );
    case 'name':
      return (
        <NameScreen
          {...frame}
          value={draft.statedName}
          submitWords={draft.way === 'office_check' ? evidenceCopy.submit : copy.submit}
          busy={binding.busy}
          trouble={binding.trouble}
          onAnswer={(statedName) => save({ statedName })}
          onOtherWay={props.onOtherWay}
        />
      );
  }
}
