import { monthsLater, shanghaiDay } from './terms';

describe('the term of an authorisation', () => {
  it.each([
    ['2026-11-25', 1, '2026-12-25'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
  ])('from %s for %d months lasts until %s', (from, months, until) => {
    expect(monthsLater(from, months)).toBe(until);
  });

  it('begins on the day it is in Shanghai', () => {
    expect(shanghaiDay('2026-11-24T16:30:00Z')).toBe('2026-11-25');
  });
});
