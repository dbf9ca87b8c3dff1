import type { Table } from './source-list.ts';

/** A row of a list that staff make: its cells by column, and where it is. */
export interface ListRow<Column extends string> {
  /** 1-based, the headers being row 1. */
  readonly row: number;
  /** The cell without spaces at its ends; `''` where the list has no such column. */
  readonly cell: (column: Column) => string;
}

/** The rows of a list, or the columns that it lacks. */
export type ListRows<Column extends string> =
  | { readonly kind: 'rows'; readonly rows: readonly ListRow<Column>[] }
  | { readonly kind: 'columnsMissing'; readonly columns: readonly Column[] };

/**
 * The rows of a list whose columns are found by their headers, in any order and whatever their case. Other columns and
 * blank rows are passed over.
 *
 * @param optional columns that the list may leave out
 */
export function listRows<Column extends string>(
  [head = [], ...rows]: Table,
  headers: Readonly<Record<Column, string>>,
  optional: ReadonlySet<Column>,
): ListRows<Column> {
  const columns = Object.keys(headers).filter((key): key is Column => key in headers);
  const places = new Map<Column, number>();
  for (const column of columns) {
    const place = head.findIndex((each) => each.trim().toLowerCase() === headers[column].toLowerCase());
    if (place >= 0) places.set(column, place);
  }
  const missing = columns.filter((column) => !places.has(column) && !optional.has(column));
  if (missing.length > 0) return { kind: 'columnsMissing', columns: missing };
  return {
    kind: 'rows',
    rows: rows.flatMap((cells, index) => {
      if (cells.every((text) => text.trim() === '')) return [];
      return [{ row: index + 2, cell: (column) => (cells[places.get(column) ?? -1] ?? '').trim() }];
    }),
  };
}
