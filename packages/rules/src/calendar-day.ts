import { divide } from './integers.ts';

/*
 * Days of the civil calendar as text (YYYY-MM-DD) and as a running number. There is no clock and no time zone in this
 * package: a day is the day that stands on the notice.
 */

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

interface Day {
  year: number;
  month: number;
  day: number;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function read(on: string): Day | null {
  const [, year, month, day] = (PATTERN.exec(on) ?? []).map(Number) as [number, number, number, number];
  if (!year || !month || !day || month > 12 || day > daysIn(year, month)) return null;
  return { year, month, day };
}

/** Whether this is a day of the calendar, written YYYY-MM-DD, from the year 1 on. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && read(value) !== null;
}

/** Days before 1 January of a year, counted from 1 January of the year 1. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + divide(past, 4).quotient - divide(past, 100).quotient + divide(past, 400).quotient;
}

/** The running number of a day: 0001-01-01, a Monday, is 0. The day must be one (`isDate`). */
export function dayNumber(on: string): number {
  const { year, month, day } = read(on) as Day;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return daysBeforeYear(year) + (DAYS_BEFORE_MONTH[month - 1] as number) + leapDay + day - 1;
}

/** The day with this running number. */
export function dateOf(number: number): string {
  let year = divide(number, 366).quotient + 1;
  while (daysBeforeYear(year + 1) <= number) year += 1;
  let day = number - daysBeforeYear(year) + 1;
  let month = 1;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    month += 1;
  }
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(number: number): number {
  return number % 7;
}
