import { useState } from 'react';
import { formatPlace, formatRoom } from '@jiati/contracts';
import { useSession } from '@/api/session';
import { ballotPath, useDoorBallotPaper, type CastBallotInput } from '@/api/volunteer';
import type { BallotPaper, Choice } from '@/api/wire';
import { Button, Empty, Notice } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { ballotLabel, volunteerCopy, witnessCopy as copy } from '@/copy/volunteer';
import { useParameters } from '@/parameters';
import { newId } from '@/platform/device-id';
import type { SignatureValue } from '@/platform/elements.types';
import { replace } from '@/routes';
import { chooseTextSize, useTextSize, type TextSize } from '@/state/text-size';
import { volunteerRoutes } from '../addresses';
import { LockPage } from '../lock/lock-page';
import { lockDevice } from '../lock/use-device-lock';
import { outboxOf } from '../outbox';
import { VolunteerPage } from '../volunteer-page';
import { TurnedPage } from './turned-page';
import { blankDraft, WitnessForm, type Witness, type WitnessDraft } from './witness-form';

type Stage =
  | { at: 'witness' }
  /**
   * `givingBack`: the resident hands the tablet over, and the volunteer is asked for the PIN. `ownSize`: the letters the
   * volunteer reads, whatever the resident chose.
   */
  | { at: 'turned'; witness: Witness; ownSize: TextSize; givingBack?: { done: boolean } }
  | { at: 'given_back' };

/** A ballot taken at the door: the volunteer says who signs, then the tablet belongs to the resident. */
export default function WitnessedBallotPage() {
  const { stairwellId = '', roundId = '', householdId = '' } = useParameters();
  const paper = useDoorBallotPaper(roundId, householdId);
  const account = useSession().data?.account;
  const { size } = useTextSize();
  const [stage, setStage] = useState<Stage>({ at: 'witness' });
  const [draft, setDraft] = useState<WitnessDraft>(blankDraft);
  /** From here on the tablet is the resident's: what is the volunteer's is behind the PIN. */
  const turn = (witness: Witness) => {
    if (account) lockDevice(account.id);
    setStage({ at: 'turned', witness, ownSize: size });
  };
  const toHouse = () => replace(volunteerRoutes.doors(stairwellId));
  const household = paper.data?.household;
  const place =
    household &&
    formatPlace(household.estateName, household.buildingName, household.stairwellName, formatRoom(household.roomNo));

  if (stage.at === 'turned' && paper.data && account) {
    const { givingBack, witness, ownSize } = stage;
    return (
      <>
        <Turned
          paper={paper.data}
          witness={witness}
          accountId={account.id}
          away={givingBack !== undefined}
          onGiveBack={(done) => setStage({ ...stage, givingBack: { done } })}
        />
        {givingBack ? (
          <LockPage
            account={account}
            handedBack
            onOpened={() => {
              if (size !== ownSize) chooseTextSize(ownSize);
              setStage({ at: givingBack.done ? 'given_back' : 'witness' });
            }}
            onBackToResident={givingBack.done ? undefined : () => setStage({ at: 'turned', witness, ownSize })}
          />
        ) : null}
      </>
    );
  }
  if (stage.at === 'given_back') {
    return (
      <VolunteerPage
        place={place}
        title={copy.backTitle}
        onBack={toHouse}
        action={<Button onPress={toHouse}>{copy.backToHouse}</Button>}
      >
        {() => <Notice kind="waiting" title={copy.backWords} />}
      </VolunteerPage>
    );
  }
  return (
    <VolunteerPage place={place} title={copy.title} onBack={toHouse}>
      {() => (
        <Loaded query={paper} otherwise={{ words: copy.backToHouse, onPress: toHouse }}>
          {(data) =>
            data.round.state === 'open' ? (
              <WitnessForm draft={draft} onChange={setDraft} onTurn={turn} />
            ) : (
              <Empty title={volunteerCopy.roundNotOpen} action={{ words: copy.backToHouse, onPress: toHouse }} />
            )
          }
        </Loaded>
      )}
    </VolunteerPage>
  );
}

interface TurnedProps {
  paper: BallotPaper;
  witness: Witness;
  accountId: string;
  away: boolean;
  onGiveBack: (done: boolean) => void;
}

/** Keeps the ballot on the device the moment the resident submits it; sending follows when the network allows. */
function Turned({ paper, witness, accountId, away, onGiveBack }: TurnedProps) {
  const [id] = useState(newId);
  const submit = (choice: Choice, signature: SignatureValue): boolean => {
    const outbox = outboxOf(accountId);
    const now = new Date();
    const body: CastBallotInput = {
      id,
      householdId: paper.household.householdId,
      choice,
      channel: 'home_visit',
      castAt: now.toISOString(),
      signature,
      ...witness,
    };
    const kept = outbox.keep({
      id,
      kind: 'ballot',
      householdId: body.householdId,
      label: ballotLabel(paper.household.roomNo),
      path: ballotPath(paper.round.id),
      body,
      recordedAtMs: now.getTime(),
      heldUntilMs: 0,
      refusal: null,
    });
    if (kept) void outbox.flush();
    return kept;
  };
  return (
    <TurnedPage paper={paper} signerName={witness.signerName} away={away} onSubmit={submit} onGivenBack={onGiveBack} />
  );
}
