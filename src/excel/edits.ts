import { headerRows } from '../workbook/invoice-columns.ts';
import type { RowSpan } from '../workbook/contents.ts';
import { setupArea } from '../workbook/geometry.ts';
import type { ReadParts } from './load-contents.ts';

/** A sheet whose cells are read. */
export type ReadRole = 'setup' | 'members' | 'invoice';

/** What may have changed since the last read: some parts of the sheets, or nobody knows what. */
export type Edits = ReadParts | 'anything';

/** Nothing changed. */
export const noEdits: ReadParts = { setup: false, members: [], lines: [] };

/** Rows, and pieces, beyond which reading all is no more work. */
const mostRows = 400;
const mostSpans = 12;

/** Last row of a sheet of Excel. */
const lastRow = 1_048_576;

/**
 * Adds an edit at an address, as an event tells it: `U5`, `U5:V9`, `5:7`, `U:U`, several with commas between. An
 * address that says nothing (multi-cell pastes have been seen without, office-js 5347) may mean anything.
 *
 * @param rows prepared rows
 */
export function withEdit(edits: Edits, role: ReadRole, address: string | undefined, rows: number): Edits {
  if (edits === 'anything' || address === undefined) return 'anything';
  const spans = address.split(',').map(rowsOfAddress);
  if (spans.includes(null)) return 'anything';
  const known = spans.filter((span) => span !== null);
  if (role === 'setup') {
    const touched = known.some(({ first, last }) => first < setupArea.row + setupArea.rows && last >= setupArea.row);
    return touched ? { ...edits, setup: true } : edits;
  }
  const part = role === 'members' ? 'members' : 'lines';
  return bounded({ ...edits, [part]: merged([...edits[part], ...known.flatMap((span) => prepared(span, rows))]) });
}

/** Everything that either says. */
export function bothEdits(left: Edits, right: Edits): Edits {
  if (left === 'anything' || right === 'anything') return 'anything';
  return bounded({
    setup: left.setup || right.setup,
    members: merged([...left.members, ...right.members]),
    lines: merged([...left.lines, ...right.lines]),
  });
}

/** 0-based first and last row of an address; null where it cannot be read. */
function rowsOfAddress(address: string): { readonly first: number; readonly last: number } | null {
  const cells = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  if (/^[A-Z]{1,3}(?::[A-Z]{1,3})?$/i.test(cells)) return { first: 0, last: lastRow - 1 };
  const match = /^[A-Z]{0,3}(\d{1,7})(?::[A-Z]{0,3}(\d{1,7}))?$/i.exec(cells);
  if (match === null) return null;
  const first = Number(match[1]) - 1;
  return { first, last: match[2] === undefined ? first : Number(match[2]) - 1 };
}

/** The part of some rows that lies in the prepared area. */
function prepared({ first, last }: { readonly first: number; readonly last: number }, rows: number): RowSpan[] {
  const from = Math.max(first - headerRows, 0);
  const count = Math.min(last - headerRows, rows - 1) - from + 1;
  return count > 0 ? [{ first: from, count }] : [];
}

/** Spans in order, those that touch each other as one. */
function merged(spans: readonly RowSpan[]): readonly RowSpan[] {
  const joined: { first: number; count: number }[] = [];
  for (const { first, count } of [...spans].sort((left, right) => left.first - right.first)) {
    const last = joined.at(-1);
    if (last !== undefined && first <= last.first + last.count) {
      last.count = Math.max(last.count, first + count - last.first);
    } else joined.push({ first, count });
  }
  return joined;
}

function bounded(parts: ReadParts): Edits {
  const spans = [...parts.members, ...parts.lines];
  const rows = spans.reduce((sum, { count }) => sum + count, 0);
  return rows > mostRows || spans.length > mostSpans ? 'anything' : parts;
}
