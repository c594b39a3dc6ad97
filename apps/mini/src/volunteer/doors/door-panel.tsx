import { useEffect, useRef, useState } from 'react';
import { stanceLabels, type VisitOutcome } from '@jiati/contracts';
import {
  Box,
  Button,
  Facts,
  Heading,
  NoteField,
  Notice,
  Para,
  PlainButton,
  Press,
  TextButton,
  Txt,
} from '@/components/kit';
import {
  doorPlace,
  doorStateWords,
  outcomeOrder,
  outcomeWords,
  tenureWords,
  visitedWords,
  visitOutcomeLabels,
  volunteerCopy as copy,
} from '@/copy/volunteer';
import { focusTitle } from '@/platform/page-chrome';
import { doorState } from '../door-state';
import { hasBallot, revisitDays } from '../next-doors';
import type { DoorWithPending } from '../pending';

interface DoorPanelProps {
  door: DoorWithPending;
  roundOpen: boolean;
  onRecord: (outcome: VisitOutcome, note: string, revisitOn: string | null) => void;
  onBallot: () => void;
  onWhyRefused: () => void;
  onClose: () => void;
}

/** A mind made up, but not a ballot yet. */
const saysAChoice: readonly VisitOutcome[] = ['for', 'against'];
/** Nobody comes again to a door that is the wrong one or stands empty. */
const endsTheMatter: readonly VisitOutcome[] = ['moved', 'wrong_door'];

/** The door one stands at: the outcome with one tap, then when to come again with another. */
export function DoorPanel({ door, roundOpen, onRecord, onBallot, onWhyRefused, onClose }: DoorPanelProps) {
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null);
  const mayVote = roundOpen && !door.frozen && !hasBallot(door);
  return (
    <Box as="section" className="v-door-panel" label={doorPlace(door.floor, door.roomNo)}>
      <Heading level={2} className="v-heading">
        {`${doorPlace(door.floor, door.roomNo)} · ${doorStateWords[doorState(door)].label}`}
      </Heading>
      {outcome === null ? (
        <>
          {door.refused > 0 ? (
            <Notice kind="problem" title={copy.doorRefused(door.refused)}>
              <PlainButton onPress={onWhyRefused}>{copy.whyRefused}</PlainButton>
            </Notice>
          ) : null}
          <Outcomes onChoose={setOutcome} />
          {mayVote ? (
            <PlainButton onPress={onBallot}>{copy.takeBallot}</PlainButton>
          ) : !roundOpen ? null : door.frozen ? (
            <Notice kind="waiting" title={copy.frozen} />
          ) : (
            <BallotWords door={door} />
          )}
          <DoorFacts door={door} />
          <TextButton onPress={onClose}>{copy.wholeHouse}</TextButton>
        </>
      ) : (
        <Revisit
          outcome={outcome}
          onDone={(note, on) => onRecord(outcome, note, on)}
          onBallot={mayVote ? onBallot : null}
          onBack={() => setOutcome(null)}
        />
      )}
    </Box>
  );
}

function Outcomes({ onChoose }: { onChoose: (outcome: VisitOutcome) => void }) {
  return (
    <Box className="v-outcomes">
      {outcomeOrder.map((outcome) => (
        <Press key={outcome} className="v-outcome" onPress={() => onChoose(outcome)}>
          <Txt decorative className="v-outcome-mark">
            {outcomeWords[outcome].mark}
          </Txt>
          <Txt>{outcomeWords[outcome].label}</Txt>
        </Press>
      ))}
    </Box>
  );
}

interface RevisitProps {
  outcome: VisitOutcome;
  onDone: (note: string, revisitOn: string | null) => void;
  /** Takes the ballot instead; null when none can be taken. */
  onBallot: (() => void) | null;
  onBack: () => void;
}

function Revisit({ outcome, onDone, onBallot, onBack }: RevisitProps) {
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was tapped is gone, and the focus with it.
  useEffect(() => focusTitle(heading), []);
  const days = revisitDays(new Date());
  const again = !endsTheMatter.includes(outcome);
  return (
    <>
      <Heading level={2} className="v-chosen-outcome" focusRef={heading}>
        {`${outcomeWords[outcome].mark} ${outcomeWords[outcome].label}`}
      </Heading>
      {onBallot && saysAChoice.includes(outcome) ? (
        <>
          <Para>{copy.onlySaid}</Para>
          <PlainButton onPress={onBallot}>{copy.takeBallot}</PlainButton>
        </>
      ) : null}
      {again ? (
        <>
          <Para>{copy.revisitTitle}</Para>
          <Box className="v-outcomes">
            <Press className="v-outcome" onPress={() => onDone(note, days.tonight)}>
              <Txt>{copy.tonight}</Txt>
            </Press>
            <Press className="v-outcome" onPress={() => onDone(note, days.tomorrow)}>
              <Txt>{copy.tomorrow}</Txt>
            </Press>
            <Press className="v-outcome" onPress={() => onDone(note, days.weekend)}>
              <Txt>{copy.weekend}</Txt>
            </Press>
            <Press className="v-outcome" onPress={() => onDone(note, null)}>
              <Txt>{copy.noRevisit}</Txt>
            </Press>
          </Box>
        </>
      ) : (
        <Button onPress={() => onDone(note, null)}>{copy.finish}</Button>
      )}
      <NoteField label={copy.note} value={note} onChange={setNote} maxLength={200} placeholder={copy.notePlaceholder} />
      <TextButton onPress={onBack}>{copy.otherOutcome}</TextButton>
    </>
  );
}

function BallotWords({ door }: { door: DoorWithPending }) {
  return <Para>{door.ballot?.state === 'awaiting_review' ? copy.ballotWaiting : copy.ballotDone}</Para>;
}

function DoorFacts({ door }: { door: DoorWithPending }) {
  const tenure = tenureWords[door.tenure];
  const visit = door.lastVisit;
  return (
    <>
      <Facts
        facts={[
          { name: copy.owner, value: tenure ? `${door.ownerName}（${tenure}）` : door.ownerName },
          {
            name: copy.lastVisit,
            value: visit
              ? `${visitOutcomeLabels[visit.outcome]}，${visitedWords(visit.visitedAt, new Date())}`
              : copy.neverVisited,
          },
          ...(door.interest ? [{ name: copy.stance, value: stanceLabels[door.interest.stance] }] : []),
        ]}
      />
      {visit?.note ? <Para small>{copy.noted(visit.note)}</Para> : null}
    </>
  );
}
