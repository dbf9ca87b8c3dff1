import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { RawCell } from '../workbook/cell-text.ts';
import { contentsFrom, type ReadContents } from '../workbook/contents.ts';
import { blankEntry, entryFromCells } from '../workbook/entry-cells.ts';
import { acceptedArea, linesArea, mappingsArea, membersArea, receiptsArea } from '../workbook/geometry.ts';
import { entryColumns, headerRows, invoiceColumn } from '../workbook/invoice-columns.ts';
import type { InvoiceRow } from '../workbook/invoice-rows.ts';
import { formulaOf } from '../workbook/invoice-formulas.ts';
import type { SheetRole } from '../workbook/layout.ts';
import type { EntryKey, Member, ProviderSetup } from '../workbook/model.ts';
import { memberCells, setupBlocks, type CellMatrix } from '../workbook/setup-cells.ts';
import { atOnce } from '../workbook/slices.ts';
import { asConstant, rangeOf } from './cells.ts';
import { allParts, loadContents } from './load-contents.ts';
import { loadState, sheetOf, stateOf } from './locate.ts';
import { writeRows, type RowContent } from './write-lines.ts';

/** A row that is carried: everything that a person or a check put on it. */
export interface CarriedRow extends RowContent {
  /** 1-based sheet row, which it keeps. */
  readonly row: number;
}

/** Everything of a template that is not the template itself. */
export interface CarriedContents {
  readonly dates: ExcelDateSystem;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  /** The lines in use, top to bottom. */
  readonly rows: readonly CarriedRow[];
  readonly receipts: CellMatrix;
  readonly accepted: CellMatrix;
  /** Where the columns of imported lists went. */
  readonly mappings: CellMatrix;
  readonly attempt: number;
  /** Prepared rows that lines and members need: lines keep their rows, so the last one counts. */
  readonly rowsNeeded: number;
  /** The cells of the new sheet, from CIN to row key, that prove that the lines arrived. */
  rowsRange(invoice: Excel.Worksheet): Excel.Range;
  /** Whether every carried line stands in the values of those cells. */
  standsIn(values: readonly (readonly unknown[])[]): boolean;
}

const defaultedColumns = entryColumns.filter((column) => column.defaulted);

/** Rows with the knowledge of which defaults nobody typed over, and with their marks: for moving them. */
export interface MovableRow extends InvoiceRow {
  readonly mark: string;
}

/** Everything on the sheets with which lines can be moved. */
export interface MovableContents extends Pick<ReadContents, 'dates' | 'setup' | 'members'> {
  readonly rows: readonly MovableRow[];
}

/** Reads the rows for moving: values, then the formulas of the four defaulted columns and the marks. */
export async function readMovableRows(context: Excel.RequestContext, rows: number): Promise<MovableContents> {
  const contents = loadContents(context, allParts(rows));
  await context.sync();
  const { rows: read, dates, setup, members } = atOnce(contentsFrom(contents.read(), null));
  const invoice = sheetOf(context, 'invoice');
  const formulas = defaultedColumns.map((column) => {
    const range = rangeOf(invoice, linesArea(rows, column.index));
    range.load({ formulas: true });
    return [column, range] as const;
  });
  const marks = rangeOf(invoice, linesArea(rows, invoiceColumn('mark').index));
  marks.load({ values: true });
  await context.sync();
  const isDefault = (row: InvoiceRow, index: number) => (key: EntryKey) => {
    const found = formulas.find(([column]) => column.key === key);
    return found !== undefined && found[1].formulas[index]?.[0] === formulaOf(found[0], row.row, rows);
  };
  return {
    dates,
    setup,
    members,
    rows: read.map((row, index) => ({
      ...row,
      entry: row.used ? entryFromCells(row.cells, dates, isDefault(row, index)) : blankEntry,
      mark: String(marks.values[index]?.[0] ?? ''),
    })),
  };
}

