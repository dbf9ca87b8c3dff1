import type { DatePart, DateSection } from './number-format-section.ts';
import { dateOfSerial, type DateSystem, weekdayOfSerial } from './serial.ts';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const secondsPerDay = 86_400;

/** A serial within the calendar as date and time, to the nearest second. */
export function showDate(section: DateSection, serial: number, system: DateSystem): string {
  const seconds = Math.round(serial * secondsPerDay);
  const day = Math.floor(seconds / secondsPerDay);
  const ofDay = seconds - day * secondsPerDay;
  const date = dateOfSerial(day, system) ?? { year: 9999, month: 12, day: 31 };
  const hour = Math.floor(ofDay / 3600);
  const show = (part: DatePart): string => {
    switch (part.type) {
      case 'literal':
        return part.text;
      case 'year':
        return part.width <= 2 ? padded(date.year % 100, 2) : padded(date.year, 4);
      case 'month':
        return monthText(date.month, part.width);
      case 'day':
        return padded(date.day, part.width);
      case 'weekday':
        return (weekdayNames[weekdayOfSerial(day, system)] ?? '').slice(0, part.width === 3 ? 3 : undefined);
      case 'hour':
        return padded(section.twelveHours ? hour % 12 || 12 : hour, part.width);
      case 'minute':
        return padded(Math.floor(ofDay / 60) % 60, part.width);
      case 'second':
        return padded(ofDay % 60, part.width);
      case 'half':
        return (hour < 12 ? 'AM' : 'PM').slice(0, part.short ? 1 : 2);
    }
  };
  return section.parts.map(show).join('');
}

function monthText(month: number, width: number): string {
  const name = monthNames[month - 1] ?? '';
  if (width <= 2) return padded(month, width);
  if (width === 3) return name.slice(0, 3);
  return width === 5 ? name.slice(0, 1) : name;
}

function padded(value: number, width: number): string {
  return String(value).padStart(Math.min(width, 4), '0');
}
