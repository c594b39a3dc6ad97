import { keepLockRecord, keepPinToTell, lockRecord, type LockRecord } from '@/state/device-lock';
import { pinMatches, verifierOf } from './pin-verifier';

/** After so long without a finger the pages lock themselves. */
export const idleMs = 5 * 60_000;
export const mostTries = 5;
/** How often at most a touch is written down. */
const writeEveryMs = 10_000;

export type OfflineAnswer = { end: 'open' } | { end: 'wrong'; triesLeft: number } | { end: 'signed_out' | 'unknown' };

const fresh = (accountId: string, nowMs: number): LockRecord => ({
  accountId,
  locked: false,
  wrong: 0,
  touchedAtMs: nowMs,
  verifier: null,
  ended: false,
});

/** What is kept about the lock of this volunteer; a new volunteer on the same device starts anew. */
function recordOf(accountId: string): LockRecord {
  const known = lockRecord();
  return known?.accountId === accountId ? known : fresh(accountId, Date.now());
}

/** Locks the pages of this device; they stay so after a restart. */
export function lock(accountId: string): void {
  keepPinToTell(null);
  keepLockRecord({ ...recordOf(accountId), locked: true });
}

/** Notes that the volunteer is there. */
export function touched(accountId: string, nowMs = Date.now()): void {
  const known = recordOf(accountId);
  if (known.locked || nowMs - known.touchedAtMs < writeEveryMs) return;
  // Who comes back after too long finds it locked: a touch does not open it.
  if (hasRested(known, nowMs)) lock(accountId);
  else keepLockRecord({ ...known, touchedAtMs: nowMs });
}

/** Locks when nobody has touched the pages for too long. @returns true when it has been locked just now */
export function lockIfIdle(accountId: string, nowMs = Date.now()): boolean {
  const known = lockRecord();
  if (known?.accountId !== accountId) {
    keepLockRecord(fresh(accountId, nowMs));
    return false;
  }
  if (known.locked || !hasRested(known, nowMs)) return false;
  lock(accountId);
  return true;
}

const hasRested = ({ touchedAtMs }: LockRecord, nowMs: number): boolean => nowMs - touchedAtMs >= idleMs;

/**
 * The API has accepted this PIN: opens at once, and a moment later knows the PIN again when there is no network.
 * @returns when that is so; a device that cannot has to be online to be opened
 */
export async function openWith(accountId: string, pin: string): Promise<void> {
  keepLockRecord(fresh(accountId, Date.now()));
  const verifier = await verifierOf(pin).catch(() => null);
  keepLockRecord({ ...recordOf(accountId), verifier });
}

/** Nothing opens this device again but a new sign-in. */
export const triesUsed = (accountId: string): LockRecord => ({
  ...fresh(accountId, Date.now()),
  locked: true,
  wrong: mostTries,
});

/** Without a network the PIN is judged here. The fifth wrong one signs out; what waits to be sent stays. */
export async function tryOffline(accountId: string, pin: string): Promise<OfflineAnswer> {
  const known = recordOf(accountId);
  if (known.verifier === null) return { end: 'unknown' };
  // Counted before it is judged: closing the app in between does not give the try back.
  const wrong = known.wrong + 1;
  keepLockRecord({ ...known, wrong });
  if (await pinMatches(pin, known.verifier)) {
    keepLockRecord({ ...known, locked: false, wrong: 0, touchedAtMs: Date.now() });
    keepPinToTell(pin);
    return { end: 'open' };
  }
  if (wrong < mostTries) return { end: 'wrong', triesLeft: mostTries - wrong };
  keepLockRecord({ ...triesUsed(accountId), ended: true });
  return { end: 'signed_out' };
}