/** Reads everything that a rebuild carries over. */
export async function readCarriedContents(context: Excel.RequestContext, rows: number): Promise<CarriedContents> {
  const receipts = rangeOf(sheetOf(context, 'receipts'), receiptsArea);
  const accepted = rangeOf(sheetOf(context, 'state'), acceptedArea).getUsedRangeOrNullObject(true);
  const mappings = rangeOf(sheetOf(context, 'state'), mappingsArea);
  for (const range of [receipts, accepted, mappings]) range.load({ values: true });
  const state = loadState(context);
  await context.sync();
  const acceptedValues = accepted.isNullObject ? [] : (accepted.values as CellMatrix);
  const receiptValues = (receipts.values as CellMatrix).filter((row) => row.some((cell) => cell !== ''));
  const attempt = Number(stateOf(state)?.attempt ?? '1');
  const { dates, setup, members, rows: movable } = await readMovableRows(context, rows);
  const carried = movable.flatMap((row): readonly CarriedRow[] =>
    row.used ? [{ row: row.row, entry: row.entry, mark: row.mark, rowKey: row.rowKey ?? '' }] : [],
  );
  const keyColumn = invoiceColumn('rowKey').index;
  const cinColumn = invoiceColumn('memberCin').index;
  const lastRow = carried.at(-1)?.row ?? headerRows;
  return {
    dates,
    setup,
    members,
    rows: carried,
    receipts: receiptValues,
    accepted: acceptedValues,
    mappings: mappings.values as CellMatrix,
    attempt,
    rowsNeeded: Math.max(lastRow - headerRows, members.length),
    rowsRange: (invoice) =>
      invoice.getRangeByIndexes(headerRows, cinColumn, lastRow - headerRows, keyColumn - cinColumn + 1),
    standsIn: (values) =>
      carried.every(({ row, entry, rowKey }) => {
        const written = values[row - 1 - headerRows];
        return written?.[0] === entry.memberCin && written.at(-1) === rowKey;
      }),
  };
}

/** Queues everything carried onto new sheets. */
export function writeCarriedContents(
  sheets: ReadonlyMap<SheetRole, Excel.Worksheet>,
  carried: CarriedContents,
  preparedRows: number,
): void {
  const { dates } = carried;
  const setup = sheets.get('setup');
  const members = sheets.get('members');
  const invoice = sheets.get('invoice');
  const receipts = sheets.get('receipts');
  const state = sheets.get('state');
  if (!setup || !members || !invoice || !receipts || !state) return;
  writeSetup(setup, carried.setup, dates);
  writeRoster(members, carried.members, dates);
  for (const block of neighbours(carried.rows)) {
    const first = block[0];
    if (first !== undefined) writeRows(invoice, first.row, block, dates, { preparedRows });
  }
  writeMatrix(receipts, receiptsArea.row, receiptsArea.column, carried.receipts);
  writeMatrix(state, acceptedArea.row, acceptedArea.column, carried.accepted);
  writeMatrix(state, mappingsArea.row, mappingsArea.column, carried.mappings);
}

/** Queues the Setup sheet's answers. */
export function writeSetup(sheet: Excel.Worksheet, setup: ProviderSetup, dates: ExcelDateSystem): void {
  for (const { area, cells } of setupBlocks(setup, dates)) {
    rangeOf(sheet, area).values = cells.map((row) => row.map((cell) => asConstant(cell, true)));
  }
}

/** Queues the roster from the first row down. */
export function writeRoster(sheet: Excel.Worksheet, members: readonly Member[], dates: ExcelDateSystem): void {
  const { row, column } = membersArea(members.length);
  writeMatrix(sheet, row, column, memberCells(members, dates));
}

function writeMatrix(sheet: Excel.Worksheet, row: number, column: number, cells: CellMatrix): void {
  const width = cells[0]?.length ?? 0;
  if (width === 0) return;
  sheet.getRangeByIndexes(row, column, cells.length, width).values = cells.map((line) =>
    line.map((cell: RawCell) => asConstant(cell, true)),
  );
}

/** Groups rows that stand directly below each other. */
function neighbours(rows: readonly CarriedRow[]): readonly (readonly CarriedRow[])[] {
  const blocks: CarriedRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last?.at(-1)?.row === row.row - 1) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
