import { Box, Press, Txt } from '@/components/kit';
import { formatRoom } from '@jiati/contracts';
import { dayWords, doorStateWords, volunteerCopy as copy } from '@/copy/volunteer';
import { doorState, doorTone } from '../door-state';
import { hasBallot } from '../next-doors';
import type { DoorWithPending } from '../pending';

interface HouseProps {
  doors: readonly DoorWithPending[];
  pivot: ReadonlySet<string>;
  /** The door to go to first. */
  firstId: string | null;
  chosenId: string | null;
  onChoose: (householdId: string) => void;
}

/** The stairwell as a section of the house: floors as rows, the top floor on top, each door a card. */
export function House({ doors, pivot, firstId, chosenId, onChoose }: HouseProps) {
  const floors = [...new Set(doors.map((door) => door.floor))].sort((one, other) => other - one);
  return (
    <Box as="section" className="v-house" label={copy.houseLabel}>
      <Box className="v-roof" decorative />
      <Box className="v-walls">
        {floors.map((floor) => (
          <Box key={floor} className="v-floor">
            <Txt className="v-floor-name">{copy.floor(floor)}</Txt>
            <Box className="v-floor-doors">
              {doors
                .filter((door) => door.floor === floor)
                .sort((one, other) => one.roomNo.localeCompare(other.roomNo))
                .map((door) => (
                  <DoorCard
                    key={door.householdId}
                    door={door}
                    tags={tagsOf(door, pivot, firstId)}
                    chosen={door.householdId === chosenId}
                    onPress={() => onChoose(door.householdId)}
                  />
                ))}
            </Box>
          </Box>
        ))}
      </Box>
      <Box className="v-ground">
        <Txt>{copy.entrance}</Txt>
      </Box>
    </Box>
  );
}

interface DoorCardProps {
  door: DoorWithPending;
  tags: readonly string[];
  chosen: boolean;
  onPress: () => void;
}

function DoorCard({ door, tags, chosen, onPress }: DoorCardProps) {
  const state = doorState(door);
  const { mark, label } = doorStateWords[state];
  return (
    <Press className={`v-door is-${doorTone(state)} ${chosen ? 'is-chosen' : ''}`} pressed={chosen} onPress={onPress}>
      <Box className="v-door-head">
        <Txt className="v-door-room">{formatRoom(door.roomNo)}</Txt>
        {tags.map((tag) => (
          <Txt key={tag} className="v-tag">
            {tag}
          </Txt>
        ))}
      </Box>
      <Box className="v-door-state">
        {mark ? (
          <Txt decorative className="v-door-mark">
            {mark}
          </Txt>
        ) : null}
        <Txt>{label}</Txt>
      </Box>
    </Press>
  );
}

function tagsOf(door: DoorWithPending, pivot: ReadonlySet<string>, firstId: string | null): string[] {
  const revisitOn = door.ballot ? null : door.lastVisit?.revisitOn;
  return [
    ...(door.householdId === firstId ? [copy.goFirst] : []),
    ...(pivot.has(door.householdId) && !hasBallot(door) ? [copy.pivot] : []),
    ...(revisitOn ? [copy.again(dayWords(revisitOn, new Date()))] : []),
    ...(door.unsent ? [copy.unsent] : []),
    ...(door.refused > 0 ? [copy.notAccepted] : []),
  ];
}
