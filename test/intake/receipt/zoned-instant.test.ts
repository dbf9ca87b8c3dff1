import { isoDate } from '../../../src/intake/receipt/payment-clock.ts';
import { zonedDay, zonedInstant } from '../../../src/intake/receipt/zoned-instant.ts';

test.each([
  ['2026-11-24T13:37:00.123Z', 'America/Los_Angeles', '2026-11-24T05:37:00.123-08:00'],
  ['2026-07-01T06:59:59.000Z', 'America/Los_Angeles', '2026-06-30T23:59:59.000-07:00'],
  // The hour that summer time takes, and the one that it gives back.
  ['2026-03-08T10:00:00.000Z', 'America/Los_Angeles', '2026-03-08T03:00:00.000-07:00'],
  ['2026-11-01T09:00:00.000Z', 'America/Los_Angeles', '2026-11-01T01:00:00.000-08:00'],
  ['2026-11-24T13:37:00.000Z', 'UTC', '2026-11-24T13:37:00.000+00:00'],
  ['2026-11-24T13:37:00.000Z', 'Asia/Kathmandu', '2026-11-24T19:22:00.000+05:45'],
])('%s in %s is %s', (instant, zone, expected) => {
  expect(zonedInstant(new Date(instant), zone)).toBe(expected);
  expect(new Date(expected).toISOString()).toBe(instant);
  expect(isoDate(zonedDay(new Date(instant), zone))).toBe(expected.slice(0, 10));
});
