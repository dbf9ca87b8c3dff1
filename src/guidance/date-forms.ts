import { civilDate, fromExcelSerial, printCivilDate, type CivilDate, type ExcelDateSystem } from './civil-date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

function monthNumber(name: string | undefined): number {
  return months.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1;
}

interface DateForm {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, dates: ExcelDateSystem) => CivilDate | null;
}

function numeric(pattern: RegExp, year: number, month: number, day: number): DateForm {
  return { pattern, read: (match) => civilDate(Number(match[year]), Number(match[month]), Number(match[day])) };
}

/**
 * Ways to write a day that mean one day only to a person in the United States. A two-digit year is none of them, and
 * neither is a number above twelve in the month's place: both would be guesses.
 */
const forms: readonly DateForm[] = [
  // 1/5/2026, 1-5-2026, 1.5.2026
  numeric(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/, 4, 1, 3),
  // 2026-01-05, 2026/1/5
  numeric(/^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/, 1, 3, 4),
  // 01052026 and 20260105: a year of this or the last century stands in one place or in the other
  numeric(/^(\d{2})(\d{2})((?:19|20)\d{2})$/, 3, 1, 2),
  numeric(/^((?:19|20)\d{2})(\d{2})(\d{2})$/, 1, 2, 3),
  // January 5, 2026; Jan 5 2026
  {
    pattern: new RegExp(`^${monthName}\\s+(\\d{1,2}),?\\s+(\\d{4})$`, 'i'),
    read: (match) => civilDate(Number(match[3]), monthNumber(match[1]), Number(match[2])),
  },
  // 5 January 2026; 5-Jan-2026
  {
    pattern: new RegExp(`^(\\d{1,2})[\\s-]+${monthName}[\\s,-]+(\\d{4})$`, 'i'),
    read: (match) => civilDate(Number(match[3]), monthNumber(match[2]), Number(match[1])),
  },
  // The serial number of a date cell that came as a number: five digits, from 1927 on
  { pattern: /^([1-9]\d{4})(?:\.0+)?$/, read: (match, dates) => fromExcelSerial(Number(match[1]), dates) },
];

/** Midnight, as exports of databases and spreadsheets add it to a date. */
const midnight = /[T ](?:0?0:00(?::00(?:\.0+)?)?Z?|12:00(?::00)? ?AM)$/i;

const weekdays = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];
/** Excel's long date begins with the day of the week. */
const weekdayInFront = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/** Whether a day is the weekday of a name; 01/01/1970 was a Thursday. */
function isWeekday(date: CivilDate, name: string): boolean {
  return weekdays[((date % 7) + 7) % 7] === name.toLowerCase();
}

/**
 * The date as `MM/DD/YYYY` where the text can mean one day only, otherwise null.
 *
 * @param dates how the workbook counts days, for a date that stands there as a number
 */
export function rewrittenDate(text: string, dates: ExcelDateSystem): string | null {
  const weekday = weekdayInFront.exec(text);
  const day = text
    .slice(weekday?.[0].length ?? 0)
    .replace(midnight, '')
    .replace(/(?<=\d)\s*([/.-])\s*(?=\d)/g, '$1');
  for (const form of forms) {
    const match = form.pattern.exec(day);
    const date = match === null ? null : form.read(match, dates);
    if (date === null) continue;
    return weekday === null || isWeekday(date, weekday[1] ?? '') ? printCivilDate(date) : null;
  }
  return null;
}
