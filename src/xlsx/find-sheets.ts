import { columnOf, type ColumnKey } from '../guidance/columns.ts';
import { sheetAnchors } from '../workbook/defined-names.ts';
import { billingKeys, setupCells } from '../workbook/geometry.ts';
import { normalizedHeader } from '../workbook/import/normalized-header.ts';
import { recognizedHeader } from '../workbook/import/recognized-header.ts';
import { searchedRows } from '../workbook/import/source-list.ts';
import { invoiceColumn } from '../workbook/invoice-columns.ts';
import type { SheetRole } from '../workbook/layout.ts';
import type { OpenWorkbook } from './read/open-workbook.ts';
import type { SheetEntry } from './read/workbook-part.ts';

/** A sheet with the guidance's headers. */
export interface HeaderedSheet {
  readonly sheet: SheetEntry;
  /** 1-based row of the headers. */
  readonly headerRow: number;
  /** 0-based column of each header; of a header that stands twice the first. */
  readonly places: ReadonlyMap<ColumnKey | 'rowKey', number>;
}

/** Cells by which the Setup sheet stands further down or to the right than the layout has it. */
export interface PlacedSetup {
  readonly sheet: SheetEntry;
  readonly rowsDown: number;
  readonly columnsRight: number;
}

/** Where a workbook has what. */
export type FoundSheets =
  | {
      readonly kind: 'template';
      readonly invoice: HeaderedSheet;
      readonly setup: PlacedSetup;
      readonly members: HeaderedSheet | null;
      readonly state: SheetEntry | null;
    }
  | { readonly kind: 'list'; readonly list: HeaderedSheet }
  | { readonly kind: 'none' };

/** Columns in which headers are looked for. */
export const searchedColumns = 512;

/** The first texts of a sheet by 1-based row and 0-based column. */
type Head = ReadonlyMap<number, ReadonlyMap<number, string>>;

/**
 * Finds the sheets of a template, by their names in the workbook or, where a program has lost these, by what stands on
 * them; in any other workbook the sheet with most of the guidance's headers.
 *
 * @throws WorkbookRefused
 */
export function findSheets(book: OpenWorkbook): FoundSheets {
  const looks = book.sheets.map((sheet) => {
    const head = headOf(book, sheet);
    return { sheet, head, headered: headeredSheet(sheet, head) };
  });
  const anchored = (role: SheetRole) => {
    const anchor = book.names.find(({ name }) => name.toLowerCase() === sheetAnchors[role].toLowerCase());
    const look = looks.find(({ sheet }) => sheet.name.toLowerCase() === anchor?.sheet.toLowerCase());
    return anchor === undefined || look === undefined ? null : { ...look, area: anchor.area };
  };
  const headered = looks.flatMap(({ headered: found }) => found ?? []);
  const best = headered.toSorted((one, other) => other.places.size - one.places.size)[0] ?? null;
  const invoice = anchored('invoice')?.headered ?? best;
  if (invoice === null) return { kind: 'none' };
  const setup = anchored('setup');
  const placed: PlacedSetup | null =
    setup === null
      ? (looks.map(({ sheet, head }) => setupByLabels(sheet, head)).find((found) => found !== null) ?? null)
      : { sheet: setup.sheet, rowsDown: setup.area.row, columnsRight: setup.area.column };
  if (placed === null || !isInvoiceSheet(invoice)) return { kind: 'list', list: best ?? invoice };
  return {
    kind: 'template',
    invoice,
    setup: placed,
    members: anchored('members')?.headered ?? headered.find(isMembersSheet) ?? null,
    state: anchored('state')?.sheet ?? null,
  };
}

const isInvoiceSheet = ({ places }: HeaderedSheet) =>
  (['memberCin', 'procedureCode', 'serviceStartDate', 'invoiceNumber'] as const).every((key) => places.has(key));

const isMembersSheet = ({ places }: HeaderedSheet) =>
  (['memberCin', 'memberFirstName', 'memberLastName'] as const).every((key) => places.has(key)) &&
  !places.has('procedureCode');

function headOf(book: OpenWorkbook, sheet: SheetEntry): Head {
  const head = new Map<number, ReadonlyMap<number, string>>();
  book.readRows(sheet, (row) => {
    if (row.number > searchedRows) return false;
    const cells = new Map<number, string>();
    for (let place = 0; place < row.count && row.columnAt(place) < searchedColumns; place += 1) {
      const value = row.valueAt(place);
      // Nothing else is kept: what is no header might be a member's, and there may be much of it.
      if (typeof value === 'string' && exactKey(withoutRemark(value)) !== null) cells.set(row.columnAt(place), value);
    }
    head.set(row.number, cells);
    return true;
  });
  return head;
}

const rowKeyHeader = normalizedHeader(invoiceColumn('rowKey').header);

function headeredSheet(sheet: SheetEntry, head: Head): HeaderedSheet | null {
  let best: HeaderedSheet | null = null;
  for (const [row, cells] of head) {
    const places = new Map<ColumnKey | 'rowKey', number>();
    for (const [column, text] of cells) {
      const key = exactKey(text);
      if (key !== null && !places.has(key)) places.set(key, column);
    }
    if (places.size > (best?.places.size ?? 0)) best = { sheet, headerRow: row, places };
  }
  return best;
}

const withoutRemark = (label: string) => label.replace(/ \(optional\)$/, '');

/** Longest header that is looked at. */
const longestHeader = 255;

function exactKey(text: string): ColumnKey | 'rowKey' | null {
  if (text.length > longestHeader) return null;
  const header = recognizedHeader(text);
  if (header?.by === 'exact' && header.target !== 'memberName' && header.target !== 'ignored') return header.target;
  return normalizedHeader(text) === rowKeyHeader ? 'rowKey' : null;
}

const billingLabels = billingKeys.map((key) => normalizedHeader(columnOf(key).header));

/** Setup by the labels of the billing provider, one below the other; labels of optional elements say so. */
function setupByLabels(sheet: SheetEntry, head: Head): PlacedSetup | null {
  const labelAt = (row: number, column: number) => normalizedHeader(withoutRemark(head.get(row)?.get(column) ?? ''));
  for (const [row, cells] of head) {
    for (const column of cells.keys()) {
      if (!billingLabels.every((label, offset) => labelAt(row + offset, column) === label)) continue;
      const columnsRight = column - setupCells.billing.column + 1;
      return { sheet, rowsDown: row - 1 - setupCells.billing.row, columnsRight };
    }
  }
  return null;
}
