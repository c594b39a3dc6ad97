import { useEffect, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, words } from '@/api/client';
import { lockOnServer, unlockOnServer, useUnlockDevice } from '@/api/device-pin';
import { sessionKeys, useSessionChange } from '@/api/session';
import type { Session } from '@/api/wire';
import { lockCopy as copy } from '@/copy/device-lock';
import { keepLockRecord, keepPinToTell, lockRecord, onLockChange, pinToTell } from '@/state/device-lock';
import { lock, lockIfIdle, openWith, touched, triesUsed, tryOffline } from './device-lock';

/** How long the API may take before the device judges by itself: on a landing a request may hang for minutes. */
const patienceMs = 6_000;
const checkEveryMs = 3_000;

/** The lock of this device for the volunteer who is logged in; locks by itself when nobody touches the pages. */
export function useDeviceLock({ account, next }: Session) {
  const accountId = account.id;
  const record = useSyncExternalStore(onLockChange, lockRecord, lockRecord);
  const change = useSessionChange();
  const lockedHere = record?.accountId === accountId && record.locked;
  const locked = lockedHere || (next === 'unlock' && pinToTell() === null);

  useEffect(() => {
    if (locked) return;
    const check = () => {
      if (lockIfIdle(accountId)) void lockOnServer();
      const pin = pinToTell();
      if (pin !== null) void tellServer(pin, change);
    };
    check();
    const timer = setInterval(check, checkEveryMs);
    return () => clearInterval(timer);
    // `change` is made anew at every drawing and always does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [accountId, locked]);

  return { locked, onTouch: () => touched(accountId), lockNow: () => lockDevice(accountId) };
}

/** Locks here at once, and at the API when it can be reached. */
export function lockDevice(accountId: string): void {
  lock(accountId);
  void lockOnServer();
}

let telling = false;

/** Opens the API's lock after the device was opened without a network. */
async function tellServer(pin: string, change: (session: Session) => void): Promise<void> {
  if (telling) return;
  telling = true;
  try {
    const session = await unlockOnServer(pin);
    keepPinToTell(null);
    change(session);
  } catch (error) {
    // Refused, not unreachable: the API goes by its own PIN, and the volunteer is asked again.
    if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) keepPinToTell(null);
  } finally {
    telling = false;
  }
}

export type UnlockAnswer = { open: true } | { open: false; words: string };

/** Opens the device: by the API, or by what is kept here when there is no network. */
export function useUnlock(accountId: string) {
  const cache = useQueryClient();
  const unlock = useUnlockDevice();
  return async (pin: string): Promise<UnlockAnswer> => {
    try {
      await inTime(unlock.mutateAsync(pin));
      void openWith(accountId, pin);
      void cache.invalidateQueries({ queryKey: ['volunteer'] });
      return { open: true };
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : null;
      if (!problem || problem.status === 0 || problem.status >= 500) return judgedHere(accountId, pin, cache);
      if (problem.code === 'device_pin_tries_used') keepLockRecord(triesUsed(accountId));
      const left = problem.members['triesLeft'];
      return { open: false, words: typeof left === 'number' ? copy.wrong(left) : words(error) };
    }
  };
}

async function judgedHere(
  accountId: string,
  pin: string,
  cache: ReturnType<typeof useQueryClient>,
): Promise<UnlockAnswer> {
  const answer = await tryOffline(accountId, pin);
  switch (answer.end) {
    case 'open':
      return { open: true };
    case 'wrong':
      return { open: false, words: copy.wrong(answer.triesLeft) };
    case 'unknown':
      return { open: false, words: copy.offlineUnknown };
    case 'signed_out':
      cache.setQueryData(sessionKeys.session, null);
      return { open: false, words: copy.triesUsed };
  }
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The API took too long.')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
