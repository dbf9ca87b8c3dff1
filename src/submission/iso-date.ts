import { partsOf, printCivilDate, type CivilDate } from '../guidance/civil-date.ts';

/** RFC 3339 full-date of a civil date: `2026-11-02`. */
export function isoDate(date: CivilDate): string {
  const { year } = partsOf(date);
  return `${String(year).padStart(4, '0')}-${printCivilDate(date).slice(0, 5).replace('/', '-')}`;
}
