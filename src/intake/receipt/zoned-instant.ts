import type { CivilDate } from '../../guidance/civil-date.ts';

/**
 * An instant as RFC 3339 with the offset of a time zone (`2026-11-24T05:37:00.000-08:00`): the day on it is the day
 * at the plan, from which due dates count.
 */
export function zonedInstant(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The day that it is in a time zone at an instant. */
export function zonedDay(instant: Date, timeZone: string): CivilDate {
  const local = instant.getTime() + offsetMinutes(instant, timeZone) * 60_000;
  return Math.floor(local / 86_400_000) as CivilDate;
}

function offsetMinutes(instant: Date, timeZone: string): number {
  const name =
    formatOf(timeZone)
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name);
  const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0);
  return match?.[1] === '-' ? -minutes : minutes;
}

/** Formats by time zone: one takes a hundred times as long to make as to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  return format;
}
