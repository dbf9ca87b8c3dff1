import { columnOf } from '../../guidance/columns.ts';
import { heldWords, noteWords } from '../../encounter/note-words.ts';
import type { ReportEntry } from '../../encounter/notes.ts';
import { printTable } from '../../xlsx/delimited-table.ts';

/** The side report as CSV: claims, what stands there that the invoice does not say, what is in no file, and decisions on none. */
export function printReport(
  report: readonly ReportEntry[],
  returned: readonly string[],
  notTaken: readonly { readonly invoiceNumber: string; readonly words: string }[] = [],
): string {
  return printTable([
    ['Invoice Number', 'What', 'Claim', 'Element', 'In words'],
    ...report.map((entry) => {
      if (entry.kind === 'claim') {
        const lines = `Lines ${String(entry.firstLine)} to ${String(entry.lastLine)}`;
        return [entry.invoiceNumber, 'CLAIM', entry.claimNumber, '', lines];
      }
      const element = entry.column === null ? '' : columnOf(entry.column).header;
      const words = entry.kind === 'note' ? noteWords[entry.code] : heldWords[entry.code];
      return [entry.invoiceNumber, entry.code, '', element, words];
    }),
    ...returned.map((number) => [
      /^\d{10}$/.test(number) ? number : '',
      'NOT_ACCEPTED',
      '',
      '',
      'The rules find an error in it: check the list.',
    ]),
    ...notTaken.map(({ invoiceNumber, words }) => [invoiceNumber, 'DECISION_NOT_TAKEN', '', '', words]),
  ]);
}
