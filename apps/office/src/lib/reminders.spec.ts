import type { ReminderPlan, UnreachedDoor } from '@jiati/contracts';
import { byPlace, countsByReason, doorsOf, standingOf } from './reminders';

const now = new Date('2026-12-01T02:00:00Z');
const plan = (changes: Partial<ReminderPlan> = {}): ReminderPlan => ({
  silentDoors: 9,
  sms: 3,
  weapp: 2,
  unreached: [],
  waiting: 0,
  sent: 0,
  failed: 0,
  asksLeft: 3,
  lastAskedAt: null,
  mayAskFrom: null,
  ...changes,
});
const door = (place: string, roomNo: string, reason: UnreachedDoor['reason']): UnreachedDoor => ({
  householdId: `${place} ${roomNo}`,
  place,
  roomNo,
  reason,
});

const doors = [
  door('3号楼 7号', '101', 'nobody_bound'),
  door('3号楼 7号', '502', 'reminded_lately'),
  door('3号楼 8号', '101', 'nothing_chosen'),
  door('3号楼 8号', '102', 'nothing_chosen'),
];
describe('whether the silent can be reminded now', () => {
  const standing = (changes: Partial<ReminderPlan>) => standingOf(plan(changes), now);

  test('they can while a message would reach one of them', () => {
    expect(standing({})).toBe('ask');
    expect(standing({ sms: 0, weapp: 1 })).toBe('ask');
  });
  test('not when nobody is silent, nor when no message reaches anybody', () => {
    expect(standing({ silentDoors: 0, sms: 0, weapp: 0 })).toBe('nobody_silent');
    expect(standing({ sms: 0, weapp: 0, unreached: doors })).toBe('nobody_reached');
  });
  test('not when whoever can be reached was reminded lately', () => {
    expect(standing({ sms: 0, weapp: 0, unreached: doorsOf(doors).lately })).toBe('all_lately');
  });
  test('not within a day of the last time, and again to the second', () => {
    expect(standing({ mayAskFrom: '2026-12-01T02:00:01Z' })).toBe('resting');
    expect(standing({ mayAskFrom: '2026-12-01T02:00:00Z' })).toBe('ask');
  });
  test('what lasts longest is said first', () => {
    expect(standing({ asksLeft: 0, mayAskFrom: '2026-12-02T00:00:00Z', sms: 0, weapp: 0 })).toBe('used_up');
    expect(standing({ mayAskFrom: '2026-12-02T00:00:00Z', sms: 0, weapp: 0 })).toBe('resting');
    expect(standing({ silentDoors: 0, asksLeft: 0 })).toBe('nobody_silent');
  });
});

describe('the doors no message reaches', () => {
  const rooms = (some: readonly UnreachedDoor[]) => some.map(({ roomNo }) => roomNo);

  test('who had a message lately is not rung up', () => {
    const { toVisit, lately } = doorsOf(doors);
    expect([rooms(toVisit), rooms(lately)]).toEqual([['101', '101', '102'], ['502']]);
  });
  test('they stand by their stairwell in the order people walk them', () => {
    expect(byPlace(doors).map(({ place, doors: within }) => [place, rooms(within)])).toEqual([
      ['3号楼 7号', ['101', '502']],
      ['3号楼 8号', ['101', '102']],
    ]);
  });
  test('the most frequent reason is told first', () => {
    expect(countsByReason(doors)).toEqual([
      ['nothing_chosen', 2],
      ['nobody_bound', 1],
      ['reminded_lately', 1],
    ]);
  });
});
