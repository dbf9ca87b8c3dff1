import type { PlanProfile } from '../plan/profile.ts';
import type { RawCell } from '../workbook/cell-text.ts';
import { memberKeys, setupArea, stateArea } from '../workbook/geometry.ts';
import { isRequirementRow } from '../workbook/import/source-list.ts';
import { entryColumns, invoiceColumns } from '../workbook/invoice-columns.ts';
import { invoiceRow, workbookLines, type InvoiceRow } from '../workbook/invoice-rows.ts';
import type { Member, ProviderSetup, WorkbookLine } from '../workbook/model.ts';
import { membersFromCells, setupFromCells } from '../workbook/setup-cells.ts';
import { templateStateFrom } from '../workbook/template-state.ts';
import type { TemplateState } from '../workbook/sheets/state-sheet.ts';
import type { FoundSheets, HeaderedSheet, PlacedSetup } from './find-sheets.ts';
import type { OpenWorkbook } from './read/open-workbook.ts';
import type { SheetRow } from './read/sheet-row.ts';
import type { SheetEntry } from './read/workbook-part.ts';

/** A filled template as a file has it. */
export interface TemplateContents {
  /** What the template says of itself; null where its State sheet is lost. */
  readonly state: TemplateState | null;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  readonly lines: readonly WorkbookLine[];
  /** Lines on rows that a person or a filter has hidden. */
  readonly hiddenLines: number;
  /** Lines with a formula of somebody's own that nobody has worked out: its cell counts as blank. */
  readonly uncalculatedLines: number;
}

type Template = Extract<FoundSheets, { kind: 'template' }>;

/**
 * Reads a filled template to the lines that the pane reads from the same workbook: what is entered counts, and what the
 * sheet derives is derived anew, so that results that are missing or old do no harm.
 *
 * @throws WorkbookRefused
 */
export function readTemplate(book: OpenWorkbook, sheets: Template, profile: PlanProfile): TemplateContents {
  const state = sheets.state === null ? null : readState(book, sheets.state);
  const setup = readSetup(book, sheets.setup);
  const members = sheets.members === null ? [] : readMembers(book, sheets.members);
  const rows: Pick<InvoiceRow, 'row' | 'rowKey' | 'entry'>[] = [];
  let hiddenLines = 0;
  let uncalculatedLines = 0;
  const fileColumns = columnsIn(sheets.invoice);
  const typed = entryColumns.flatMap(({ index, defaulted }) => (defaulted ? [] : [fileColumns[index] ?? -1]));
  readBody(book, sheets.invoice, (line) => {
    const read = invoiceRow(line.number, (column) => valueIn(line, fileColumns[column] ?? -1), book.dates);
    const isUncalculated = typed.some((column) => line.isUncalculated(line.placeOf(column)));
    if (!read.used && !isUncalculated) return;
    const { row, rowKey, entry } = read;
    rows.push({ row, rowKey, entry });
    if (line.isHidden) hiddenLines += 1;
    if (isUncalculated) uncalculatedLines += 1;
  });
  const lines = workbookLines({ profile, setup, members }, rows);
  return { state, setup, members, lines, hiddenLines, uncalculatedLines };
}

const valueIn = (row: SheetRow, column: number): RawCell => (column < 0 ? '' : row.valueIn(column));

/**
 * The file's column of each column of the layout, -1 for none: by its header or, where somebody wrote over that, at its
 * own place, as long as no other header stands there.
 */
function columnsIn({ places }: HeaderedSheet): readonly number[] {
  const taken = new Set(places.values());
  return invoiceColumns.map((column) => {
    if (column.kind !== 'entry' && column.kind !== 'derived' && column.kind !== 'rowKey') return -1;
    const key = column.kind === 'rowKey' ? column.kind : column.key;
    return places.get(key) ?? (taken.has(column.index) ? -1 : column.index);
  });
}

/** The rows below the headers. */
function readBody(book: OpenWorkbook, { sheet, headerRow }: HeaderedSheet, take: (row: SheetRow) => void): void {
  book.readRows(sheet, (row) => {
    if (row.number > headerRow && !(row.number === headerRow + 1 && isSecondHeader(row))) take(row);
    return true;
  });
}

function isSecondHeader(row: SheetRow): boolean {
  return isRequirementRow(Array.from({ length: row.count }, (_, place) => String(row.valueAt(place))));
}

function readMembers(book: OpenWorkbook, sheet: HeaderedSheet): readonly Member[] {
  const cells: RawCell[][] = [];
  readBody(book, sheet, (row) => {
    cells.push(memberKeys.map((key) => valueIn(row, sheet.places.get(key) ?? -1)));
  });
  return membersFromCells(cells, book.dates);
}

/** The cells of an area of a sheet. */
function readArea(
  book: OpenWorkbook,
  sheet: SheetEntry,
  area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): readonly (readonly RawCell[])[] {
  const cells = Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, (): RawCell => ''));
  book.readRows(sheet, (row) => {
    const line = cells[row.number - 1 - area.row];
    line?.forEach((_, offset) => {
      line[offset] = row.valueIn(area.column + offset);
    });
    return row.number < area.row + area.rows;
  });
  return cells;
}

function readSetup(book: OpenWorkbook, { sheet, rowsDown, columnsRight }: PlacedSetup): ProviderSetup {
  const area = { ...setupArea, row: setupArea.row + rowsDown, column: setupArea.column + columnsRight };
  return setupFromCells(readArea(book, sheet, area), book.dates);
}

function readState(book: OpenWorkbook, sheet: SheetEntry): TemplateState | null {
  return templateStateFrom(readArea(book, sheet, stateArea));
}
