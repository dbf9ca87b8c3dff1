import { parseCivilDate, type CivilDate } from '../../../src/guidance/civil-date.ts';
import { dueDates, isoDate, lateInterest } from '../../../src/intake/receipt/payment-clock.ts';

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new RangeError(text);
  return parsed;
};

test.each([
  // Received on a Tuesday, a Thursday, a Friday, a Saturday, a Sunday.
  ['11/24/2026', '2026-11-26', '2026-12-24'],
  ['11/26/2026', '2026-11-30', '2026-12-26'],
  ['11/27/2026', '2026-12-01', '2026-12-27'],
  ['11/28/2026', '2026-12-01', '2026-12-28'],
  ['11/29/2026', '2026-12-01', '2026-12-29'],
  // The first day of AB 3275, and the last one before it: 45 working days.
  ['01/01/2026', '2026-01-05', '2026-01-31'],
  ['12/31/2025', '2026-01-02', '2026-03-04'],
])(
  'what is received on %s is acknowledged by %s and paid or contested by %s',
  (received, acknowledge, payOrContest) => {
    const due = dueDates(date(received));
    expect([isoDate(due.acknowledge), isoDate(due.payOrContest)]).toEqual([acknowledge, payOrContest]);
  },
);

test.each([
  // Day 31 is the first late one.
  ['12/31/2026', 100_000, null],
  ['01/01/2027', 100_000, { days: 1, cents: 41 }],
  ['12/31/2027', 100_000, { days: 365, cents: 15_000 }],
  // Half a cent is rounded up, and no cent is lost on amounts beyond 32 bits.
  ['01/01/2027', 1_217, { days: 1, cents: 1 }],
  ['01/01/2027', 1_216, { days: 1, cents: 0 }],
  ['12/31/2027', 999_999_999_999, { days: 365, cents: 150_000_000_000 }],
])('interest until %s on %i cents that were due on December 31, 2026', (today, amount, expected) => {
  expect(lateInterest(amount, date('12/31/2026'), date(today))).toEqual(expected);
});
