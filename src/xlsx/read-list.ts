import { diagnosisKeys, modifierKeys, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { parseDiagnosisEntry } from '../guidance/diagnosis-codes.ts';
import { parsePlaceEntry } from '../guidance/places-of-service.ts';
import { linesByHeaders, type CsvLines } from './csv.ts';
import { searchedColumns, type HeaderedSheet } from './find-sheets.ts';
import type { OpenWorkbook } from './read/open-workbook.ts';
import { refuse } from './read/refused.ts';
import { rowText } from './row-text.ts';

/** Lines of a sheet that has the guidance's headers, and what is to be said of it. */
export interface ListContents {
  readonly lines: CsvLines;
  readonly hiddenLines: number;
  readonly uncalculatedLines: number;
}

/** Cells of a table, blank ones counted: a list of 50,000 lines of 66 columns has 3.3 million. */
const mostCells = 8_000_000;

/**
 * Reads the lines of a sheet that is none of our template's, cell by cell as the guidance's columns have them: a number
 * in a date's column is a day. Entries of our lists (`12 · Home`) count as their codes.
 *
 * @throws WorkbookRefused
 */
export function readList(book: OpenWorkbook, { sheet, headerRow, places }: HeaderedSheet): ListContents {
  const keys = new Map([...places].flatMap(([key, column]) => (key === 'rowKey' ? [] : [[column, key] as const])));
  // Rows that hold something, and their numbers: a cell in the last row of a sheet does not make a million.
  const table: string[][] = [];
  const numbers: number[] = [];
  const hidden = new Set<number>();
  const uncalculated = new Set<number>();
  let cells = 0;
  book.readRows(sheet, (row) => {
    const line: string[] = [];
    for (let place = 0; place < row.count && row.columnAt(place) < searchedColumns; place += 1) {
      const column = row.columnAt(place);
      while (line.length < column) line.push('');
      const key = row.number > headerRow ? keys.get(column) : undefined;
      line.push(rowText(row, place, key, book.dates));
      if (key !== undefined && row.isUncalculated(place)) uncalculated.add(row.number);
    }
    cells += line.length;
    if (cells > mostCells) refuse('tooLarge');
    if (row.isHidden) hidden.add(row.number);
    table.push(line);
    numbers.push(row.number);
    return true;
  });
  const read = linesByHeaders(table);
  if (read.kind === 'refused') return { lines: read, hiddenLines: 0, uncalculatedLines: 0 };
  const rows = read.rows.map((place) => numbers[place - 1] ?? 0);
  const count = (some: ReadonlySet<number>) => rows.filter((row) => some.has(row)).length;
  return {
    lines: { ...read, lines: read.lines.map(withCodes), rows },
    hiddenLines: count(hidden),
    uncalculatedLines: count(uncalculated),
  };
}

/** The line with codes in place of entries of our lists; a service's entry names its modifiers, too. */
function withCodes(line: LineText): LineText {
  const labelled = (key: ColumnKey) => line[key].includes('·');
  const changed: Partial<Record<ColumnKey, string>> = {};
  if (labelled('procedureCode')) {
    const [code = '', ...modifiers] = (line.procedureCode.split('·', 1)[0] ?? '').trim().split(/\s+/);
    changed.procedureCode = code;
    if (modifierKeys.every((key) => line[key] === '')) {
      modifierKeys.forEach((key, index) => (changed[key] = modifiers[index] ?? ''));
    }
  }
  if (labelled('placeOfService')) {
    changed.placeOfService = parsePlaceEntry(line.placeOfService)?.code ?? line.placeOfService;
  }
  for (const key of diagnosisKeys) if (labelled(key)) changed[key] = parseDiagnosisEntry(line[key]);
  return { ...line, ...changed };
}
