import type { ColumnKey } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import type { RawCell } from '../../workbook/cell-text.ts';
import { sheetAnchors } from '../../workbook/defined-names.ts';
import { cellsFromEntry } from '../../workbook/entry-cells.ts';
import { receiptParts, receiptsArea } from '../../workbook/geometry.ts';
import { invoiceColumns, isEntryKey } from '../../workbook/invoice-columns.ts';
import type { EntryKey, LineEntry, RowKey, WorkbookLine } from '../../workbook/model.ts';
import { isRowKey } from '../../workbook/row-key.ts';
import { findSheets } from '../find-sheets.ts';
import type { InvoiceFileRefusal } from '../invoice-file.ts';
import { fileKind } from '../read/file-kind.ts';
import { defaultLimits } from '../read/limits.ts';
import { openWorkbook, type OpenWorkbook, type ReadOptions } from '../read/open-workbook.ts';
import { WorkbookRefused } from '../read/refused.ts';
import { readTemplate } from '../read-template.ts';
import { returnedNames } from './fault-marks.ts';

/** What the plan found in one cell, as the file tells it. */
export interface ReadFinding extends Pick<Finding, 'code' | 'severity' | 'column' | 'repair'> {
  readonly rowKey: RowKey;
}

/** Marked cells of a line that somebody has corrected in the file since it was made. */
export interface CorrectedLine {
  readonly rowKey: RowKey;
  readonly changes: Partial<LineEntry>;
}

/** Why a file is not taken as an error workbook. */
export type ErrorWorkbookRefusal =
  | InvoiceFileRefusal
  /** A workbook, but none that came back from a check. */
  | 'notAnErrorWorkbook';

/** An error workbook, read back. */
export type ErrorWorkbookFile =
  | {
      readonly kind: 'errors';
      /** The receipt of the submission (compact JWS), not verified here; blank where a file was checked only. */
      readonly receipt: string;
      /** The lines as they stand in the file now. */
      readonly lines: readonly WorkbookLine[];
      readonly findings: readonly ReadFinding[];
      readonly corrected: readonly CorrectedLine[];
    }
  | { readonly kind: 'refused'; readonly reason: ErrorWorkbookRefusal };

/**
 * Reads an error workbook back: which submission it belongs to, what was found in which line by row key, and which of
 * the marked cells were corrected in it since. The file comes from anybody: it is read within the limits of every other
 * file, and its receipt says nothing before it has been verified.
 */
export function readErrorWorkbook(
  bytes: Uint8Array,
  profile: PlanProfile,
  options: ReadOptions = {},
): ErrorWorkbookFile {
  try {
    if (bytes.length > (options.limits?.fileBytes ?? defaultLimits.fileBytes)) return refused('tooLarge');
    if (fileKind(bytes) === 'other') return refused('notAnErrorWorkbook');
    const book = openWorkbook(bytes, options);
    const file = contentsOf(book, profile);
    book.refuseDeclarations();
    return file;
  } catch (error) {
    if (error instanceof WorkbookRefused) return refused(error.reason);
    throw error;
  }
}

const refused = (reason: ErrorWorkbookRefusal): ErrorWorkbookFile => ({ kind: 'refused', reason });

function contentsOf(book: OpenWorkbook, profile: PlanProfile): ErrorWorkbookFile {
  const sheets = findSheets(book);
  const marked = markedCells(book);
  if (sheets.kind !== 'template' || marked === null) return refused('notAnErrorWorkbook');
  const { lines, state } = readTemplate(book, sheets, profile);
  if (state !== null && state.planId !== profile.id) return refused('otherPlan');
  const known = new Map(lines.flatMap((line) => (line.rowKey === null ? [] : [[line.rowKey, line] as const])));
  const corrected = new Map<RowKey, Partial<Record<EntryKey, string | null>>>();
  for (const { column, rowKey, value } of marked) {
    const line = known.get(rowKey);
    if (line === undefined || !isEntryKey(column) || !isCorrected(line, column, value, book)) continue;
    corrected.set(rowKey, { ...corrected.get(rowKey), [column]: line.entry[column] });
  }
  return {
    kind: 'errors',
    receipt: receiptIn(book),
    lines,
    findings: marked.flatMap(({ column, findings, rowKey }) => findings.map((found) => ({ ...found, column, rowKey }))),
    corrected: [...corrected].map(([rowKey, changes]) => ({ rowKey, changes: changes as Partial<LineEntry> })),
  };
}

/** Whether a cell holds other than it held when the file was made; a default that nobody typed over does not. */
function isCorrected(line: WorkbookLine, column: EntryKey, value: RawCell, { dates }: OpenWorkbook): boolean {
  const now = cellsFromEntry(line.entry, dates)[column];
  return now !== null && String(now) !== String(value);
}

interface MarkedCell {
  readonly rowKey: RowKey;
  readonly column: ColumnKey;
  /** What the cell held when the file was made. */
  readonly value: RawCell;
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'repair'>[];
}

/** The list of marked cells; null in a workbook that has none. */
function markedCells(book: OpenWorkbook): readonly MarkedCell[] | null {
  const list = namedPlace(book, returnedNames.findings);
  if (list === null) return null;
  const marked: MarkedCell[] = [];
  book.readRows(list.sheet, (row) => {
    // Keys, values and findings stand beside each other; the first row has their headers.
    const [cell, value, found] = [-2, -1, 0].map((offset) => row.valueIn(list.column + offset));
    const match = /^([A-Za-z0-9_-]{22}):(\d{1,3})$/.exec(String(cell));
    const column = invoiceColumns[Number(match?.[2]) - 1];
    const rowKey = match?.[1] ?? '';
    if (!isRowKey(rowKey) || column === undefined) return true;
    if (column.kind !== 'entry' && column.kind !== 'derived') return true;
    marked.push({ rowKey, column: column.key, value: value ?? '', findings: findingsIn(String(found)) });
    return true;
  });
  return marked;
}

function findingsIn(text: string): MarkedCell['findings'] {
  return text.split(' ').flatMap((each) => {
    const match = /^(error|warning):([A-Z][A-Z0-9_]{0,63})(:repair)?$/.exec(each);
    if (match === null) return [];
    const severity = match[1] === 'error' ? 'error' : 'warning';
    return [{ code: match[2] ?? '', severity, repair: match[3] !== undefined } as const];
  });
}

/** The receipt in the first row of the Receipts sheet. */
function receiptIn(book: OpenWorkbook): string {
  const anchor = namedPlace(book, sheetAnchors.receipts);
  if (anchor === null) return '';
  const first = receiptsArea.column + receiptsArea.columns - receiptParts;
  let receipt = '';
  book.readRows(anchor.sheet, (row) => {
    if (row.number === receiptsArea.row + 1) {
      receipt = Array.from({ length: receiptParts }, (_, part) => String(row.valueIn(first + part))).join('');
    }
    return row.number <= receiptsArea.row;
  });
  return receipt;
}

function namedPlace(book: OpenWorkbook, name: string) {
  const named = book.names.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const sheet = book.sheets.find((each) => each.name.toLowerCase() === named?.sheet.toLowerCase());
  return named === undefined || sheet === undefined ? null : { sheet, column: named.area.column };
}
