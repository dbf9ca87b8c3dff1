import type { UnitCount } from './unit-count.ts';

/** An amount of US dollars in integer cents, never negative. */
export type Cents = number;

/** Up to 99,999,999,999.99: more than any amount element holds, and a safe integer in cents. */
const moneyForm = /^(\d{1,11})(?:\.(\d{1,2}))?$/;

/**
 * Cents of an amount in dollars, or null where the text is no plain amount: digits, with at most two decimals after a
 * point; no sign, dollar mark or thousands mark.
 */
export function parseCents(text: string): Cents | null {
  const match = moneyForm.exec(text);
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** The amount in dollars with two decimals and no other mark: `1234.50`. */
export function printCents(cents: Cents): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Service Charge Amount (footnote 28): unit count times unit cost, rounded half up to the cent. The product is worked
 * out in whole numbers, since 0.145 × 100 is no 14.5 in floating point.
 *
 * @returns cents; null where the product is beyond a safe integer, far beyond what the element holds
 */
export function chargeFor(units: UnitCount, unitCostCents: Cents): Cents | null {
  const product = units.digits * unitCostCents;
  // Almost every count is whole, and whole numbers below 2^53 multiply exactly.
  if (units.decimals === 0) return Number.isSafeInteger(product) ? product : null;
  const divisor = 10n ** BigInt(units.decimals);
  const exact = BigInt(units.digits) * BigInt(unitCostCents);
  const cents = Number((exact * 2n + divisor) / (divisor * 2n));
  return Number.isSafeInteger(cents) ? cents : null;
}
