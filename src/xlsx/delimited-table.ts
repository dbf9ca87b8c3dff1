import Papa from 'papaparse';
import { recognizedCount } from '../workbook/import/recognized-header.ts';
import type { Table } from '../workbook/import/source-list.ts';

/** Marks between cells, the usual one first; a block that was copied from Excel has tabs. */
const delimiters = [',', '\t', ';', '|'] as const;

/** A mark between cells. */
export type Delimiter = (typeof delimiters)[number];

/** Records that are looked at to find the delimiter: titles may stand above the headers. */
const looked = 25;

/**
 * The delimiter with which a row of the beginning has most headers that we know; of equals, that with which most
 * records have the same number of cells.
 */
function delimiterOf(content: string): Delimiter {
  const scores = delimiters.map((delimiter) => {
    const { data, errors } = Papa.parse<string[]>(content, { delimiter, preview: looked });
    if (errors.some(({ type }) => type === 'Quotes')) return { delimiter, known: -1, regular: 0 };
    const known = Math.max(0, ...data.map((cells) => recognizedCount(cells, 'all')));
    const widths = new Map<number, number>();
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    return { delimiter, known, regular: Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count)) };
  });
  const [best] = scores.sort((left, right) => right.known - left.known || right.regular - left.regular);
  return best?.delimiter ?? ',';
}

/**
 * The beginning of a text that a spreadsheet would run, or of one with an apostrophe in front already: that takes one
 * more, so that reading gives back the same.
 */
const runnableText = /^(?='*[=+\-@\t\r])/;
const protectedText = /^'(?='*[=+\-@\t\r])/;

/**
 * Reads rows of cells from text: CSV (RFC 4180) with commas, semicolons, tabs or bars, or a block that was copied from
 * a sheet; with or without a byte order mark. Cells are taken as they are, but for an apostrophe before `=`, `+`, `-`,
 * `@` or a tab, which protects a spreadsheet. Null where a quotation mark never closes, or text stands behind a closing
 * one.
 *
 * @param delimiter found out where it is left out
 */
export function readTable(text: string, delimiter?: Delimiter): Table | null {
  const content = text.replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(content, { delimiter: delimiter ?? delimiterOf(content) });
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return null;
  return parsed.data.map((cells) => cells.map((cell) => cell.replace(protectedText, '')));
}

/** Writes rows of cells as CSV (RFC 4180, CRLF), text that a spreadsheet would run protected by an apostrophe. */
export function printTable(table: Table): string {
  const rows = table.map((cells) => cells.map((cell) => cell.replace(runnableText, "'")));
  // A cell with any of the delimiters is quoted, so that a reader that looks for the delimiter is not misled.
  const quotes = (cell: unknown) => typeof cell === 'string' && /[",;|\t\r\n]|^\s|\s$/.test(cell);
  return `${Papa.unparse(rows, { newline: '\r\n', quotes })}\r\n`;
}
