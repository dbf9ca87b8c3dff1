import { columns } from '../../guidance/columns.ts';
import { isBlank } from '../../guidance/clean-text.ts';
import { requirementOf } from '../sheets/words.ts';
import { looksLikeData } from './looks-like-data.ts';
import { recognizedCount, type HeaderKnowledge } from './recognized-header.ts';

/** A list as rows of cells, from the file's first row on; blank rows are there, so that a row's number is its place. */
export type Table = readonly (readonly string[])[];

/** A row of a list, with its 1-based number in the file. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A list with its header row found, and its lines. */
export interface SourceList {
  /** Headers by column, blank where a column has none; all blank where the list has no header row. */
  readonly headers: readonly string[];
  /** The lines: rows below the header row that are not blank and do not repeat it. */
  readonly rows: readonly SourceRow[];
  /** Numbers of rows with filled cells beyond the last column: a comma too many has moved their cells, most likely. */
  readonly tooLong: readonly number[];
}

/** Why a table is no list. */
export type ListRefusal =
  /** No row is a header row, and the rows are no table either. */
  'noHeaders' | 'noLines';

/** Rows in which a header row is looked for: above it stand titles, dates and the organisation's name. */
export const searchedRows = 20;

/** Filled cells that a row without any known header has at least, so that it counts as a row of a table. */
const tableWidth = 3;

/**
 * Finds the header row of a table, the row among the first twenty with most headers that we know, and the lines below.
 * Where no header is known, the first row of three cells or more is the header row, or a line where it looks like one.
 */
export function sourceList(table: Table, knowledge: HeaderKnowledge): SourceList | ListRefusal {
  const found = headerPlace(table, knowledge);
  if (found === null) return 'noHeaders';
  const header = found.isHeader ? (table[found.place] ?? []) : [];
  const body = table.slice(found.isHeader ? found.place + 1 : found.place);
  const firstNumber = found.place + (found.isHeader ? 2 : 1);
  const rows = body
    .map((cells, index): SourceRow => ({ row: firstNumber + index, cells }))
    .filter(({ cells }) => !isBlankRow(cells) && !sameCells(cells, header) && !isRequirementRow(cells));
  if (rows.length === 0) return 'noLines';
  const width = found.isHeader ? header.length : Math.max(...rows.map(({ cells }) => cells.length));
  return {
    headers: Array.from({ length: width }, (_, index) => (header[index] ?? '').trim()),
    rows,
    tooLong: rows.filter(({ cells }) => cells.slice(width).some((cell) => !isBlank(cell))).map(({ row }) => row),
  };
}

function headerPlace(
  table: Table,
  knowledge: HeaderKnowledge,
): { readonly place: number; readonly isHeader: boolean } | null {
  const first = table.slice(0, searchedRows);
  const counts = first.map((cells) => {
    const known = recognizedCount(cells, knowledge);
    // A line may hold such a word as well: HOMELESS is an address.
    return cells.filter(looksLikeData).length < known ? known : 0;
  });
  const most = Math.max(0, ...counts);
  if (most > 0) return { place: counts.indexOf(most), isHeader: true };
  if (knowledge === 'exact') return null;
  const place = first.findIndex((cells) => cells.filter((cell) => !isBlank(cell)).length >= tableWidth);
  return place < 0 ? null : { place, isHeader: !(first[place] ?? []).some(looksLikeData) };
}

function isBlankRow(cells: readonly string[]): boolean {
  return cells.every(isBlank);
}

/** The header row again, as reports repeat it on each page. */
function sameCells(cells: readonly string[], header: readonly string[]): boolean {
  return header.length > 0 && cells.length === header.length && cells.every((cell, index) => cell === header[index]);
}

const requirements = new Set(columns.map(({ element }) => requirementOf(element)));

/** Whether a row is the second header row of our own sheets: in the sheet, or in a block that was copied from it. */
export function isRequirementRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || requirements.has(cell));
}
