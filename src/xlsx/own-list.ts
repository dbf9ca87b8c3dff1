import { recognizedCount } from '../workbook/import/recognized-header.ts';
import { sourceList, type ListRefusal, type SourceList } from '../workbook/import/source-list.ts';
import { decodeText } from './decode-text.ts';
import { readTable } from './delimited-table.ts';
import { searchedColumns } from './find-sheets.ts';
import { fileKind } from './read/file-kind.ts';
import { defaultLimits } from './read/limits.ts';
import { openWorkbook, type OpenWorkbook, type ReadOptions } from './read/open-workbook.ts';
import { refuse, WorkbookRefused, type RefusalReason } from './read/refused.ts';
import type { SheetEntry } from './read/workbook-part.ts';
import { rowText } from './row-text.ts';

/** Why a file has no list for us. */
export type OwnListRefusal = RefusalReason | ListRefusal | 'brokenQuotes';

/** Cells of a table, blank ones counted. */
const mostCells = 8_000_000;

/**
 * Reads a biller's own list, whatever its headers and its file are called: text with delimiters, or the sheet of an
 * XLSX workbook that has most headers that we know. Files come from anybody: what is no list is refused with a reason,
 * within bounded memory.
 */
export function readOwnList(bytes: Uint8Array, options: ReadOptions = {}): SourceList | OwnListRefusal {
  try {
    if (bytes.length > (options.limits?.fileBytes ?? defaultLimits.fileBytes)) return 'tooLarge';
    return fileKind(bytes) === 'other' ? listInText(decodeText(bytes)) : listInWorkbook(openWorkbook(bytes, options));
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.reason;
    throw error;
  }
}

/** Reads a list from text: a CSV file, or a block that was copied from a sheet. */
export function listInText(text: string): SourceList | OwnListRefusal {
  // A file that is no text, or a page that is called a table.
  if (text.includes('\0') || /^\s*</.test(text)) return 'notAWorkbook';
  const table = readTable(text);
  return table === null ? 'brokenQuotes' : sourceList(table, 'all');
}

function listInWorkbook(book: OpenWorkbook): SourceList | OwnListRefusal {
  let best: SourceList | null = null;
  let refusal: ListRefusal = 'noHeaders';
  for (const sheet of book.sheets.filter(({ visibility }) => visibility === 'visible')) {
    const list = listOnSheet(book, sheet);
    if (typeof list === 'string') refusal = list === 'noLines' ? list : refusal;
    else if (best === null || known(list) > known(best)) best = list;
  }
  book.refuseDeclarations();
  return best ?? refusal;
}

const known = ({ headers }: SourceList): number => recognizedCount(headers, 'all');

function listOnSheet(book: OpenWorkbook, sheet: SheetEntry): SourceList | ListRefusal {
  // Rows that hold something, and their numbers: a cell in the last row of a sheet does not make a million.
  const table: string[][] = [];
  const numbers: number[] = [];
  let cells = 0;
  book.readRows(sheet, (row) => {
    const line: string[] = [];
    for (let place = 0; place < row.count && row.columnAt(place) < searchedColumns; place += 1) {
      while (line.length < row.columnAt(place)) line.push('');
      line.push(rowText(row, place, undefined, book.dates));
    }
    cells += line.length;
    if (cells > mostCells) refuse('tooLarge');
    table.push(line);
    numbers.push(row.number);
    return true;
  });
  const list = sourceList(table, 'all');
  if (typeof list === 'string') return list;
  const numberOf = (row: number): number => numbers[row - 1] ?? row;
  return {
    ...list,
    rows: list.rows.map((line) => ({ ...line, row: numberOf(line.row) })),
    tooLong: list.tooLong.map(numberOf),
  };
}
