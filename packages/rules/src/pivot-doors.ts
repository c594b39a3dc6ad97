import { Problems } from './check-input.ts';
import { decide } from './decision.ts';
import type { Entitlement } from './electorate.ts';
import { ok, refuse, type Result } from './result.ts';
import type { Basis, Ruleset } from './ruleset.ts';
import { answerOf, headsWithChoices, tally, type CountedBallot } from './tally.ts';

/** The smallest set of silent doors whose agreement would pass the motion (关键户). */
export interface PivotDoors {
  /**
   * `passes_already`: no door is needed. `reachable`: `size` doors are enough and fewer are not.
   * `out_of_reach`: not even all silent doors together. `area_unknown`: only the heads can be said; see `exact`.
   */
  reach: 'passes_already' | 'reachable' | 'out_of_reach' | 'area_unknown';
  /** How many doors; `null` when out of reach. */
  size: number | null;
  /** `false`: at least this many; a missing area keeps the exact number from being known. */
  exact: boolean;
  /** Sets of household ids, each of `size` doors and each enough by itself; within a set in the order of the electorate. */
  sets: string[][];
  /** Whether `sets` holds every smallest set, or stopped at `maxSets`. */
  allListed: boolean;
}

interface Door {
  householdId: string;
  areaDm2: number;
  /** The head this door would add, or `null` when its owner has agreed already and is counted. */
  newHead: string | null;
  position: number;
}

interface Need {
  heads: number;
  areaDm2: number;
}

/**
 * Finds the doors that make the difference. Exact for any number of doors, by heads and area together:
 *
 * Every gate, at the present count, asks for so many further heads and so much further area of agreement (`furtherFor`), so
 * the question is: how few doors bring H new heads and A dm²? Among the choices of k doors that touch at least H new heads
 * the one of greatest area is found by taking doors from the largest down and passing over those that would leave too few
 * places for new heads. (Such choices are the bases of a matroid, where taking the best first is exact.) The least k whose
 * greatest area reaches A is the answer. The sets themselves are listed by trying each door in or out and asking the same
 * question of the rest, so no branch is entered that leads nowhere.
 *
 * A silent door whose owner has already said otherwise for another household is no pivot: his agreement would contradict him.
 *
 * @param options.maxSets how many equally small sets to list, 1 … 1,000; 20 unless told
 */
export function pivotDoors(
  ruleset: Ruleset,
  electorate: readonly Entitlement[],
  ballots: readonly CountedBallot[],
  options: { maxSets?: number } = {},
): Result<PivotDoors> {
  const { maxSets = 20 } = options;
  const problems = new Problems();
  if (!problems.integer(maxSets, 'maxSets', 1, 1000)) return refuse(...problems.list);
  const counted = tally(electorate, ballots);
  if (!counted.ok) return counted;
  const decided = decide(ruleset, counted.value, { phase: 'open' });
  if (!decided.ok) return decided;

  const { checks } = decided.value;
  const needed = (basis: Basis): number =>
    checks
      .filter((check) => check.basis === basis && check.met !== null)
      .reduce((most, { furtherFor }) => Math.max(most, furtherFor ?? Infinity), 0);
  const need = { heads: needed('headcount'), areaDm2: needed('exclusive_area') };
  const doors = silentDoors(electorate, ballots);
  const size = leastSize(doors, need);
  if (size === null) return ok({ reach: 'out_of_reach', size, exact: true, sets: [], allListed: true });
  if (checks.some(({ met }) => met === null)) {
    return ok({ reach: 'area_unknown', size, exact: false, sets: [], allListed: false });
  }
  if (size === 0) return ok({ reach: 'passes_already', size, exact: true, sets: [], allListed: true });
  const sets = smallestSets(doors, size, need, maxSets + 1);
  return ok({
    reach: 'reachable',
    size,
    exact: true,
    sets: sets.slice(0, maxSets),
    allListed: sets.length <= maxSets,
  });
}

/** The silent doors that may agree without contradicting their owner, largest first. */
function silentDoors(electorate: readonly Entitlement[], ballots: readonly CountedBallot[]): Door[] {
  const position = new Map(electorate.map(({ householdId }, i) => [householdId, i]));
  return headsWithChoices(electorate, ballots)
    .flatMap((head) => {
      const answer = answerOf(head);
      if (answer !== 'silent' && answer !== 'for') return [];
      return head.households
        .filter((household) => household.choices.length === 0)
        .map(({ entitlement: { householdId, areaDm2 } }) => ({
          householdId,
          areaDm2: areaDm2 ?? 0,
          newHead: answer === 'silent' ? head.headKey : null,
          position: position.get(householdId) as number,
        }));
    })
    .sort((a, b) => b.areaDm2 - a.areaDm2 || a.position - b.position);
}

function leastSize(doors: readonly Door[], need: Need): number | null {
  for (let size = need.heads; size <= doors.length; size += 1) {
    if (enough(doors, 0, size, need, new Set())) return size;
  }
  return null;
}

/**
 * Whether `places` doors from `doors[from…]` can bring what is needed, some heads being counted already: fills the places
 * from the largest door down, keeping back a place for every head that is still needed.
 */
function enough(
  doors: readonly Door[],
  from: number,
  places: number,
  need: Need,
  counted: ReadonlySet<string>,
): boolean {
  let headsLeft = need.heads;
  let areaLeft = need.areaDm2;
  let spare = places - headsLeft;
  if (spare < 0) return false;
  const touched = new Set<string>();
  for (let i = from; i < doors.length && (headsLeft > 0 || areaLeft > 0); i += 1) {
    const { newHead, areaDm2 } = doors[i] as Door;
    const isNew = newHead !== null && !counted.has(newHead) && !touched.has(newHead);
    if (isNew && headsLeft > 0) headsLeft -= 1;
    else if (spare > 0) spare -= 1;
    else continue;
    if (isNew) touched.add(newHead);
    areaLeft -= areaDm2;
  }
  return headsLeft === 0 && areaLeft <= 0;
}

function smallestSets(doors: readonly Door[], size: number, need: Need, most: number): string[][] {
  const sets: string[][] = [];
  const chosen: Door[] = [];
  const counted = new Set<string>();
  const visit = (from: number, left: Need): void => {
    if (sets.length === most) return;
    if (chosen.length === size) {
      sets.push([...chosen].sort((a, b) => a.position - b.position).map(({ householdId }) => householdId));
      return;
    }
    const door = doors[from] as Door;
    const places = size - chosen.length;
    const isNew = door.newHead !== null && !counted.has(door.newHead);
    const after = { heads: Math.max(0, left.heads - (isNew ? 1 : 0)), areaDm2: left.areaDm2 - door.areaDm2 };
    if (isNew) counted.add(door.newHead as string);
    if (enough(doors, from + 1, places - 1, after, counted)) {
      chosen.push(door);
      visit(from + 1, after);
      chosen.pop();
    }
    if (isNew) counted.delete(door.newHead as string);
    if (enough(doors, from + 1, places, left, counted)) visit(from + 1, left);
  };
  visit(0, need);
  return sets;
}
