/**
 * A header as headers are compared: without case, blanks, punctuation and diacritics, `#` read as "number". `Inv. #`
 * and `INV_NUMBER` are the same, and so are `Dirección` and `direccion`.
 */
export function normalizedHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replaceAll('#', 'number')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
