/** Sign, digits, and decimals of which two may say something; one of digits and decimals may be missing. */
const amountForm = /^(-?)(\d{0,11})(?:\.(\d{0,2})0*)?$/;

/** Cents of an amount of X12, negative ones included (`-12.5`, `.07`, `150`), or null where the text is none. */
export function parseAmount(text: string): number | null {
  const [, sign = '', dollars = '', decimals = ''] = amountForm.exec(text) ?? [];
  if (dollars === '' && decimals === '') return null;
  const cents = Number(dollars) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' && cents > 0 ? -cents : cents;
}
