/** First day of the workbook's calendar: 1900 (Windows) or 1904 (older Mac). */
export type DateSystem = 1900 | 1904;

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31; 0 only for serial 0 of the 1900 system, which Excel shows as 1/0/1900. */
  readonly day: number;
}

const millisecondsPerDay = 86_400_000;

/** Serial of 12/31/9999, the last date that Excel knows. */
export function lastSerial(system: DateSystem): number {
  return system === 1900 ? 2_958_465 : 2_957_003;
}

function daysSince1970(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / millisecondsPerDay);
}

/**
 * Serial of a date whose month and day may overflow, as in Excel's DATE (month 13 is January of the next year).
 * The 1900 system counts 2/29/1900 as serial 60, a day that never was.
 */
export function serialOfParts(year: number, month: number, day: number, system: DateSystem): number {
  const days = daysSince1970(year, month, day);
  if (system === 1904) return days + 24_107;
  const serial = days + 25_569;
  return serial > 60 ? serial : serial - 1;
}

/** Serial of a real date from the first to the last day of the calendar; undefined for any other. */
export function serialOf(date: CivilDate, system: DateSystem): number | undefined {
  const { year, month, day } = date;
  if (system === 1900 && year === 1900 && month === 2 && day === 29) return 60;
  if (year < system || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return serialOfParts(year, month, day, system);
}

/** The date of a serial (its fraction, the time of day, is left out); undefined outside the calendar. */
export function dateOfSerial(serial: number, system: DateSystem): CivilDate | undefined {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > lastSerial(system)) return undefined;
  if (system === 1900) {
    if (whole === 0) return { year: 1900, month: 1, day: 0 };
    if (whole === 60) return { year: 1900, month: 2, day: 29 };
  }
  const days = system === 1904 ? whole - 24_107 : whole - (whole > 60 ? 25_569 : 25_568);
  const date = new Date(days * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday, as Excel counts: serial 1 of the 1900 system is taken for a Sunday although it was a Monday. */
export function weekdayOfSerial(serial: number, system: DateSystem): number {
  return (Math.floor(serial) + (system === 1900 ? 6 : 5)) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** What a clock gives: the date and time of day at this place. */
export interface CivilMoment extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The machine's own date and time. */
export function systemClock(): CivilMoment {
  const now = new Date();
  return {
    year: now.getFullYear(),
    month: now.getMonth() + 1,
    day: now.getDate(),
    hour: now.getHours(),
    minute: now.getMinutes(),
    second: now.getSeconds(),
  };
}
