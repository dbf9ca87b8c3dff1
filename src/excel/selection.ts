import type { ColumnKey } from '../guidance/columns.ts';
import { columnRuns, headerRows, invoiceColumn, isProviderBlock } from '../workbook/invoice-columns.ts';
import { sheetOf } from './locate.ts';

/**
 * Shows and selects a cell of a line. A hidden column is shown first, and a filter that hides the row is cleared: both
 * are allowed on the protected sheet.
 *
 * @returns whether a filter was cleared
 */
export async function selectCell(context: Excel.RequestContext, row: number, column: ColumnKey): Promise<boolean> {
  const sheet = sheetOf(context, 'invoice');
  const cell = sheet.getRangeByIndexes(row - 1, invoiceColumn(column).index, 1, 1);
  cell.load({ columnHidden: true, rowHidden: true });
  sheet.autoFilter.load({ isDataFiltered: true });
  await context.sync();
  const isFilteredOut = cell.rowHidden && sheet.autoFilter.isDataFiltered;
  if (isFilteredOut) sheet.autoFilter.clearCriteria();
  if (cell.columnHidden) cell.getEntireColumn().columnHidden = false;
  sheet.activate();
  cell.select();
  await context.sync();
  return isFilteredOut;
}

/** 1-based row of the selection's first cell where it lies on a line of the Invoice sheet, otherwise null. */
export async function selectedLine(context: Excel.RequestContext): Promise<number | null> {
  const invoice = sheetOf(context, 'invoice');
  const range = context.workbook.getSelectedRange();
  const active = context.workbook.worksheets.getActiveWorksheet();
  invoice.load({ id: true });
  range.load({ rowIndex: true });
  active.load({ id: true });
  await context.sync();
  if (active.id !== invoice.id || range.rowIndex < headerRows) return null;
  return range.rowIndex + 1;
}

/** Shows or hides elements 1 to 12 and 14 to 20. */
export async function showProviderBlock(context: Excel.RequestContext, shown: boolean): Promise<void> {
  const sheet = sheetOf(context, 'invoice');
  for (const run of columnRuns(isProviderBlock)) {
    sheet.getRangeByIndexes(0, run.first, 1, run.count).getEntireColumn().columnHidden = !shown;
  }
  await context.sync();
}
