import { useRef } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { words } from '@/api/client';
import { useGiveProxy } from '@/api/proxies';
import type { MyHousehold } from '@/api/wire';
import { Button, Facts, Page, Picture, Trouble } from '@/components/kit';
import { proxyCopy as copy } from '@/copy/proxy';
import { phoneGroups } from '@/copy/login';
import { newId } from '@/platform/device-id';
import { shanghaiDay } from '@/state/terms';
import type { ProxyDraft } from './flow';

interface CheckProps {
  place?: string;
  onBack: () => void;
  home: MyHousehold;
  draft: ProxyDraft;
  onDone: () => void;
}

/** Everything once more before it is sent; the id is made once, so that sending twice asks once. */
export function CheckScreen({ home, draft, onDone, ...frame }: CheckProps) {
  const id = useRef(newId()).current;
  const give = useGiveProxy();
  const { letter, validUntilOn, proxyName, proxyPhone, documentKind, documentNumber } = draft;
  const round = draft.scope === 'round' ? home.round : null;
  if (!letter || !validUntilOn) return null;
  const submit = () =>
    give.mutate(
      {
        id,
        householdId: home.householdId,
        roundId: round?.id ?? null,
        proxyName,
        proxyPhone,
        documentKind,
        documentNumber,
        letterPhotoBase64: letter.jpegBase64,
        validFromOn: shanghaiDay(new Date()),
        validUntilOn,
      },
      { onSuccess: onDone },
    );
  return (
    <Page
      {...frame}
      title={copy.checkTitle}
      step="check"
      action={
        <Button onPress={submit} busyWords={give.isPending && copy.submitting}>
          {copy.submit}
        </Button>
      }
    >
      <Trouble words={give.error && words(give.error)} />
      <Facts
        facts={[
          { name: copy.facts.who, value: `${proxyName} ${phoneGroups(proxyPhone)}` },
          {
            name: copy.facts.home,
            value: formatPlace(home.estateName, home.buildingName, home.stairwellName, formatRoom(home.roomNo)),
          },
          { name: copy.facts.what, value: round?.title ?? copy.everyRound },
          { name: copy.facts.term, value: copy.termUntil(validUntilOn) },
          { name: copy.facts.document, value: documentNumber },
        ]}
      />
      <Picture source={letter.preview} description={copy.letterTitle} className="photo" />
    </Page>
  );
}
