import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { RawCell } from '../workbook/cell-text.ts';
import { cellsFromEntry } from '../workbook/entry-cells.ts';
import {
  columnRuns,
  headerRows,
  invoiceColumn,
  invoiceColumns,
  type InvoiceColumn,
} from '../workbook/invoice-columns.ts';
import { formulaOf } from '../workbook/invoice-formulas.ts';
import { packMark } from '../workbook/mark.ts';
import type { LineEntry } from '../workbook/model.ts';
import { numberFormatOf } from '../workbook/native-checks.ts';
import { atOnce, inSlices, pause, type SlicedWork } from '../workbook/slices.ts';
import { asConstant } from './cells.ts';
import type { RowVerdict } from './invoice-workbook.ts';
import { sheetOf } from './locate.ts';

/** What goes on one row: the entry, or `null` for a blank row, with the mark and row key that travel with it. */
export interface RowContent {
  readonly entry: LineEntry;
  readonly mark: string;
  readonly rowKey: string;
}

/** Where a defaulted cell that nobody typed over gets its formula from; `keep` leaves the cell as it is. */
export type Defaults = { readonly preparedRows: number } | 'keep';

const entryRuns = columnRuns((column) => column.kind === 'entry');
const mark = invoiceColumn('mark');

/**
 * Queues rows of entered values below each other: one write per run of unlocked columns, mark and row key together.
 * No locked cell is touched.
 *
 * @param firstRow 1-based sheet row of the first content
 */
export function writeRows(
  sheet: Excel.Worksheet,
  firstRow: number,
  contents: readonly RowContent[],
  dates: ExcelDateSystem,
  defaults: Defaults,
): void {
  writeBlocks(sheet, firstRow, contents, atOnce(blocksOf(firstRow, contents, dates, defaults)));
}

/** Values of rows below each other in one run of unlocked columns. */
interface Block {
  readonly firstColumn: number;
  readonly columns: readonly InvoiceColumn[];
  readonly values: (RawCell | null)[][];
}

/** Rows between two chances to wait. */
const stride = 100;

function* blocksOf(
  firstRow: number,
  contents: readonly RowContent[],
  dates: ExcelDateSystem,
  defaults: Defaults,
): SlicedWork<readonly Block[]> {
  const blocks = entryRuns.map(({ first, count }): Block => ({
    firstColumn: first,
    columns: invoiceColumns.slice(first, first + count),
    values: [],
  }));
  for (const [place, { entry }] of contents.entries()) {
    const cells = cellsFromEntry(entry, dates);
    for (const { columns, values } of blocks) {
      values.push(
        columns.map((column) =>
          column.kind === 'entry' ? cellFor(column, cells[column.key], firstRow + place, defaults) : null,
        ),
      );
    }
    if (place % stride === stride - 1) yield;
  }
  return blocks;
}

function writeBlocks(
  sheet: Excel.Worksheet,
  firstRow: number,
  contents: readonly RowContent[],
  blocks: readonly Block[],
): void {
  if (contents.length === 0) return;
  for (const { firstColumn, columns, values } of blocks) {
    sheet.getRangeByIndexes(firstRow - 1, firstColumn, contents.length, columns.length).values = values;
  }
  writeMarks(sheet, firstRow, contents);
}

/** Queues marks and row keys of neighbouring rows in one write. */
function writeMarks(
  sheet: Excel.Worksheet,
  firstRow: number,
  contents: readonly Pick<RowContent, 'mark' | 'rowKey'>[],
): void {
  markRange(sheet, firstRow, contents.length).values = contents.map(markCells);
}

/** The Check column and the row key beside it. */
function markRange(sheet: Excel.Worksheet, firstRow: number, rows: number): Excel.Range {
  return sheet.getRangeByIndexes(firstRow - 1, mark.index, rows, 2);
}

function markCells({ mark: content, rowKey }: Pick<RowContent, 'mark' | 'rowKey'>): RawCell[] {
  return [asConstant(content, true), rowKey];
}

function cellFor(
  column: InvoiceColumn & { kind: 'entry' },
  value: RawCell | null,
  row: number,
  defaults: Defaults,
): RawCell | null {
  if (value === null) return defaults === 'keep' ? null : formulaOf(column, row, defaults.preparedRows);
  const textFormat = column.key !== 'renderingProviderName' && numberFormatOf(column.column.element) === '@';
  return asConstant(value, textFormat);
}

/** Rough bytes of a row in a request, for splitting below the 5 MB of Excel on the web. */
export function bytesOf(content: RowContent): number {
  return JSON.stringify(content).length + 200;
}

/** Splits contents so that each part stays well below 5 MB. */
export function splitByBytes<T>(
  items: readonly T[],
  bytes: (item: T) => number,
  limit = 4_000_000,
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let size = Infinity;
  for (const item of items) {
    const next = bytes(item);
    if (size + next > limit) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += next;
  }
  return parts;
}

/** Appends lines from a 1-based row on; only a list of many megabytes needs more than one request. */
export async function appendRows(
  context: Excel.RequestContext,
  firstRow: number,
  entries: readonly LineEntry[],
  dates: ExcelDateSystem,
): Promise<void> {
  const contents = entries.map((entry): RowContent => ({ entry, mark: '', rowKey: '' }));
  let row = firstRow;
  for (const part of splitByBytes(contents, bytesOf)) {
    const blocks = await inSlices(blocksOf(row, part, dates, 'keep'));
    writeBlocks(sheetOf(context, 'invoice'), row, part, blocks);
    row += part.length;
    // Office.js makes one text of the request, which takes a while.
    await pause();
    // Each part is as large as one request to Excel on the web may be.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
  }
}

/** Replaces the entered cells of one row; its mark is wiped, since it spoke of other content, its key stays. */
export async function writeEntry(
  context: Excel.RequestContext,
  rows: number,
  row: number,
  entry: LineEntry,
  dates: ExcelDateSystem,
): Promise<void> {
  const sheet = sheetOf(context, 'invoice');
  const key = sheet.getRangeByIndexes(row - 1, invoiceColumn('rowKey').index, 1, 1);
  key.load({ values: true });
  await context.sync();
  const rowKey = String(key.values[0]?.[0] ?? '');
  writeRows(sheet, row, [{ entry, mark: '', rowKey }], dates, { preparedRows: rows });
  await context.sync();
}

/** Marks and row keys of all prepared rows, in one request: made in slices, since only sending them is one piece. */
export async function writeVerdicts(
  context: Excel.RequestContext,
  rows: number,
  verdicts: readonly RowVerdict[],
  checkedAt: string,
): Promise<void> {
  const values = await inSlices(markValues(rows, verdicts, checkedAt));
  await pause();
  markRange(sheetOf(context, 'invoice'), headerRows + 1, rows).values = values;
  await pause();
  await context.sync();
}

function* markValues(rows: number, verdicts: readonly RowVerdict[], checkedAt: string): SlicedWork<RawCell[][]> {
  const values: RawCell[][] = Array.from({ length: rows }, () => ['', '']);
  for (const [place, { row, rowKey, findings }] of verdicts.entries()) {
    values[row - headerRows - 1] = markCells({ mark: packMark(findings, checkedAt), rowKey });
    if (place % stride === stride - 1) yield;
  }
  return values;
}
