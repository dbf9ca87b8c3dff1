import { roundDecimal } from './decimal.ts';
import type { DigitPart, NumberSection } from './number-format-section.ts';

/** A number by its section: `1234.5` in `#,##0.00` is `1,234.50`. A negative without its own section gets `-`. */
export function showNumber(section: NumberSection, value: number): string {
  const scaled = Math.abs(value) * 100 ** section.percents * 0.001 ** section.thousandths;
  const { whole, fraction } = splitAtPoint(section.parts);
  const decimals = fraction.filter((part) => part.type === 'digit').length;
  const sign = value < 0 ? '-' : '';
  if (!section.parts.some((part) => part.type === 'digit')) return sign + literals(section.parts);
  if (section.exponent !== undefined) return sign + showScientific(section, whole, fraction, scaled, decimals);
  const [digits = '0', decimalDigits = ''] = fixed(scaled, decimals).split('.');
  return sign + fillWhole(whole, digits, section.thousands) + fillFraction(fraction, decimalDigits);
}

function fixed(value: number, decimals: number): string {
  const text = roundDecimal(value, decimals).toFixed(Math.min(decimals, 20));
  if (!text.includes('e')) return text;
  return BigInt(Math.round(value)).toString() + (decimals > 0 ? '.' + '0'.repeat(decimals) : '');
}

function splitAtPoint(parts: readonly DigitPart[]): { whole: readonly DigitPart[]; fraction: readonly DigitPart[] } {
  const point = parts.findIndex((part) => part.type === 'point');
  return point < 0 ? { whole: parts, fraction: [] } : { whole: parts.slice(0, point), fraction: parts.slice(point) };
}

function literals(parts: readonly DigitPart[]): string {
  return parts.map((part) => (part.type === 'literal' ? part.text : part.type === 'point' ? '.' : '')).join('');
}

/** Digits go in from the right; what is left over stands before the first place. */
function fillWhole(parts: readonly DigitPart[], digits: string, thousands: boolean): string {
  const first = parts.findIndex((part) => part.type === 'digit');
  let rest = digits === '0' ? '' : digits;
  let placed = 0;
  let text = '';
  const put = (digit: string): void => {
    if (thousands && placed > 0 && placed % 3 === 0) text = ',' + text;
    text = digit + text;
    placed += 1;
  };
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part?.type === 'literal') text = part.text + text;
    if (part?.type !== 'digit') continue;
    if (rest !== '') {
      put(rest.slice(-1));
      rest = rest.slice(0, -1);
    } else if (part.place === '0') put('0');
    else if (part.place === '?') text = ' ' + text;
    while (index === first && rest !== '') {
      put(rest.slice(-1));
      rest = rest.slice(0, -1);
    }
  }
  return text;
}

function fillFraction(parts: readonly DigitPart[], digits: string): string {
  const shown = digits.replace(/0+$/, '').length;
  let at = 0;
  return parts
    .map((part) => {
      if (part.type === 'literal') return part.text;
      if (part.type === 'point') return '.';
      const digit = digits.charAt(at);
      at += 1;
      if (at <= shown || part.place === '0') return digit;
      return part.place === '?' ? ' ' : '';
    })
    .join('');
}

function showScientific(
  section: NumberSection,
  whole: readonly DigitPart[],
  fraction: readonly DigitPart[],
  value: number,
  decimals: number,
): string {
  const [mantissa = '0', powerText = '0'] = value.toExponential(decimals).split('e');
  const [digits = '0', decimalDigits = ''] = mantissa.split('.');
  const power = Number(powerText);
  const sign = power < 0 ? '-' : section.exponent?.plus === true ? '+' : '';
  const exponent = String(Math.abs(power)).padStart(section.exponent?.digits ?? 1, '0');
  return `${fillWhole(whole, digits, false)}${fillFraction(fraction, decimalDigits)}E${sign}${exponent}`;
}
