import type { ColumnStore } from '../model/cell-store.ts';
import { CellError, type CellValue } from '../model/value.ts';
import type { RangeOperand } from './operand.ts';
import { foldCase } from './values.ts';

/** What exact look-ups compare: texts whatever their case. */
export type LookupKey = string | number | boolean;

/** Rows (of the sheet, rising) that hold a key. */
export type LookupTable = ReadonlyMap<LookupKey, readonly number[]>;

/** Gives the key of a value; undefined where a look-up never finds it (blanks, errors). */
export type KeyOf = (value: CellValue) => LookupKey | undefined;

/** The key under which exact MATCH and VLOOKUP find a value. */
export function exactKey(value: CellValue): LookupKey | undefined {
  if (typeof value === 'string') return foldCase(value);
  return value === null || value instanceof CellError ? undefined : value;
}

/**
 * The rows of each value in a range of one column, made at the first look-up and kept until a value in the column
 * changes: five thousand look-ups cost one pass. The range must be settled.
 */
export function lookupTable(range: RangeOperand, kind: string, keyOf: KeyOf): LookupTable {
  const column = range.store.columns[range.left];
  if (column === undefined) return new Map();
  const name = `${kind}:${String(range.top)}:${String(range.bottom)}`;
  const kept = column.tables.get(name);
  if (kept?.version === column.version) return kept.table as LookupTable;
  const table = build(column, range.top, range.bottom, keyOf);
  column.tables.set(name, { version: column.version, table });
  return table;
}

function build(column: ColumnStore, top: number, bottom: number, keyOf: KeyOf): LookupTable {
  const table = new Map<LookupKey, number[]>();
  const last = Math.min(bottom, column.cells.length - 1);
  for (let row = top; row <= last; row += 1) {
    const cell = column.cells[row];
    const key = cell === undefined ? undefined : keyOf(cell.value);
    if (key === undefined) continue;
    const rows = table.get(key);
    if (rows === undefined) table.set(key, [row]);
    else rows.push(row);
  }
  return table;
}
