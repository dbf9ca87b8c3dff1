import { receiptCharacters, receiptParts, receiptsArea } from '../workbook/geometry.ts';
import { asConstant, rangeOf, type CellValue } from './cells.ts';
import { ExcelError, type ReceiptRow } from './invoice-workbook.ts';
import { sheetOf } from './locate.ts';

/** Columns before the signed receipt. */
const described = 6;

/** Reads the Receipts sheet, oldest first. */
export async function readReceipts(context: Excel.RequestContext): Promise<readonly ReceiptRow[]> {
  const range = rangeOf(sheetOf(context, 'receipts'), receiptsArea);
  range.load({ values: true });
  await context.sync();
  return (range.values as CellValue[][]).flatMap((row): readonly ReceiptRow[] =>
    row[0] === ''
      ? []
      : [
          {
            submissionId: String(row[0]),
            receivedAt: String(row[1]),
            invoices: Number(row[2]),
            lines: Number(row[3]),
            totalCents: Math.round(Number(row[4]) * 100),
            state: String(row[5]),
            receipt: row.slice(described).join(''),
          },
        ],
  );
}

/** Writes a receipt on its submission's row, or on the first free one. @throws ExcelError `full` */
export async function writeReceipt(context: Excel.RequestContext, receipt: ReceiptRow): Promise<void> {
  const present = await readReceipts(context);
  const known = present.findIndex(({ submissionId }) => submissionId === receipt.submissionId);
  const index = known >= 0 ? known : present.length;
  if (index >= receiptsArea.rows) throw new ExcelError('full');
  const parts = Array.from({ length: receiptParts }, (_, part) =>
    receipt.receipt.slice(part * receiptCharacters, (part + 1) * receiptCharacters),
  );
  const row: CellValue[] = [
    asConstant(receipt.submissionId, true),
    asConstant(receipt.receivedAt, true),
    receipt.invoices,
    receipt.lines,
    receipt.totalCents / 100,
    asConstant(receipt.state, true),
    ...parts,
  ];
  const target = { ...receiptsArea, row: receiptsArea.row + index, rows: 1 };
  rangeOf(sheetOf(context, 'receipts'), target).values = [row];
  await context.sync();
}
