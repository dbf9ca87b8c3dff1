import { parseCivilDate, type CivilDate } from '../../../src/guidance/civil-date.ts';
import { dueDates, isoDate } from '../../../src/intake/receipt/payment-clock.ts';

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
