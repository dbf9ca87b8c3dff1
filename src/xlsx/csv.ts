import Papa from 'papaparse';
import { blankLine, columns, type ColumnKey, type LineText } from '../guidance/columns.ts';

/** Lines of a CSV file or a pasted block. */
export type CsvLines =
  | {
      readonly kind: 'lines';
      readonly lines: readonly LineText[];
      /** 1-based row of each line in the file; the header is row 1. Blank rows are passed over. */
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

const keyByHeader = new Map(columns.map(({ header, key }) => [normalized(header), key]));

/** Headers are compared without case and with any white space as one blank: exports wrap and pad them. */
function normalized(header: string): string {
  return header.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

const delimiters = [',', '\t', ';'] as const;

/** The delimiter with which the first record has most of the guidance's headers. */
function delimiterOf(content: string): string {
  const known = delimiters.map((delimiter) => {
    const [headers = []] = Papa.parse<string[]>(content, { delimiter, preview: 1 }).data;
    return headers.filter((header) => keyByHeader.has(normalized(header))).length;
  });
  return delimiters[known.indexOf(Math.max(...known))] ?? ',';
}

/**
 * Reads service lines from CSV (RFC 4180, comma, semicolon or tab, with or without a byte order mark) by the
 * guidance's headers, in whatever order they stand. Cells are taken as they are: trimming is a repair, which is
 * offered. An apostrophe before `=`, `+`, `-`, `@` or a tab, which protects a spreadsheet, is taken off.
 */
export function parseCsv(text: string): CsvLines {
  const content = text.replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(content, { delimiter: delimiterOf(content) });
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return { kind: 'refused', reason: 'brokenQuotes' };
  const [headers = [], ...body] = parsed.data;
  const keys = headers.map((header) => keyByHeader.get(normalized(header)) ?? null);
  const known = keys.filter((key) => key !== null);
  if (known.length === 0) return { kind: 'refused', reason: 'noHeaders' };
  if (new Set(known).size < known.length) return { kind: 'refused', reason: 'doubledHeader' };
  const lines = body.flatMap((cells, index) =>
    cells.every((cell) => cell.trim() === '') ? [] : [{ row: index + 2, line: lineOf(keys, cells) }],
  );
  if (lines.length === 0) return { kind: 'refused', reason: 'noLines' };
  const present = new Set(known);
  return {
    kind: 'lines',
    lines: lines.map(({ line }) => line),
    rows: lines.map(({ row }) => row),
    missing: columns.filter(({ key }) => !present.has(key)).map(({ header }) => header),
    unknown: headers.filter((header, index) => keys[index] === null && header.trim() !== ''),
  };
}

function lineOf(keys: readonly (ColumnKey | null)[], cells: readonly string[]): LineText {
  const line: Record<ColumnKey, string> = { ...blankLine };
  keys.forEach((key, index) => {
    if (key !== null) line[key] = (cells[index] ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
  });
  return line;
}

/** Writes service lines as CSV (RFC 4180, CRLF), text that a spreadsheet would run protected by an apostrophe. */
export function printCsv(lines: readonly LineText[]): string {
  const rows = lines.map((line) => columns.map(({ key }) => line[key].replace(/^(?=[=+\-@\t\r])/, "'")));
  return `${Papa.unparse([columns.map(({ header }) => header), ...rows], { newline: '\r\n' })}\r\n`;
}
