import { dateOf, dayNumber, isDate, weekdayOf } from './calendar-day.ts';
import { Problems } from './check-input.ts';
import { ok, refuse, type Result } from './result.ts';
import type { Citation } from './ruleset.ts';

/**
 * The days off and the weekend days worked instead, as the State Council announces them year by year. It is data: the years
 * it covers are named, and a count that leaves them is refused rather than guessed.
 */
export interface HolidayTable {
  years: readonly number[];
  /** YYYY-MM-DD; Saturdays and Sundays are off anyway and need not be listed. */
  holidays: readonly string[];
  /** Saturdays and Sundays that are worked (调休). */
  workdays: readonly string[];
  citation: Citation;
  verified: boolean;
}

/** How the days of a period are counted. A `NoticePeriod` of a ruleset is one of these. */
export interface Counting {
  days: number;
  counting: 'natural' | 'working';
  /** `next_day` is the law's way (民法典 art. 201); `same_day` counts the day it is put up. */
  firstDay: 'next_day' | 'same_day';
  /** `moves` (the default) is the law's way: a last day off moves to the next working day (art. 203). Art. 204 lets people agree otherwise. */
  lastDayOff?: 'moves' | 'stays';
}

/** The first day counted, the last day, and the day it would have been without a holiday. */
export interface Deadline {
  firstOn: string;
  lastOn: string;
  movedFrom: string | null;
}

/** Whether a day is worked. `null` when the table does not cover its year. The day must be one. */
function isWorked(day: number, table: HolidayTable): boolean | null {
  const on = dateOf(day);
  if (!table.years.includes(Number(on.slice(0, 4)))) return null;
  if (table.workdays.includes(on)) return true;
  return weekdayOf(day) < 5 && !table.holidays.includes(on);
}

/**
 * The last day of a period (民法典 arts. 201–204). Show dates, not "N days": two offices may count the same number differently.
 *
 * @param startsOn the day the notice is put up or the letter is handed over, YYYY-MM-DD
 * @param table holidays; `null` only for natural days whose last day stays where it is
 * @returns the dates; or `no_holiday_table` when a day is reached whose year the table does not cover.
 */
export function deadline(startsOn: string, counting: Counting, table: HolidayTable | null): Result<Deadline> {
  const problems = new Problems();
  if (!isDate(startsOn)) problems.add('not_a_date', 'startsOn', startsOn);
  problems.integer(counting.days, 'days', 1, 3660);
  problems.oneOf(counting.counting, 'counting', ['natural', 'working']);
  problems.oneOf(counting.firstDay, 'firstDay', ['next_day', 'same_day']);
  const { lastDayOff = 'moves' } = counting;
  problems.oneOf(lastDayOff, 'lastDayOff', ['moves', 'stays']);
  if (table !== null) checkTable(table, problems);
  if (!problems.none) return refuse(...problems.list);

  const unknownYear = refuse({ code: 'no_holiday_table', path: 'table' });
  const countable = (day: number): number | null => (counting.counting === 'working' ? nextWorked(day, table) : day);
  const first = countable(dayNumber(startsOn) + (counting.firstDay === 'next_day' ? 1 : 0));
  if (first === null) return unknownYear;
  let last = first;
  for (let counted = 1; counted < counting.days; counted += 1) {
    const next = countable(last + 1);
    if (next === null) return unknownYear;
    last = next;
  }
  const settled = lastDayOff === 'moves' ? nextWorked(last, table) : last;
  if (settled === null) return unknownYear;
  return ok({ firstOn: dateOf(first), lastOn: dateOf(settled), movedFrom: settled === last ? null : dateOf(last) });
}

/** The first worked day from this one on; `null` when the table ends before one is found. */
function nextWorked(from: number, table: HolidayTable | null): number | null {
  if (table === null) return null;
  let day = from;
  let worked = isWorked(day, table);
  while (worked === false) {
    day += 1;
    worked = isWorked(day, table);
  }
  return worked === null ? null : day;
}

/**
 * How many natural days a posted notice ran, both dates included or the first not, to check what hangs on the wall.
 * 9 to 18 September is ten days with the first day and nine without.
 */
export function naturalDays(startsOn: string, endsOn: string, firstDay: Counting['firstDay']): Result<number> {
  const problems = new Problems();
  if (!isDate(startsOn)) problems.add('not_a_date', 'startsOn', startsOn);
  if (!isDate(endsOn)) problems.add('not_a_date', 'endsOn', endsOn);
  problems.oneOf(firstDay, 'firstDay', ['next_day', 'same_day']);
  if (!problems.none) return refuse(...problems.list);
  const days = dayNumber(endsOn) - dayNumber(startsOn) + (firstDay === 'same_day' ? 1 : 0);
  return days < 0 ? refuse({ code: 'too_small', path: 'endsOn', found: endsOn }) : ok(days);
}

/** Checks a holiday table from outside: days that exist, inside its years, worked days on weekends, none both off and worked. */
export function validateHolidayTable(table: HolidayTable): Result<HolidayTable> {
  const problems = new Problems();
  checkTable(table, problems);
  return problems.none ? ok(table) : refuse(...problems.list);
}

function checkTable({ years, holidays, workdays }: HolidayTable, problems: Problems): void {
  if (!problems.filledList(years, 'table.years')) return;
  years.forEach((year, i) => problems.integer(year, `table.years[${i}]`, 1, 9999));
  const check = (day: string, path: string): boolean => {
    if (!isDate(day)) problems.add('not_a_date', path, day);
    else if (!years.includes(Number(day.slice(0, 4)))) problems.add('unknown_value', path, day);
    else return true;
    return false;
  };
  holidays.forEach((day, i) => check(day, `table.holidays[${i}]`));
  workdays.forEach((day, i) => {
    const path = `table.workdays[${i}]`;
    if (!check(day, path)) return;
    if (weekdayOf(dayNumber(day)) < 5) problems.add('unknown_value', path, day);
    if (holidays.includes(day)) problems.add('duplicate', path, day);
  });
}
