import type { ColumnKey, LineText } from '../guidance/columns.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { parseCsv, type CsvLines, type CsvRefusal } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { findSheets, type FoundSheets } from './find-sheets.ts';
import { fileKind } from './read/file-kind.ts';
import { defaultLimits } from './read/limits.ts';
import { openWorkbook, type OpenWorkbook, type ReadOptions } from './read/open-workbook.ts';
import { WorkbookRefused, type RefusalReason } from './read/refused.ts';
import { readList } from './read-list.ts';
import { readTemplate, type TemplateContents } from './read-template.ts';

/** Why a file has no invoice lines for us. */
export type InvoiceFileRefusal = RefusalReason | CsvRefusal /** A template of another plan. */ | 'otherPlan';

/** Where the columns of the guidance stand on a sheet, 0-based. */
export type ColumnPlaces = ReadonlyMap<ColumnKey, number>;

/** What a file that somebody hands in holds. */
export type InvoiceFile =
  /** A template of ours, filled: lines as the pane reads them. */
  | ({ readonly kind: 'template'; readonly sheet: string; readonly places: ColumnPlaces } & TemplateContents)
  /** A list of lines by the guidance's headers, each as it stands there. */
  | {
      readonly kind: 'list';
      /** Null in a CSV file. */
      readonly sheet: string | null;
      readonly places: ColumnPlaces;
      readonly lines: readonly LineText[];
      /** 1-based row of each line in the sheet or file. */
      readonly rows: readonly number[];
      /** Headers of the guidance that the list does not have. Their cells are blank. */
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
      readonly hiddenLines: number;
      readonly uncalculatedLines: number;
    }
  | { readonly kind: 'refused'; readonly reason: InvoiceFileRefusal };

/**
 * Reads a file of service lines, whatever it is called: an XLSX workbook, ours or with the guidance's headers on some
 * sheet, or CSV. Files come from anybody: what is no such file is refused with a reason, within bounded memory.
 *
 * @param options limits, and a way to stop; a stopped reading is refused as `stopped`
 */
export function readInvoiceFile(bytes: Uint8Array, profile: PlanProfile, options: ReadOptions = {}): InvoiceFile {
  try {
    if (bytes.length > (options.limits?.fileBytes ?? defaultLimits.fileBytes)) return refused('tooLarge');
    const kind = fileKind(bytes);
    if (kind === 'other') return readText(decodeText(bytes));
    return readWorkbook(bytes, profile, options);
  } catch (error) {
    if (error instanceof WorkbookRefused) return refused(error.reason);
    throw error;
  }
}

const refused = (reason: InvoiceFileRefusal): InvoiceFile => ({ kind: 'refused', reason });

function readText(text: string): InvoiceFile {
  // A file that is no text, or a page that is called a workbook.
  if (text.includes('\0') || /^\s*</.test(text)) return refused('notAWorkbook');
  return listFile(null, parseCsv(text), 0, 0);
}

function readWorkbook(bytes: Uint8Array, profile: PlanProfile, options: ReadOptions): InvoiceFile {
  const book = openWorkbook(bytes, options);
  const sheets = findSheets(book);
  const file = contentsOf(book, sheets, profile);
  book.refuseDeclarations();
  return file;
}

function contentsOf(book: OpenWorkbook, sheets: FoundSheets, profile: PlanProfile): InvoiceFile {
  switch (sheets.kind) {
    case 'none':
      return refused('noHeaders');
    case 'list': {
      const { lines, hiddenLines, uncalculatedLines } = readList(book, sheets.list);
      return listFile(sheets.list.sheet.name, lines, hiddenLines, uncalculatedLines);
    }
    case 'template': {
      const contents = readTemplate(book, sheets, profile);
      if (contents.state !== null && contents.state.planId !== profile.id) return refused('otherPlan');
      if (contents.lines.length === 0) return refused('noLines');
      const { sheet, places } = sheets.invoice;
      return { kind: 'template', sheet: sheet.name, places: columnPlaces(places), ...contents };
    }
  }
}

function columnPlaces(places: ReadonlyMap<ColumnKey | 'rowKey', number>): ColumnPlaces {
  return new Map([...places].flatMap(([key, place]) => (key === 'rowKey' ? [] : [[key, place] as const])));
}

function listFile(sheet: string | null, read: CsvLines, hiddenLines: number, uncalculatedLines: number): InvoiceFile {
  if (read.kind === 'refused') return read;
  const { lines, rows, places, missing, unknown } = read;
  return { kind: 'list', sheet, places, lines, rows, missing, unknown, hiddenLines, uncalculatedLines };
}
