import { storage } from '@/platform/storage';

/** How a volunteer's device stands: by itself, and after a restart, network or not. */
export interface LockRecord {
  accountId: string;
  locked: boolean;
  /** Wrong tries without a network since it was last opened. */
  wrong: number;
  /** When a finger was last on the volunteer's pages, ms since 1970. */
  touchedAtMs: number;
  /** What a PIN typed without a network is compared with; null until one was accepted by the API. */
  verifier: string | null;
  /** Signed out without a network: the session is ended as soon as there is one. */
  ended: boolean;
}

const key = 'deviceLock';
let record: LockRecord | null | undefined;
const listeners = new Set<() => void>();

/** What is kept about the lock; null before a volunteer has worked on this device. */
export function lockRecord(): LockRecord | null {
  if (record === undefined) record = stored();
  return record;
}

function stored(): LockRecord | null {
  const text = storage.read(key);
  try {
    return text === null ? null : (JSON.parse(text) as LockRecord);
  } catch {
    return null;
  }
}

/** Keeps it; null forgets all about it. */
export function keepLockRecord(next: LockRecord | null): void {
  record = next;
  if (next) storage.write(key, JSON.stringify(next));
  else storage.remove(key);
  listeners.forEach((listener) => listener());
}

export function onLockChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let pinForServer: string | null = null;

/** A PIN found right without a network; in memory only, until the API has opened its lock with it too. */
export const pinToTell = (): string | null => pinForServer;
export function keepPinToTell(pin: string | null): void {
  pinForServer = pin;
}

/** The API says that this device is locked: so it is here too, unless it was opened here and the API only waits for it. */
export function noteLocked(): void {
  const known = lockRecord();
  if (known && !known.locked && pinForServer === null) keepLockRecord({ ...known, locked: true });
}

/** True when someone was signed out here while there was no network to tell the API. */
export const hasEndedHere = (): boolean => lockRecord()?.ended ?? false;
