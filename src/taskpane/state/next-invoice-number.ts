const tenDigits = /^\d{10}$/;

/**
 * The number after the highest ten-digit invoice number in use; blank where there is none to go on from, or none left:
 * a provider's first number is the provider's to choose (footnote 30).
 */
export function nextInvoiceNumber(numbers: readonly string[]): string {
  const used = numbers.filter((number) => tenDigits.test(number)).map(Number);
  if (used.length === 0) return '';
  const next = String(Math.max(...used) + 1).padStart(10, '0');
  return tenDigits.test(next) ? next : '';
}
