import fc from 'fast-check';
import {
  deadline,
  naturalDays,
  rulesets,
  validateHolidayTable,
  type Counting,
  type Deadline,
  type HolidayTable,
} from '../src/index.ts';
import { dateOf, dayNumber, isDate, weekdayOf } from '../src/calendar-day.ts';
import { readVector, refusalOf, valueOf, runs } from './support/builders.ts';

interface DeadlineCase {
  title: string;
  startsOn: string;
  counting: Counting;
  withTable: boolean;
  expected: Deadline;
}

const { table, cases } = readVector<{ table: HolidayTable; cases: DeadlineCase[] }>('deadlines');
const tenDays: Counting = { days: 10, counting: 'natural', firstDay: 'next_day' };

describe('published cases', () => {
  test.each(cases)('$title', ({ startsOn, counting, withTable, expected }) => {
    expect(valueOf(deadline(startsOn, counting, withTable ? table : null))).toEqual(expected);
  });
});

test('the notice periods of the rulesets are ways of counting', () => {
  const shanghai = rulesets.find(({ id }) => id === 'sh-2020-801-building');
  const lastDays = shanghai?.notices.map((notice) => valueOf(deadline('2031-09-09', notice, table)).lastOn);
  expect(lastDays).toEqual(['2031-09-18', '2031-09-16']);
});

describe('days on the wall, counted', () => {
  test.each([
    ['2031-09-09', '2031-09-18', 'same_day', 10],
    ['2031-09-09', '2031-09-18', 'next_day', 9],
    ['2031-12-31', '2032-01-01', 'next_day', 1],
    ['2031-09-09', '2031-09-09', 'next_day', 0],
    ['2031-09-09', '2031-09-08', 'same_day', 0],
  ] as const)('%s to %s, %s: %d', (from, to, firstDay, days) => {
    expect(valueOf(naturalDays(from, to, firstDay))).toBe(days);
  });

  test('ending before it begins, or no days at all', () => {
    expect(refusalOf(naturalDays('2031-09-09', '2031-09-07', 'same_day'))).toEqual(['too_small endsOn']);
    expect(refusalOf(naturalDays('9 September', 'soon', 'today' as 'same_day'))).toEqual([
      'not_a_date startsOn',
      'not_a_date endsOn',
      'unknown_value firstDay',
    ]);
  });
});

describe('a year whose holidays are not known is not guessed at', () => {
  test.each<[string, string, Counting, HolidayTable | null]>([
    ['natural days that end in the next year', '2031-12-25', tenDays, table],
    ['working days that run into the next year', '2031-12-29', { ...tenDays, counting: 'working' }, table],
    ['working days that begin in the next year', '2031-12-31', { ...tenDays, counting: 'working', days: 1 }, table],
    ['working days without a table', '2031-09-09', { ...tenDays, counting: 'working' }, null],
    ['a last day that may have to move, without a table', '2031-09-09', tenDays, null],
    [
      'a last day off on the last day of the table',
      '2031-12-30',
      { ...tenDays, days: 1 },
      { ...table, holidays: ['2031-12-31'] },
    ],
  ])('%s', (_, startsOn, counting, holidays) => {
    expect(refusalOf(deadline(startsOn, counting, holidays))).toEqual(['no_holiday_table table']);
  });
});

