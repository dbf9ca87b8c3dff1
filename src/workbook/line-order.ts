import type { EntryKey, LineOrder } from './model.ts';

/**
 * Where each prepared row's content comes from after a change of order: an index of the old rows, or null for a row
 * that becomes blank. Row numbers of the order are 1-based sheet rows; `firstRow` is the sheet row of index 0.
 */
export type Permutation = readonly (number | null)[];

/** Why an order cannot be carried out. */
export type OrderRefusal = 'full' | 'outside';

/** What the permutation needs to know of a row. */
export interface OrderedRow {
  readonly used: boolean;
  /** Value of a column for comparison: numbers before text, blank last. */
  valueOf(key: EntryKey): string | number;
}

/** The permutation that an order asks for. Inserting needs a free last row: nothing falls off the end. */
export function permutationOf(
  order: LineOrder,
  rows: readonly OrderedRow[],
  firstRow: number,
): Permutation | OrderRefusal {
  const identity = rows.map((_, index) => index);
  const inside = (row: number) => row >= firstRow && row < firstRow + rows.length;
  switch (order.kind) {
    case 'sort':
      return sorted(order, rows);
    case 'insert': {
      if (!inside(order.before)) return 'outside';
      if (rows.at(-1)?.used === true) return 'full';
      const at = order.before - firstRow;
      return [...identity.slice(0, at), null, ...identity.slice(at, -1)];
    }
    case 'delete': {
      if (!inside(order.row)) return 'outside';
      const at = order.row - firstRow;
      return [...identity.slice(0, at), ...identity.slice(at + 1), null];
    }
    case 'remove': {
      if (!order.rows.every(inside)) return 'outside';
      const gone = new Set(order.rows.map((row) => row - firstRow));
      const kept = identity.filter((index) => !gone.has(index));
      return [...kept, ...Array.from(gone, () => null)];
    }
    case 'move': {
      if (!inside(order.from) || !inside(order.to)) return 'outside';
      const moved = identity.filter((index) => index !== order.from - firstRow);
      moved.splice(order.to - firstRow, 0, order.from - firstRow);
      return moved;
    }
  }
}

/** Used rows first, by the keys in turn, stable; rows that are not in use go to the end. */
function sorted(order: LineOrder & { kind: 'sort' }, rows: readonly OrderedRow[]): Permutation {
  const direction = order.descending === true ? -1 : 1;
  const used = rows.flatMap((row, index) => (row.used ? [{ row, index }] : []));
  used.sort((first, second) => {
    for (const key of order.by) {
      const difference = compare(first.row.valueOf(key), second.row.valueOf(key), direction);
      if (difference !== 0) return difference;
    }
    return first.index - second.index;
  });
  const blanks = rows.flatMap((row) => (row.used ? [] : [null]));
  return [...used.map(({ index }) => index), ...blanks];
}

function compare(first: string | number, second: string | number, direction: 1 | -1): number {
  if (first === second) return 0;
  if (first === '') return 1;
  if (second === '') return -1;
  if (typeof first === 'number' && typeof second === 'number') return (first - second) * direction;
  if (typeof first === 'number') return -direction;
  if (typeof second === 'number') return direction;
  return first.localeCompare(second, 'en', { numeric: true, sensitivity: 'base' }) * direction;
}
