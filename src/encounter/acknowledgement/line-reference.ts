/** REF*6R of the lines that we write: invoice number and 1-based line. */
const lineReference = /^(\d{10})-([1-9]\d{0,2})$/;

/** The invoice and line that a number of a service line names, or null where it is none of ours. */
export function ownLine(reference: string): { readonly invoiceNumber: string; readonly line: number } | null {
  const [, invoiceNumber, line] = lineReference.exec(reference) ?? [];
  return invoiceNumber === undefined || line === undefined ? null : { invoiceNumber, line: Number(line) };
}
