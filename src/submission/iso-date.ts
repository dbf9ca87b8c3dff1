import { civilDate, partsOf, printCivilDate, type CivilDate } from '../guidance/civil-date.ts';

/** RFC 3339 full-date of a civil date: `2026-11-02`. */
export function isoDate(date: CivilDate): string {
  const { year } = partsOf(date);
  return `${String(year).padStart(4, '0')}-${printCivilDate(date).slice(0, 5).replace('/', '-')}`;
}

/** The civil date of an RFC 3339 full-date. @throws RangeError where it is none */
export function civilDateOfIso(text: string): CivilDate {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = civilDate(Number(year), Number(month), Number(day));
  if (date === null) throw new RangeError('Not a full-date of RFC 3339');
  return date;
}
