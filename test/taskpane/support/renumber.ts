import type { MemoryWorkbook } from './memory-workbook.ts';

let base = 5_000_000_000;

/** Gives all invoices numbers that no test before has sent: an endpoint remembers what it accepted. */
export function renumber(workbook: MemoryWorkbook): void {
  base += 1_000_000;
  workbook.rows = workbook.rows.map((row) =>
    row === null
      ? null
      : {
          ...row,
          entry: { ...row.entry, invoiceNumber: String(base + (Number(row.entry.invoiceNumber) % 1_000_000)) },
        },
  );
}
