/** How the measurement's town numbers everything, so that SQL and the load agree without asking each other. */

export const DOORS_PER_STAIRWELL = 14;
export const STAIRWELLS_PER_BUILDING = 5;
export const STAIRWELLS_PER_ESTATE = 250;
export const ESTATES_PER_NEIGHBOURHOOD = 5;
export const ESTATES_PER_TOWN = 50;

const KINDS = [
  ...(['account', 'session', 'estate', 'building', 'stairwell', 'household', 'owner', 'binding', 'round'] as const),
] as const;
type Kind = (typeof KINDS)[number];

/** The id of the thing with this number, counted from 1. */
export function idOf(kind: Kind, number: number): string {
  const place = (KINDS.indexOf(kind) + 1).toString(16).padStart(8, '0');
  return `${place}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The same in SQL. */
export const idSql = (kind: Kind, number: string): string =>
  `('${idOf(kind, 0).slice(0, -12)}' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;

/** Staff come before the doors. */
export const STAFF = { officer: 1, street: 2 } as const;
const FIRST_DOOR = 100;

/** The number of a household's account and session. */
export const accountOf = (household: number): number => FIRST_DOOR + household;
export const accountSql = (household: string): string => `${FIRST_DOOR} + ${household}`;

/** The session token of an account. As long as a real one. */
export const tokenOf = (account: number): string => String(account).padStart(43, '0');

/** The poster code of a stairwell, counted from 1. */
export const codeOf = (stairwell: number): string => `S${stairwell}`;

/** Odd stairwells are asked through the API, even ones through the others. */
export const SIDES = ['api', 'yardstick'] as const;
export type Side = (typeof SIDES)[number];

/** One door with what a request needs to name it. */
export interface Door {
  account: number;
  householdId: string;
  roundId: string;
  stairwell: number;
}

/** The door with this place (from 1) of a stairwell. */
export function doorOf(stairwell: number, place: number): Door {
  const household = (stairwell - 1) * DOORS_PER_STAIRWELL + place;
  return {
    account: accountOf(household),
    householdId: idOf('household', household),
    roundId: idOf('round', stairwell),
    stairwell,
  };
}
