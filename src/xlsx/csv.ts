import { columns, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { filledColumns, mappingByHeaders } from '../workbook/import/column-mapping.ts';
import { columnsOf } from '../workbook/import/import-target.ts';
import { mappedLines } from '../workbook/import/mapped-lines.ts';
import { recognizedHeader } from '../workbook/import/recognized-header.ts';
import { sourceList, type Table } from '../workbook/import/source-list.ts';
import { printTable, readTable } from './delimited-table.ts';

/** Lines of a file that has the guidance's own headers. */
export type CsvLines =
  | {
      readonly kind: 'lines';
      /** 0-based column of the file in which each of the guidance's columns stands. */
      readonly places: ReadonlyMap<ColumnKey, number>;
      readonly lines: readonly LineText[];
      /** 1-based row of each line in the file; the header is row 1 where nothing stands above it. Blank rows count. */
      readonly rows: readonly number[];
      /** Headers of the guidance that the file does not have. Their cells are blank. */
      readonly missing: readonly string[];
      /** Headers of the file that are none of the guidance's. Their cells are not taken. */
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: CsvRefusal };

/** Why a text is no list of invoice lines. */
export type CsvRefusal =
  /** Not one header is the guidance's. */
  | 'noHeaders'
  | 'noLines'
  /** The same header twice: which of the two columns holds is not ours to guess. */
  | 'doubledHeader'
  /** A quotation mark that never closes, or text behind a closing one. */
  | 'brokenQuotes';

/**
 * Reads service lines from CSV by the guidance's headers, in whatever order they stand. Cells are taken as they are:
 * trimming is a repair, which is offered. For a biller's own list, whose headers say the same otherwise, see
 * `workbook/import`.
 */
export function parseCsv(text: string): CsvLines {
  const table = readTable(text);
  if (table === null) return { kind: 'refused', reason: 'brokenQuotes' };
  return linesByHeaders(table);
}

/** Service lines of a table by the guidance's headers, each in its row. */
export function linesByHeaders(table: Table): CsvLines {
  const list = sourceList(table, 'exact');
  if (list === 'noHeaders' || list === 'noLines') return { kind: 'refused', reason: list };
  const mapping = mappingByHeaders(list, 'exact');
  const isExact = (header: string) => recognizedHeader(header)?.by === 'exact';
  if (mapping.columns.some(({ header, target }) => target === null && isExact(header))) {
    return { kind: 'refused', reason: 'doubledHeader' };
  }
  const filled = filledColumns(mapping);
  return {
    kind: 'lines',
    places: new Map(
      mapping.columns.flatMap(({ target }, place) => columnsOf(target).map((key) => [key, place] as const)),
    ),
    lines: mappedLines(list, mapping),
    rows: list.rows.map(({ row }) => row),
    missing: columns.filter(({ key }) => !filled.has(key)).map(({ header }) => header),
    unknown: list.headers.filter((header) => header !== '' && !isExact(header)),
  };
}

/** Writes service lines as CSV by the guidance's headers. */
export function printCsv(lines: readonly LineText[]): string {
  return printTable([columns.map(({ header }) => header), ...lines.map((line) => columns.map(({ key }) => line[key]))]);
}
