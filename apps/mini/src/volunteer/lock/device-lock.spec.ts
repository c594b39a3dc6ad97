import { keepLockRecord, lockRecord, pinToTell } from '@/state/device-lock';
import { idleMs, lock, lockIfIdle, openWith, touched, tryOffline } from './device-lock';

const volunteer = 'a-volunteer';
const pin = '273951';

describe('The lock of a volunteer’s device', () => {
  beforeEach(async () => {
    keepLockRecord(null);
    await openWith(volunteer, pin);
  });

  it('keeps nothing the PIN could be read from', () => {
    expect(JSON.stringify(lockRecord())).not.toContain(pin);
    expect(lockRecord()?.verifier).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{64}$/);
  });

  it('locks by itself five minutes after the last touch, and not before', () => {
    const start = Date.now();
    touched(volunteer, start + 60_000);
    expect(lockIfIdle(volunteer, start + 60_000 + idleMs - 1)).toBe(false);
    expect(lockIfIdle(volunteer, start + 60_000 + idleMs)).toBe(true);
    expect(lockRecord()?.locked).toBe(true);
  });

  it('does not let the touch that wakes it after a long sleep keep it open', () => {
    touched(volunteer, Date.now() + idleMs + 1);
    expect(lockRecord()?.locked).toBe(true);
  });

  it('opens without a network by the right PIN, and keeps that PIN in memory until the API has heard of it', async () => {
    lock(volunteer);
    expect(await tryOffline(volunteer, '111222')).toEqual({ end: 'wrong', triesLeft: 4 });
    expect(await tryOffline(volunteer, pin)).toEqual({ end: 'open' });
    expect(lockRecord()).toMatchObject({ locked: false, wrong: 0 });
    expect(pinToTell()).toBe(pin);
    lock(volunteer);
    expect(pinToTell()).toBeNull();
  });

  it('signs out at the fifth wrong PIN, and the right one no longer opens it', async () => {
    lock(volunteer);
    for (const left of [4, 3, 2, 1]) {
      expect(await tryOffline(volunteer, '111222')).toEqual({ end: 'wrong', triesLeft: left });
    }
    expect(await tryOffline(volunteer, '111222')).toEqual({ end: 'signed_out' });
    expect(lockRecord()).toMatchObject({ locked: true, ended: true, verifier: null });
    expect(await tryOffline(volunteer, pin)).toEqual({ end: 'unknown' });
  });

  it('gives no try back to who closes the app in between', async () => {
    lock(volunteer);
    void tryOffline(volunteer, '111222');
    expect(JSON.parse(localStorage.getItem('jiati.deviceLock')!)).toMatchObject({ wrong: 1 });
  });
});
