import type { VisitOutcome } from '@jiati/contracts';
import type { Door } from '@/api/volunteer';

/** How a door stands, for its card: one word and mark each, and a tone that only repeats them. */
export type DoorState = 'ballot_in' | 'ballot_checking' | 'ballot_returned' | 'not_visited' | VisitOutcome;
export type DoorTone = 'done' | 'checking' | 'problem' | 'talked' | 'again' | 'open';

const tones: Record<DoorState, DoorTone> = {
  ballot_in: 'done',
  ballot_checking: 'checking',
  ballot_returned: 'problem',
  not_visited: 'open',
  not_home: 'again',
  considering: 'again',
  for: 'talked',
  against: 'talked',
  refused: 'talked',
  moved: 'problem',
  wrong_door: 'problem',
};

export function doorState(door: Door): DoorState {
  if (door.ballot?.state === 'returned') return 'ballot_returned';
  if (door.ballot) return door.ballot.state === 'awaiting_review' ? 'ballot_checking' : 'ballot_in';
  return door.lastVisit?.outcome ?? 'not_visited';
}

export const doorTone = (state: DoorState): DoorTone => tones[state];
