import type { Door } from '@/api/volunteer';
import { nextDoors, revisitDays } from './next-doors';

const today = '2026-11-24';

function door(roomNo: string, over: Partial<Door> = {}): Door {
  const floor = Number(roomNo.slice(0, -2));
  return {
    householdId: roomNo,
    roomNo,
    floor,
    ownerName: '陈**',
    tenure: 'commodity',
    lastVisit: null,
    interest: null,
    ballot: null,
    frozen: null,
    ...over,
  };
}
const visited = (outcome: 'not_home' | 'considering' | 'refused', revisitOn: string | null = null): Partial<Door> => ({
  lastVisit: { outcome, visitedAt: '2026-11-20T10:00:00Z', note: '', revisitOn },
});
const voted = (state: 'counted' | 'awaiting_review' | 'returned'): Partial<Door> => ({
  ballot: { state, channel: 'home_visit', receivedAt: '2026-11-20T10:00:00Z' },
});

describe('which door is next', () => {
  it('first who is expecting us, then what has to be signed again, then pivot doors, then who was never asked', () => {
    const doors = [
      door('101'),
      door('102', visited('not_home')),
      door('201', visited('considering')),
      door('202', voted('returned')),
      door('301'),
      door('302', visited('not_home', '2026-11-24')),
      door('401', visited('considering', '2026-11-22')),
    ];
    const next = nextDoors(doors, new Set(['301']), today);
    expect(next.map(({ door: { roomNo }, reason }) => `${roomNo} ${reason}`)).toEqual([
      '401 revisit',
      '302 revisit',
      '202 returned',
      '301 pivot',
      '101 not_visited',
      '102 not_home',
      '201 considering',
    ]);
  });

  it('leaves in peace whose ballot is in, who has an appointment later, and who does not want to talk', () => {
    const doors = [
      door('101', voted('counted')),
      door('102', voted('awaiting_review')),
      door('201', visited('not_home', '2026-11-28')),
      door('202', visited('refused')),
    ];
    expect(nextDoors(doors, new Set(['101', '201', '202']), today)).toEqual([]);
  });
});

describe('the days of coming again', () => {
  it.each([
    ['2026-11-24T12:00:00Z', '2026-11-24', '2026-11-25', '2026-11-28'],
    ['2026-11-24T16:30:00Z', '2026-11-25', '2026-11-26', '2026-11-28'],
    ['2026-11-28T02:00:00Z', '2026-11-28', '2026-11-29', '2026-11-29'],
    ['2026-11-29T02:00:00Z', '2026-11-29', '2026-11-30', '2026-12-05'],
  ])('at %s: this evening %s, tomorrow %s, at the weekend %s', (now, tonight, tomorrow, weekend) => {
    expect(revisitDays(new Date(now))).toEqual({ tonight, tomorrow, weekend });
  });
});
