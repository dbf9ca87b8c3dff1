import { partsOf, type CivilDate } from '../../guidance/civil-date.ts';

/** A day as CCYYMMDD. */
export function printShortDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}
