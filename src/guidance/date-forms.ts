import { civilDate, fromExcelSerial, printCivilDate, type CivilDate } from './civil-date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

function monthNumber(name: string | undefined): number {
  return months.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1;
}

interface DateForm {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => CivilDate | null;
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
  // The serial number of a date cell that was pasted as a number: five digits, from 1927 on
  { pattern: /^([1-9]\d{4})$/, read: (match) => fromExcelSerial(Number(match[1]), '1900') },
];

/** Midnight, as exports of databases and spreadsheets add it to a date. */
const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;

/** The date as `MM/DD/YYYY` where the text can mean one day only, otherwise null. */
export function rewrittenDate(text: string): string | null {
  const day = text.replace(midnight, '');
  for (const form of forms) {
    const match = form.pattern.exec(day);
    const date = match === null ? null : form.read(match);
    if (date !== null) return printCivilDate(date);
  }
  return null;
}
