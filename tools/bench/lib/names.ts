/** How the measurement's estate numbers its people, so that SQL and the load agree without asking each other. */

export const DOORS_PER_STAIRWELL = 12;

/** The session token of the household with this number; 0 is the officer. As long as a real one. */
export const tokenOf = (household: number): string => String(household).padStart(43, '0');

/** The poster code of a stairwell, counted from 1. */
export const codeOf = (stairwell: number): string => `S${stairwell}`;

/** Odd stairwells are asked through the API, even ones through the yardstick: each keeps its own projection right. */
export const SIDES = ['api', 'yardstick'] as const;
export type Side = (typeof SIDES)[number];
export const sideOf = (stairwell: number): Side => (stairwell % 2 === 1 ? 'api' : 'yardstick');

/** One door with what a request needs to name it. */
export interface Door {
  household: number;
  householdId: string;
  roundId: string;
  stairwell: number;
}
