import type { Door, StairwellDoors } from '@/api/volunteer';
import { shanghaiDay } from '@/state/terms';

/** Why a door is next; the order of this list is the order of going. */
export const nextReasonOrder = ['revisit', 'returned', 'pivot', 'not_visited', 'not_home', 'considering'] as const;
export type NextReason = (typeof nextReasonOrder)[number];

export interface NextDoor {
  door: Door;
  reason: NextReason;
}

/** A ballot is in, counted or still being checked: nobody needs to come for it. */
export function hasBallot(door: Door): boolean {
  return door.ballot !== null && door.ballot.state !== 'returned';
}

/** With more doors still needed than this, every silent door is one of them and naming some would mislead. */
const fewDoors = 3;

/** The households that could decide: those of the smallest sets that would pass, while these are small. */
export function pivotHouseholds(pivot: StairwellDoors['pivotDoors']): ReadonlySet<string> {
  return new Set(pivot && pivot.size !== null && pivot.size <= fewDoors ? pivot.sets.flat() : []);
}

/**
 * The doors worth going to, the most worthwhile first; within a reason from the top floor down.
 *
 * @param pivot households whose agreement would decide, from the API
 * @param today YYYY-MM-DD in Shanghai
 */
export function nextDoors(doors: readonly Door[], pivot: ReadonlySet<string>, today: string): NextDoor[] {
  return doors
    .map((door) => ({ door, reason: reasonFor(door, pivot, today) }))
    .filter((next): next is NextDoor => next.reason !== null)
    .sort(
      (one, other) =>
        nextReasonOrder.indexOf(one.reason) - nextReasonOrder.indexOf(other.reason) ||
        (one.door.lastVisit?.revisitOn ?? '').localeCompare(other.door.lastVisit?.revisitOn ?? '') ||
        other.door.floor - one.door.floor ||
        one.door.roomNo.localeCompare(other.door.roomNo),
    );
}

function reasonFor(door: Door, pivot: ReadonlySet<string>, today: string): NextReason | null {
  if (hasBallot(door)) return null;
  if (door.ballot?.state === 'returned') return 'returned';
  const { lastVisit } = door;
  if (lastVisit?.revisitOn) return lastVisit.revisitOn <= today ? 'revisit' : null;
  // Who has moved, will not talk or does not live there is not asked again without a date.
  if (lastVisit && ['refused', 'moved', 'wrong_door', 'against'].includes(lastVisit.outcome)) return null;
  if (pivot.has(door.householdId)) return 'pivot';
  if (!lastVisit) return 'not_visited';
  if (lastVisit.outcome === 'not_home') return 'not_home';
  return lastVisit.outcome === 'considering' ? 'considering' : null;
}

/** The days a volunteer says: this evening, tomorrow, the coming Saturday. Each as YYYY-MM-DD in Shanghai. */
export function revisitDays(now: Date): { tonight: string; tomorrow: string; weekend: string } {
  const inDays = (days: number) => shanghaiDay(new Date(now.getTime() + days * 86_400_000));
  const weekday = new Date(`${shanghaiDay(now)}T00:00:00Z`).getUTCDay();
  const toSaturday = 6 - weekday;
  // On a Saturday the weekend still has its Sunday; on a Sunday the next one is meant.
  const untilWeekend = weekday === 6 ? 1 : toSaturday;
  return { tonight: inDays(0), tomorrow: inDays(1), weekend: inDays(untilWeekend) };
}
