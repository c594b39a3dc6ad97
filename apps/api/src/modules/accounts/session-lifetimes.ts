import type { Role } from '../../platform/access';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a session lives at most, and unused. */
export interface Lifetime {
  absolute: number;
  idle: number;
}

/** A phone is one's own, an office desk is shared; who reads everything or hands out rights has the least time. */
const DESK: Lifetime = { absolute: 12 * HOUR_MS, idle: 2 * HOUR_MS };
const KEYS: Lifetime = { absolute: 8 * HOUR_MS, idle: 30 * MINUTE_MS };
export const LIFETIME_MS: Record<Role, Lifetime> = {
  resident: { absolute: 90 * DAY_MS, idle: 30 * DAY_MS },
  volunteer: { absolute: 30 * DAY_MS, idle: 7 * DAY_MS },
  committee: DESK,
  officer: DESK,
  street: DESK,
  contractor: DESK,
  auditor: KEYS,
  operator: KEYS,
};

/** Between a right password and the second step. */
export const HALF_SIGNED_IN_MS = 10 * MINUTE_MS;

/** A password that was told to someone: whoever finds the note after that finds nothing. */
export const TEMPORARY_PASSWORD_MS = 72 * HOUR_MS;

/** A volunteer's device that sent nothing for this long is locked. */
export const DEVICE_LOCKS_AFTER_MS = 15 * MINUTE_MS;

/** Seen again within this time is not written down again: reading must not become writing. */
const SEEN_EVERY_MS = 5 * MINUTE_MS;

/**
 * Where a device locks itself, half a minute is exact enough: it locks after 14½ to 15 minutes without a request,
 * never later.
 */
const SEEN_EVERY_WITH_PIN_MS = MINUTE_MS / 2;

/** From which age on `last_seen_at` is written anew. */
export function seenEveryMs(hasDevicePin: boolean): number {
  return hasDevicePin ? SEEN_EVERY_WITH_PIN_MS : SEEN_EVERY_MS;
}
