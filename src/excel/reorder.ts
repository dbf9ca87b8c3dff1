import { blankEntry } from '../workbook/entry-cells.ts';
import { headerRows } from '../workbook/invoice-columns.ts';
import { permutationOf } from '../workbook/line-order.ts';
import type { EntryKey, LineOrder } from '../workbook/model.ts';
import { readMovableRows, type MovableRow } from './carry-over.ts';
import { ExcelError } from './invoice-workbook.ts';
import { sheetOf } from './locate.ts';
import { writeRows, type RowContent } from './write-lines.ts';

const blankRow: RowContent = { entry: blankEntry, mark: '', rowKey: '' };

/**
 * Sorts, inserts, deletes or moves lines, which Excel refuses on a protected sheet: entered values, row key and mark
 * of the rows between the first and the last that change are written in one request. Locked cells are not touched;
 * their formulas look at their own row.
 */
export async function reorderLines(context: Excel.RequestContext, rows: number, order: LineOrder): Promise<void> {
  const { rows: present, dates } = await readMovableRows(context, rows);
  const permutation = permutationOf(
    order,
    present.map((row) => ({ used: row.used, valueOf: (key) => valueForOrder(row, key) })),
    headerRows + 1,
  );
  if (permutation === 'full') throw new ExcelError('full');
  if (permutation === 'outside') throw new ExcelError('unexpected');
  const isMoved = (index: number) => permutation[index] !== index && isUsedIn(index);
  const isUsedIn = (index: number) => {
    const source = permutation[index];
    return present[index]?.used === true || (typeof source === 'number' && present[source]?.used === true);
  };
  const moved = present.map((_, index) => index).filter(isMoved);
  const first = moved[0];
  const last = moved.at(-1);
  if (first === undefined || last === undefined) return;
  const contents = permutation.slice(first, last + 1).map((source): RowContent => {
    const row = source === null ? undefined : present[source];
    return row?.used === true ? { entry: row.entry, mark: row.mark, rowKey: row.rowKey ?? '' } : blankRow;
  });
  writeRows(sheetOf(context, 'invoice'), headerRows + 1 + first, contents, dates, { preparedRows: rows });
  await context.sync();
}

function valueForOrder(row: MovableRow, key: EntryKey): string | number {
  const value = row.cells[key];
  return typeof value === 'boolean' ? String(value) : value;
}
