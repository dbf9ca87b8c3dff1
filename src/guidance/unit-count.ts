/**
 * A unit count (element 37) as a decimal, exact: `digits` tenths, hundredths … as `decimals` says. `2.25` is
 * `{ digits: 225, decimals: 2 }`.
 */
export interface UnitCount {
  readonly digits: number;
  readonly decimals: number;
}

/**
 * As many digits as the element holds, so that `digits` is always a safe integer; decimals as many as the 837 has for a
 * quantity (SV104, SV205).
 */
const decimalForm = /^(\d{1,8})(?:\.(\d{1,3}))?$/;

/**
 * The count that a text gives, or null where it is no plain decimal: no sign, no exponent, no thousands mark, at most
 * three decimals and eight characters. Zero is a count; `UNIT_COUNT_POSITIVE` speaks of it.
 */
export function parseUnitCount(text: string): UnitCount | null {
  const match = text.length <= 8 ? decimalForm.exec(text) : null;
  if (match === null) return null;
  // Zeros at the end say nothing: 2.50 is 2.5, and 1.0 is whole.
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  return { digits: Number(`${match[1] ?? ''}${fraction}`), decimals: fraction.length };
}

/** The count as text, without zeros at the end: `2.25`, `8`. */
export function printUnitCount(count: UnitCount): string {
  if (count.decimals === 0) return String(count.digits);
  const digits = String(count.digits).padStart(count.decimals + 1, '0');
  return `${digits.slice(0, -count.decimals)}.${digits.slice(-count.decimals)}`;
}

/** Whether the count has no fraction. */
export function isWhole(count: UnitCount): boolean {
  return count.decimals === 0;
}

/** Whether the count is more than a whole number. */
export function isMoreThan(count: UnitCount, whole: number): boolean {
  return count.digits > whole * 10 ** count.decimals;
}
