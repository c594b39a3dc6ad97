import { useState } from 'react';
import { Box, Heading, Press, TextButton, Txt } from '@/components/kit';
import { doorPlace, nextReasons, volunteerCopy as copy } from '@/copy/volunteer';
import type { NextDoor } from '../next-doors';

const shownFirst = 4;

interface NextListProps {
  next: readonly NextDoor[];
  chosenId: string | null;
  onChoose: (householdId: string) => void;
}

/** Which door to go to next, and why. */
export function NextList({ next, chosenId, onChoose }: NextListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? next : next.slice(0, shownFirst);
  const now = new Date();
  return (
    <Box as="section" className="v-next" label={copy.nextTitle}>
      <Heading level={2} className="v-heading">
        {copy.nextTitle}
      </Heading>
      {next.length === 0 ? (
        <Txt as="p" className="v-quiet">
          {copy.nextEmpty}
        </Txt>
      ) : null}
      <Box as="ol" className="v-next-list">
        {shown.map(({ door, reason }) => (
          <Box as="li" key={door.householdId}>
            <Press
              className={`v-next-door ${door.householdId === chosenId ? 'is-chosen' : ''}`}
              onPress={() => onChoose(door.householdId)}
            >
              <Txt className="v-next-room">{doorPlace(door.floor, door.roomNo)}</Txt>
              <Txt className="v-next-reason">{nextReasons[reason](door.lastVisit?.revisitOn ?? '', now)}</Txt>
            </Press>
          </Box>
        ))}
      </Box>
      {next.length > shown.length ? (
        <TextButton onPress={() => setAll(true)}>{copy.nextMore(next.length - shown.length)}</TextButton>
      ) : null}
    </Box>
  );
}
