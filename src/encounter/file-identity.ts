import { civilDateAt } from '../guidance/civil-date.ts';
import type { FileIdentity } from './envelope.ts';

/**
 * What is new in a file that is written now: its number, and day and time where the plan is.
 *
 * @param timeZone IANA name
 */
export function fileIdentity(controlNumber: number, now: Date, timeZone: string): FileIdentity {
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat('en-US', { timeZone, ...hours }).format(now).replace(':', '');
  return { controlNumber, date: civilDateAt(now, timeZone), time };
}