describe('what cannot be counted is refused with the field', () => {
  test.each<[string, string, Partial<Record<keyof Counting, unknown>>, string[]]>([
    ['a day that does not exist', '2031-02-29', {}, ['not_a_date startsOn']],
    ['no days', '2031-02-28', { days: 0 }, ['too_small days']],
    ['more than ten years', '2031-02-28', { days: 3661 }, ['too_large days']],
    ['an unknown kind of day', '2031-02-28', { counting: 'lunar' }, ['unknown_value counting']],
    ['an unknown first day', '2031-02-28', { firstDay: 'today' }, ['unknown_value firstDay']],
    ['an unknown last day', '2031-02-28', { lastDayOff: 'jumps' }, ['unknown_value lastDayOff']],
  ])('%s', (_, startsOn, change, problems) => {
    expect(refusalOf(deadline(startsOn, { ...tenDays, ...change } as Counting, table))).toEqual(problems);
  });

  test('the longest period', () => {
    expect(deadline('2031-02-28', { ...tenDays, days: 3660, lastDayOff: 'stays' }, null).ok).toBe(true);
  });

  test.each<[string, Partial<Record<keyof HolidayTable, unknown>>, string[]]>([
    ['no year', { years: [] }, ['empty table.years']],
    ['a year that is none', { years: [2031, 2031.5] }, ['not_an_integer table.years[1]']],
    ['the year nought', { years: [2031, 0] }, ['too_small table.years[1]']],
    ['a year of five digits', { years: [2031, 10000] }, ['too_large table.years[1]']],
    ['a holiday that does not exist', { holidays: ['2031-04-31'] }, ['not_a_date table.holidays[0]']],
    ['a holiday of another year', { holidays: ['2032-05-01'] }, ['unknown_value table.holidays[0]']],
    ['a worked day that does not exist', { workdays: ['2031-05-32'] }, ['not_a_date table.workdays[0]']],
    ['a worked day in the week', { workdays: ['2031-05-09'] }, ['unknown_value table.workdays[0]']],
    ['a worked day of another year', { workdays: ['2032-05-08'] }, ['unknown_value table.workdays[0]']],
    ['a day both off and worked', { holidays: ['2031-05-10'] }, ['duplicate table.workdays[0]']],
  ])('a holiday table with %s', (_, change, problems) => {
    const wrong = { ...table, ...change } as HolidayTable;
    expect(refusalOf(validateHolidayTable(wrong))).toEqual(problems);
    expect(refusalOf(deadline('2031-02-28', tenDays, wrong))).toEqual(problems);
  });

  test('a sound table passes, worked Sundays included', () => {
    const sound = { ...table, workdays: ['2031-05-10', '2031-05-11'] };
    expect(valueOf(validateHolidayTable(sound))).toBe(sound);
  });
});

describe('the civil calendar', () => {
  const daysSinceYearOne = (on: string): number => (Date.parse(on) - Date.parse('0001-01-01')) / 86_400_000;
  const anyDay = fc
    .integer({ min: Date.parse('0001-01-01'), max: Date.parse('9999-12-31') })
    .map((time) => new Date(time).toISOString().slice(0, 10));

  test('agrees with the proleptic Gregorian calendar from the year 1 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const number = dayNumber(on);
        expect(number).toBe(daysSinceYearOne(on));
        expect(dateOf(number)).toBe(on);
        expect(weekdayOf(number)).toBe((new Date(on).getUTCDay() + 6) % 7);
      }),
      runs(1000),
    );
  });

  test.each([
    '2000-02-28',
    '2000-02-29',
    '2000-03-01',
    '2100-02-28',
    '2100-03-01',
    '2031-12-31',
    '2032-01-01',
    '2032-12-31',
    '0001-01-01',
  ])('%s', (on) => {
    expect(dateOf(dayNumber(on))).toBe(on);
    expect(dayNumber(on)).toBe(daysSinceYearOne(on));
  });

  test.each([
    '2031-02-29',
    '2100-02-29',
    '2031-04-31',
    '2031-13-01',
    '2031-00-10',
    '2031-01-00',
    '2031-01-32',
    '0000-01-01',
    '2031-1-1',
    '12031-01-01',
    '2031-01-011',
    20310101,
    null,
    { toString: () => '2031-01-01' },
  ])('%s is no day', (value) => expect(isDate(value)).toBe(false));

  test.each(['2032-02-29', '2000-02-29', '2031-04-30', '2031-12-31', '2031-01-31'])('%s is a day', (value) =>
    expect(isDate(value)).toBe(true),
  );
});
