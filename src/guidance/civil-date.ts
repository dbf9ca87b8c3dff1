/**
 * Civil dates: days of the calendar, with no time and no time zone. A service took place "on October 14", wherever
 * the computer stands that reads it; a `Date` would move it by a day.
 */

declare const civil: unique symbol;

/**
 * A day of the Gregorian calendar from 01/01/0001 to 12/31/9999, as the number of days since 01/01/1970. Dates
 * compare with `<` and `>`, subtract to days, and are made only by the functions here.
 */
export type CivilDate = number & { readonly [civil]: 'CivilDate' };

/** Year, month (1 to 12) and day (1 to 31) of a date. */
export interface CivilDateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** How a workbook counts days: from 1900 (Windows, the default) or from 1904 (some workbooks of older Macs). */
export type ExcelDateSystem = '1900' | '1904';

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lastDayOf(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0);
}

/**
 * Days since 01/01/1970, after Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day is the
 * last of its year and months need no table.
 */
function dayNumber(year: number, month: number, day: number): CivilDate {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as CivilDate;
}

const first = dayNumber(1, 1, 1);
const last = dayNumber(9999, 12, 31);

/** The date of a year, month and day, or null where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const real =
    Number.isInteger(year) &&
    year >= 1 &&
    year <= 9999 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= lastDayOf(year, month);
  return real ? dayNumber(year, month, day) : null;
}

/** Year, month and day of a date. */
export function partsOf(date: CivilDate): CivilDateParts {
  const days = date + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/**
 * The date of `MM/DD/YYYY` (elements 29 and 43), or null: two-digit years, single digits, other separators and days
 * that the calendar lacks are no dates. `repairs.ts` offers what is merely written otherwise.
 */
export function parseCivilDate(text: string): CivilDate | null {
  if (text.length !== 10 || text[2] !== '/' || text[5] !== '/') return null;
  return civilDate(digitsOf(text, 6, 10), digitsOf(text, 0, 2), digitsOf(text, 3, 5));
}

/** The number that the digits from a place to another make; NaN where one is no digit. */
function digitsOf(text: string, from: number, to: number): number {
  let number = 0;
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The date as `MM/DD/YYYY`. */
export function printCivilDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${padded(month, 2)}/${padded(day, 2)}/${padded(year, 4)}`;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** Negative where `left` is earlier, 0 where the days are the same, positive where it is later. */
export function compareCivilDates(left: CivilDate, right: CivilDate): number {
  return left - right;
}

/**
 * The day a number of days later, or earlier where negative.
 *
 * @throws RangeError outside 01/01/0001 to 12/31/9999
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  const moved = date + days;
  if (!Number.isInteger(moved) || moved < first || moved > last) throw new RangeError('Outside the calendar');
  return moved as CivilDate;
}

/** Days from start to end, both counted: 1 for a single day, 0 or less where the end is before the start. */
export function daySpan(start: CivilDate, end: CivilDate): number {
  return end - start + 1;
}

/** Calendar months that the days from start to end touch: 1 within a month. */
export function monthSpan(start: CivilDate, end: CivilDate): number {
  const from = partsOf(start);
  const to = partsOf(end);
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** Completed years on a day; a person born on February 29 turns on March 1 of other years. Negative before birth. */
export function ageOn(birth: CivilDate, day: CivilDate): number {
  const born = partsOf(birth);
  const then = partsOf(day);
  const hadBirthday = then.month > born.month || (then.month === born.month && then.day >= born.day);
  return then.year - born.year - (hadBirthday ? 0 : 1);
}

const epoch1900 = dayNumber(1899, 12, 31);
const epoch1904 = dayNumber(1904, 1, 1);
const lastSerial1900 = 2958465;
const lastSerial1904 = lastSerial1900 - 1462;

/**
 * The date of an Excel serial number, or null where there is none. A time of day (the fraction) is dropped. In the
 * 1900 system serial 60 is February 29, 1900, a day that was not (Excel keeps it for Lotus 1-2-3), so serials above
 * it are one day ahead.
 */
export function fromExcelSerial(serial: number, system: ExcelDateSystem): CivilDate | null {
  const day = Math.floor(serial);
  if (system === '1904') return day >= 0 && day <= lastSerial1904 ? ((epoch1904 + day) as CivilDate) : null;
  if (!(day >= 1 && day <= lastSerial1900) || day === 60) return null;
  return (epoch1900 + (day > 60 ? day - 1 : day)) as CivilDate;
}

/** The Excel serial number of a date, or null for a day before the system's first. */
export function toExcelSerial(date: CivilDate, system: ExcelDateSystem): number | null {
  if (system === '1904') return date >= epoch1904 ? date - epoch1904 : null;
  const day = date - epoch1900;
  if (day < 1) return null;
  return day >= 60 ? day + 1 : day;
}

/**
 * The day that it is in a time zone at an instant: a plan's endpoint in California asks for `America/Los_Angeles`
 * wherever it runs.
 *
 * @param timeZone IANA name; the computer's own zone where it is left out
 */
export function civilDateAt(instant: Date, timeZone?: string): CivilDate {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(format.formatToParts(instant).find((each) => each.type === type)?.value);
  return dayNumber(part('year'), part('month'), part('day'));
}
