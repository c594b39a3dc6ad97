import { useEffect, useMemo, useState } from 'react';
import { formatPlace } from '@jiati/contracts';
import { useDoors, usePrefetchBallotPapers, type StairwellDoors } from '@/api/volunteer';
import { Box, Notice, Press, Txt } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { volunteerCopy as copy } from '@/copy/volunteer';
import { useParameters } from '@/parameters';
import { go, replace } from '@/routes';
import { shanghaiDay } from '@/state/terms';
import { volunteerRoutes } from '../addresses';
import { hasBallot, nextDoors, pivotHouseholds } from '../next-doors';
import { useOutbox } from '../outbox';
import { withPending } from '../pending';
import { StaleNotice } from '../stale-notice';
import { VolunteerPage } from '../volunteer-page';
import { Distance } from './distance';
import { DoorPanel } from './door-panel';
import { House } from './house';
import { NextList } from './next-list';
import { useVisitRecorder } from './use-visit-recorder';
import './house.css';
import './door.css';
import './layout.css';

/** One stairwell as a section of the house: where to go next, every door, and the door one stands at. */
export default function DoorsPage() {
  const stairwellId = useParameters()['stairwellId'] ?? '';
  const query = useDoors(stairwellId);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = query.data?.doors.find((door) => door.householdId === chosenId);
  const { stairwell, doors } = query.data ?? {};
  const title = chosen
    ? copy.outcomeTitle(chosen.roomNo)
    : doors
      ? copy.doorsTitle(doors.filter((door) => !hasBallot(door)).length)
      : copy.houseTitle;
  return (
    <VolunteerPage
      step={chosenId ?? ''}
      place={
        stairwell && !chosen ? formatPlace(stairwell.estateName, stairwell.buildingName, stairwell.name) : undefined
      }
      title={title}
      onBack={chosen ? () => setChosenId(null) : () => replace(volunteerRoutes.stairwells())}
    >
      {(account) => (
        <Loaded
          query={query}
          otherwise={{ words: copy.stairwellsTitle, onPress: () => replace(volunteerRoutes.stairwells()) }}
        >
          {(data) => (
            <>
              <StaleNotice query={query} />
              <Stairwell accountId={account.id} data={data} chosenId={chosenId} onChoose={setChosenId} />
            </>
          )}
        </Loaded>
      )}
    </VolunteerPage>
  );
}

interface StairwellProps {
  accountId: string;
  data: StairwellDoors;
  chosenId: string | null;
  onChoose: (householdId: string | null) => void;
}

function Stairwell({ accountId, data, chosenId, onChoose }: StairwellProps) {
  const { ledger } = useOutbox(accountId);
  const prefetchPapers = usePrefetchBallotPapers();
  const recorder = useVisitRecorder(accountId);
  const doors = useMemo(() => withPending(data.doors, ledger.records), [data.doors, ledger.records]);
  const pivot = useMemo(() => pivotHouseholds(data.pivotDoors), [data.pivotDoors]);
  const next = nextDoors(doors, pivot, shanghaiDay(new Date()));
  const chosen = doors.find((door) => door.householdId === chosenId) ?? null;
  const openRoundId = data.round?.state === 'open' ? data.round.id : null;

  useEffect(() => {
    if (!openRoundId) return;
    const wanted = data.doors.filter((door) => !hasBallot(door) && !door.frozen).map((door) => door.householdId);
    void prefetchPapers(openRoundId, chosenId ? [chosenId, ...wanted] : wanted);
  }, [chosenId, openRoundId, data.doors, prefetchPapers]);

  return (
    <>
      <RecordedBar recorder={recorder} />
      <Box className={`v-layout ${chosen ? 'has-door' : ''}`}>
        <Box className="v-side">
          <NextList next={next} chosenId={chosenId} onChoose={onChoose} />
          {data.decision ? <Distance decision={data.decision} pivot={data.pivotDoors} doors={data.doors} /> : null}
        </Box>
        <House
          doors={doors}
          pivot={pivot}
          firstId={next[0]?.door.householdId ?? null}
          chosenId={chosenId}
          onChoose={onChoose}
        />
        <Box className="v-panel">
          {chosen ? (
            <DoorPanel
              key={chosen.householdId}
              door={chosen}
              roundOpen={openRoundId !== null}
              onRecord={(outcome, note, revisitOn) => {
                if (recorder.record(chosen, outcome, note, revisitOn)) onChoose(null);
              }}
              onBallot={() =>
                openRoundId && go(volunteerRoutes.ballot(data.stairwell.id, openRoundId, chosen.householdId))
              }
              onWhyRefused={() => go(volunteerRoutes.ledger())}
              onClose={() => onChoose(null)}
            />
          ) : (
            <Box className="v-hint">
              <Txt as="p" className="strong">
                {copy.chooseDoor}
              </Txt>
              <Txt as="p" className="v-quiet">
                {copy.chooseDoorWords}
              </Txt>
            </Box>
          )}
        </Box>
      </Box>
    </>
  );
}

/** What was just written down, with a few seconds to take it back. */
function RecordedBar({ recorder }: { recorder: ReturnType<typeof useVisitRecorder> }) {
  const { recorded, full, undone } = recorder;
  return (
    <Box live="polite">
      {full ? (
        <Notice kind="problem" title={copy.notStored}>
          {copy.notStoredWords}
        </Notice>
      ) : recorded ? (
        <Box className="v-recorded">
          <Txt>{recorded.words}</Txt>
          <Press className="v-undo" onPress={recorder.undo}>
            <Txt>{copy.undo}</Txt>
          </Press>
        </Box>
      ) : undone ? (
        <Box className="v-recorded">
          <Txt>{undone === 'undone' ? copy.undone : copy.tooLate}</Txt>
        </Box>
      ) : null}
    </Box>
  );
}
