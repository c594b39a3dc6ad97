import type { Door, StairwellDoors } from '@/api/volunteer';
import type { Decision } from '@/api/wire';
import { Box, Facts, Heading, Txt } from '@/components/kit';
import { distances, pivotWords, volunteerCopy as copy } from '@/copy/volunteer';

interface DistanceProps {
  decision: Decision;
  pivot: StairwellDoors['pivotDoors'];
  doors: readonly Door[];
}

/** How far each gate is, in words, and the doors that would decide. Nobody's choice can be read from it. */
export function Distance({ decision, pivot, doors }: DistanceProps) {
  const smallest = pivot?.sets[0] ?? [];
  const rooms = doors.filter((door) => smallest.includes(door.householdId)).map((door) => door.roomNo);
  return (
    <Box as="section" className="v-distance" label={copy.distanceTitle}>
      <Heading level={2} className="v-heading">
        {copy.distanceTitle}
      </Heading>
      <Facts facts={distances(decision)} />
      {pivot ? (
        <Txt as="p" className="v-pivot">
          {pivotWords(pivot, rooms)}
        </Txt>
      ) : null}
    </Box>
  );
}
