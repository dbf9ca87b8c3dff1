import { addDays, civilDate, partsOf, type CivilDate } from '../../guidance/civil-date.ts';

import type { Cents } from '../../guidance/money.ts';

/** Days by which a plan has to act on what it received. */
export interface DueDates {
  /** Acknowledge receipt: two working days after receipt. The signed receipt itself does it at once. */
  readonly acknowledge: CivilDate;
  /** Pay, contest or deny. */
  readonly payOrContest: CivilDate;
}

/** AB 3275 (chapter 763, statutes of 2024): what is received from this day on has 30 calendar days. */
const ab3275 = civilDate(2026, 1, 1);

/**
 * Due dates by the rules that were in force on the day of receipt. From 2026: 30 calendar days, not moved by weekends;
 * before: 45 working days of a health maintenance organisation (Health and Safety Code 1371). Working days are Monday
 * to Friday: holidays, which would only make a date later, are not counted.
 *
 * @param received day of receipt in the plan's time zone.
 */
export function dueDates(received: CivilDate): DueDates {
  const byAb3275 = ab3275 !== null && received >= ab3275;
  return {
    acknowledge: addWorkingDays(received, 2),
    payOrContest: byAb3275 ? addDays(received, 30) : addWorkingDays(received, 45),
  };
}

/** Interest on what a plan pays late. */
export interface LateInterest {
  /** Days after the due date. */
  readonly days: number;
  readonly cents: Cents;
}

/** Percent a year (Health and Safety Code 1371, and AB 3275 from 2026). */
const yearlyInterest = 15n;

/**
 * What a delay has cost until a day: 15 % a year on the amount, from the day after the due date, rounded half up to the
 * cent. An estimate: penalties of a plan that leaves it out come on top, and a plan may owe less than was charged.
 *
 * @param due last day on which the plan was in time
 * @returns null where it is in time
 */
export function lateInterest(amount: Cents, due: CivilDate, today: CivilDate): LateInterest | null {
  const days = today - due;
  if (days <= 0) return null;
  const divisor = 365n * 100n;
  const exact = BigInt(amount) * yearlyInterest * BigInt(days);
  return { days, cents: Number((exact * 2n + divisor) / (divisor * 2n)) };
}

/** A date as `YYYY-MM-DD`. */
export function isoDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** The date of `YYYY-MM-DD`, or null where there is none. */
export function readIsoDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match === null ? null : civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function addWorkingDays(from: CivilDate, days: number): CivilDate {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** Day 0 of the count, 1970-01-01, was a Thursday. */
function isWorkingDay(date: CivilDate): boolean {
  const weekday = (((date + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}
