/** Excel keeps 15 significant digits and rounds in decimal, so 1.005 is a half and goes up. */

export type RoundingMode = 'half away from zero' | 'away from zero' | 'towards zero';

/**
 * `value` rounded to `digits` decimals (negative: tens, hundreds …) on its 15 significant decimal digits:
 * 1.005 → 1.01, 2.675 → 2.68, -2.5 → -3 at 0 digits.
 */
export function roundDecimal(value: number, digits: number, mode: RoundingMode = 'half away from zero'): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const places = Math.trunc(digits);
  const text = Math.abs(value).toExponential(14);
  const mark = text.indexOf('e');
  const significant = text.charAt(0) + text.slice(2, mark);
  const kept = Number(text.slice(mark + 1)) + 1 + places;
  if (kept >= significant.length) return Number(value.toPrecision(15));
  const rest = kept < 0 ? '0' + significant : significant.slice(kept);
  const up =
    mode === 'towards zero' ? false : mode === 'away from zero' ? /[1-9]/.test(rest) : rest.charCodeAt(0) >= 53;
  const head = (kept <= 0 ? 0 : Number(significant.slice(0, kept))) + (up ? 1 : 0);
  const magnitude = Number(`${String(head)}e${String(-places)}`);
  return head === 0 ? 0 : value < 0 ? -magnitude : magnitude;
}

/** The value as Excel keeps and compares it: 15 significant digits. */
export function fifteenDigits(value: number): number {
  return value % 1 === 0 && value < 1e15 && value > -1e15 ? value : Number(value.toPrecision(15));
}
