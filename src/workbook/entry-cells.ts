import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import { textOf, valueOf, type RawCell } from './cell-text.ts';
import { entryColumns, isDefaultedKey } from './invoice-columns.ts';
import type { EntryKey, LineEntry } from './model.ts';

/** The raw cells of one line's entered columns. */
export type EntryCells = Readonly<Record<EntryKey, RawCell>>;

/** A line on which nothing is entered. */
export const blankEntry: LineEntry = Object.freeze(
  Object.fromEntries(entryColumns.map(({ key, defaulted }) => [key, defaulted ? null : ''])),
) as LineEntry;

/**
 * What is entered on a line. A column with a default counts as left to it where its cell is blank or `isDefault`
 * says that the default formula is there.
 */
export function entryFromCells(
  cells: EntryCells,
  dates: ExcelDateSystem,
  isDefault: (key: EntryKey) => boolean = () => false,
): LineEntry {
  const entry: Partial<Record<EntryKey, string | null>> = {};
  for (const { key, column, defaulted } of entryColumns) {
    const value = cells[key];
    entry[key] = defaulted && (value === '' || isDefault(key)) ? null : textOf(value, column.element.format, dates);
  }
  return entry as LineEntry;
}

/** The cells of an entry; null where the column's default formula belongs. */
export function cellsFromEntry(entry: LineEntry, dates: ExcelDateSystem): Readonly<Record<EntryKey, RawCell | null>> {
  return Object.fromEntries(
    entryColumns.map(({ key, column }) => {
      const text = entry[key];
      return [key, text === null ? null : valueOf(text, column.element.format, dates)];
    }),
  ) as Record<EntryKey, RawCell | null>;
}

/** Whether anything is entered on a row: defaults alone do not count. */
export function isUsed(cells: EntryCells): boolean {
  return entryColumns.some(({ key }) => !isDefaultedKey(key) && cells[key] !== '');
}
