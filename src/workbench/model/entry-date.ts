import { monthNames } from './number-format-date.ts';
import { Refusal } from './refusal.ts';
import { type CivilDate, daysInMonth, type DateSystem, serialOf } from './serial.ts';

interface DateEntry {
  readonly value: number;
  readonly numberFormat: string;
}

interface DatePartOfEntry {
  readonly date: CivilDate;
  readonly numberFormat: string;
}

/** A date, a time, or a date and a time in en-US order (month first); undefined for anything else. */
export function parseDateEntry(text: string, system: DateSystem, today: CivilDate): DateEntry | undefined {
  const timeAt = /(?:^|\s)(\d{1,4}(?::\d{1,2}(?::\d{1,2}(?:\.\d+)?)?)?(?:\s*[AP]M?)?)$/i.exec(text);
  const time = timeAt === null ? undefined : parseTime(timeAt[1] ?? '');
  if (timeAt === null || time === undefined) return serialEntry(parseDate(text, today), system, 0, undefined);
  const before = text.slice(0, timeAt.index).trim();
  if (before !== '') {
    const date = parseDate(before, today);
    return serialEntry(date, system, time.value, 'm/d/yyyy h:mm');
  }
  if (time.value >= 1) throw new Refusal('notModelled', 'The workbench does not model times of 24 hours and more.');
  return time;
}

function serialEntry(
  part: DatePartOfEntry | undefined,
  system: DateSystem,
  time: number,
  format: string | undefined,
): DateEntry | undefined {
  if (part === undefined) return undefined;
  const serial = serialOf(part.date, system);
  return serial === undefined ? undefined : { value: serial + time, numberFormat: format ?? part.numberFormat };
}

function parseTime(text: string): DateEntry | undefined {
  const parts = /^(\d{1,4})(?::(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?)?(?:\s*([AP])M?)?$/i.exec(text);
  if (parts === null) return undefined;
  const [, hourText = '', minuteText, secondText, half] = parts;
  if (minuteText === undefined && (half === undefined || !/\sA|\sP/i.test(text))) return undefined;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (minute > 59 || second >= 60 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  const afternoon = half?.toUpperCase() === 'P';
  const dayHour = half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0);
  const format = `h:mm${secondText === undefined ? '' : ':ss'}${half === undefined ? '' : ' AM/PM'}`;
  return { value: (dayHour * 3600 + minute * 60 + second) / 86_400, numberFormat: format };
}

const monthPattern = `(${monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|Sept)\\.?`;
const dayMonthYear = new RegExp(`^(\\d{1,2})[ /-]*${monthPattern}(?:[ ,/-]+(\\d{4}|\\d{2}))?$`, 'i');
const monthDayYear = new RegExp(`^${monthPattern}[ /-]*(\\d{1,4})(?:[ ,/-]+(\\d{4}|\\d{2}))?$`, 'i');

function parseDate(text: string, today: CivilDate): DatePartOfEntry | undefined {
  return parseNumericDate(text, today) ?? parseNamedDate(text, today);
}

function parseNumericDate(text: string, today: CivilDate): DatePartOfEntry | undefined {
  const iso = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso !== null) return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), 'm/d/yyyy');
  const full = /^(\d{1,2})([/-])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (full !== null) return dated(yearOf(full[4] ?? ''), Number(full[1]), Number(full[3]), 'm/d/yyyy');
  const short = /^(\d{1,2})[/-](\d{1,4})$/.exec(text);
  if (short === null) return undefined;
  const month = Number(short[1]);
  const second = Number(short[2]);
  if (second >= 1 && second <= 31) return dated(today.year, month, second, 'd-mmm');
  return dated(yearOf(short[2] ?? ''), month, 1, 'mmm-yy');
}

function parseNamedDate(text: string, today: CivilDate): DatePartOfEntry | undefined {
  const dayFirst = dayMonthYear.exec(text);
  if (dayFirst !== null) {
    const month = monthOf(dayFirst[2] ?? '');
    const day = Number(dayFirst[1]);
    return dayFirst[3] === undefined
      ? dated(today.year, month, day, 'd-mmm')
      : dated(yearOf(dayFirst[3]), month, day, 'd-mmm-yy');
  }
  const monthFirst = monthDayYear.exec(text);
  if (monthFirst === null) return undefined;
  const month = monthOf(monthFirst[1] ?? '');
  const number = Number(monthFirst[2]);
  if (monthFirst[3] !== undefined) return dated(yearOf(monthFirst[3]), month, number, 'd-mmm-yy');
  return number >= 1 && number <= daysInMonth(today.year, month)
    ? dated(today.year, month, number, 'd-mmm')
    : dated(yearOf(monthFirst[2] ?? ''), month, 1, 'mmm-yy');
}

function dated(year: number, month: number, day: number, numberFormat: string): DatePartOfEntry | undefined {
  return Number.isNaN(year) || month < 1 || month > 12 ? undefined : { date: { year, month, day }, numberFormat };
}

function monthOf(name: string): number {
  return monthNames.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
}

/** Two digits: 00–29 are 2000–2029, 30–99 are 1930–1999. Three digits are no year. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  if (text.length > 2) return Number.NaN;
  return year < 30 ? 2000 + year : 1900 + year;
}
