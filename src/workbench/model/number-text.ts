/** Numbers as text without a number format. */

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

function scientific(value: number, fraction: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(fraction).split('e');
  const power = Number(exponent);
  const digits = String(Math.abs(power)).padStart(2, '0');
  return `${trimmed(mantissa)}E${power < 0 ? '-' : '+'}${digits}`;
}

/**
 * What `&` and text functions see: 15 significant digits, plain as long as 20 characters hold it, else scientific.
 * 0.1+0.2 → `0.3`, 1E+20 → `1E+20`.
 */
export function numberToText(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const [mantissa = '', exponentText = ''] = value.toExponential(14).split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  const length = exponent >= 0 ? Math.max(exponent + 1, digits.length + 1) : 1 - exponent + digits.length;
  if (length > 20) return scientific(value, 14);
  const sign = value < 0 ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** What a cell of format General shows: at most eleven characters beside the sign. */
export function generalText(value: number): string {
  if (value === 0) return '0';
  const sign = value < 0 ? '-' : '';
  const magnitude = Math.abs(value);
  if (Number.isInteger(magnitude) && magnitude < 1e11) return sign + String(magnitude);
  const exponent = Number(magnitude.toExponential(14).split('e')[1]);
  if (exponent >= 11 || exponent < -9) return sign + scientific(magnitude, 5);
  const room = exponent >= 0 ? 10 - (exponent + 1) : 9;
  const plain = trimmed(magnitude.toFixed(Math.max(room, 0)));
  const exact = trimmed(magnitude.toPrecision(15)) === plain;
  // Below one ten-thousandth Excel prefers the scientific form unless the plain one loses nothing.
  return exponent < -4 && !exact ? sign + scientific(magnitude, 5) : sign + plain;
}
