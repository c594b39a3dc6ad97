import type { Ledger } from './ballots.ts';
import type { House } from './house.ts';
import type { TortureSystem } from './system.ts';

/** How hard it is to be. */
export interface Sizes {
  /** Clients at once on one household, on one ballot, and at a close; also the doors of the two large stairwells. */
  clients: number;
  /** Neighbours who go on casting while something is killed, and the stairwells they live in. */
  loadClients: number;
  loadStairwells: number;
  apiKills: number;
  postgresKills: number;
  /** How long a shortage lasts after somebody has felt it. */
  shortageMs: number;
  /** Longer than this nobody waits for the system to come back. */
  mostRecoveryMs: number;
  /** Looks at the whole database after every scenario, not only at the end. */
  checksEach: boolean;
}

export const FULL: Sizes = {
  clients: 200,
  loadClients: 48,
  loadStairwells: 40,
  apiKills: 20,
  postgresKills: 10,
  shortageMs: 8_000,
  mostRecoveryMs: 15_000,
  checksEach: true,
};

/** For every `npm test`. */
export const SHORT: Sizes = {
  // Four times as many as the API has connections. More, on a machine that does much else, would wait too long for one.
  clients: 40,
  loadClients: 16,
  loadStairwells: 8,
  apiKills: 3,
  postgresKills: 2,
  shortageMs: 2_000,
  // Other suites run at the same time: that it comes back is the test, not how fast this machine is just now.
  mostRecoveryMs: 90_000,
  checksEach: false,
};

export interface Scene {
  system: TortureSystem;
  house: House;
  ledger: Ledger;
  sizes: Sizes;
}

/** Throws when something is not as it must be; else says what was seen. */
export type Scenario = (scene: Scene) => Promise<string>;

/** Throws with the words unless it holds. */
export function mustBe(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** `median 2.1 s, longest 3.4 s`; throws when one took too long. */
export function recoveryOf(times: readonly number[], { mostRecoveryMs }: Sizes): string {
  const sorted = [...times].sort((a, b) => a - b);
  const longest = sorted.at(-1) ?? 0;
  mustBe(longest <= mostRecoveryMs, `ready again only after ${seconds(longest)}`);
  return `ready again after ${seconds(sorted[Math.floor(sorted.length / 2)] ?? 0)} (median), ${seconds(longest)} (longest)`;
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
