import { civilDate, partsOf, type CivilDate } from '../../guidance/civil-date.ts';

/** A day as CCYYMMDD. */
export function printShortDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** The day of CCYYMMDD, or null where the text is no day. */
export function parseShortDate(text: string): CivilDate | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return civilDate(Number(year), Number(month), Number(day));
}
