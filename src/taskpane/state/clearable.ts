import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import type { KeptReceipt } from './follow-up-state.ts';

/** What of the members' data may be taken out of the workbook. */
export interface Clearable {
  /** 1-based rows of lines whose invoice the plan has accepted and a genuine receipt names. */
  readonly rows: readonly number[];
  /** Lines that stay: for them the workbook is the only record. */
  readonly staying: number;
  /** CINs of members without a line in the workbook, as they stand on the roster. */
  readonly members: readonly string[];
}

/**
 * What may be cleared. Nothing before there is a receipt that the plan has signed; then lines of accepted invoices that
 * a receipt names, and members that no line uses.
 */
export function clearable(
  { lines, members }: Pick<WorkbookContents, 'lines' | 'members'>,
  accepted: readonly string[],
  submissions: readonly KeptReceipt[],
): Clearable | null {
  const receipts = submissions.flatMap(({ receipt }) => receipt ?? []);
  if (receipts.length === 0) return null;
  const isAccepted = new Set(accepted);
  const done = new Set(
    receipts
      .flatMap(({ invoices }) => invoices.flatMap(({ invoiceNumber }) => invoiceNumber ?? []))
      .filter((number) => isAccepted.has(number)),
  );
  const rows = lines.filter(({ text }) => done.has(text.invoiceNumber)).map(({ row }) => row);
  const used = new Set(lines.map(({ text }) => text.memberCin.toUpperCase()));
  const without = members.map(({ memberCin }) => memberCin).filter((cin) => !used.has(cin.toUpperCase()));
  return { rows, staying: lines.length - rows.length, members: [...new Set(without)] };
}
