import type { ReminderPlan, UnreachedDoor, UnreachedReason } from '@jiati/contracts';

/**
 * What can be done now: `ask` for reminders, or why not. Nobody is silent; the round has used up its reminders; it rests
 * after the last ones; whoever can be reached was reminded lately; nobody can be reached by a message.
 */
export type ReminderStanding = 'ask' | 'nobody_silent' | 'used_up' | 'resting' | 'all_lately' | 'nobody_reached';

/** The first thing that stands in the way, by what lasts longest. The API has the last word. */
export function standingOf(plan: ReminderPlan, now: Date): ReminderStanding {
  if (plan.silentDoors === 0) return 'nobody_silent';
  if (plan.asksLeft === 0) return 'used_up';
  if (plan.mayAskFrom !== null && now < new Date(plan.mayAskFrom)) return 'resting';
  if (messagesOf(plan) > 0) return 'ask';
  return doorsOf(plan.unreached).toVisit.length === 0 ? 'all_lately' : 'nobody_reached';
}

/** How many messages would go out. */
export const messagesOf = ({ sms, weapp }: ReminderPlan): number => sms + weapp;

/** The doors somebody has to go to or ring up, and those that had a message lately and are left in peace. */
export function doorsOf(unreached: readonly UnreachedDoor[]): { toVisit: UnreachedDoor[]; lately: UnreachedDoor[] } {
  return {
    toVisit: unreached.filter((door) => door.reason !== 'reminded_lately'),
    lately: unreached.filter((door) => door.reason === 'reminded_lately'),
  };
}

/** Doors by their stairwell, in the order in which they came. */
export function byPlace(doors: readonly UnreachedDoor[]): { place: string; doors: UnreachedDoor[] }[] {
  const groups = new Map<string, UnreachedDoor[]>();
  for (const door of doors) {
    const within = groups.get(door.place);
    if (within) within.push(door);
    else groups.set(door.place, [door]);
  }
  return [...groups].map(([place, within]) => ({ place, doors: within }));
}

/** How many doors each reason holds, the most frequent first. */
export function countsByReason(doors: readonly UnreachedDoor[]): [reason: UnreachedReason, count: number][] {
  const counts = new Map<UnreachedReason, number>();
  for (const { reason } of doors) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
