import { Refusal } from './refusal.ts';

interface NumberEntry {
  readonly value: number;
  readonly numberFormat?: string;
  readonly percent?: boolean;
}

const pattern =
  /^(?<open>\()?\s*(?<sign>[+-])?\s*(?<currency>\$)?\s*(?<late>[+-])?(?<whole>\d{1,3}(?:,\d{3})+|\d+)?(?<fraction>\.\d*)?(?<exponent>E[+-]?\d+)?\s*(?<percent>%)?\s*(?<close>\))?$/i;

/** `1,234.50`, `-5`, `(5)`, `$5`, `5%`, `1E5`, `.5`, `5.`; undefined for anything else. */
export function parseNumberEntry(text: string): NumberEntry | undefined {
  if (/^[+-]?\d+ \d+\/\d+$/.test(text)) {
    throw new Refusal('notModelled', 'The workbench does not model fractions such as 1 1/2.');
  }
  const prefixed = /^([+-]?)%\s*(\S+)$/.exec(text);
  const parts = pattern.exec(prefixed === null ? text : `${prefixed[1] ?? ''}${prefixed[2] ?? ''}%`)?.groups;
  if (parts === undefined) return undefined;
  const { open, close, sign, late, currency, whole = '', fraction = '', exponent = '', percent } = parts;
  if (whole === '' && !/\d/.test(fraction)) return undefined;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const signs = [open, sign, late].filter((one) => one !== undefined);
  if (signs.length > 1 || (late !== undefined && currency === undefined)) return undefined;
  const magnitude = fifteenDigitsOf(whole.replaceAll(',', ''), fraction, exponent);
  const scaled = percent === undefined ? magnitude : Number((magnitude / 100).toPrecision(15));
  if (!Number.isFinite(scaled)) return undefined;
  const negative = signs.some((one) => one === '-' || one === '(');
  const value = negative && scaled !== 0 ? -scaled : scaled;
  const decimals = fraction.length > 1;
  if (percent !== undefined) return { value, numberFormat: decimals ? '0.00%' : '0%', percent: true };
  const format = formatOf(currency !== undefined, whole.includes(','), exponent !== '', decimals);
  return format === undefined ? { value } : { value, numberFormat: format };
}

/** Excel keeps the first fifteen significant digits that were typed and makes the rest zeros. */
function fifteenDigitsOf(whole: string, fraction: string, exponent: string): number {
  const digits = whole + fraction.slice(1);
  const lead = digits.length - digits.replace(/^0+/, '').length;
  const kept = digits.slice(0, lead + 15).padEnd(digits.length, '0');
  return Number(`${kept.slice(0, whole.length)}.${kept.slice(whole.length)}${exponent}`);
}

function formatOf(currency: boolean, thousands: boolean, scientific: boolean, decimals: boolean): string | undefined {
  if (currency) return decimals ? '$#,##0.00_);[Red]($#,##0.00)' : '$#,##0_);[Red]($#,##0)';
  if (scientific) return '0.00E+00';
  if (thousands) return decimals ? '#,##0.00' : '#,##0';
  return undefined;
}
