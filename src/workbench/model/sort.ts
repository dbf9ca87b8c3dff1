import { compareValues } from '../calculation/values.ts';
import { type Area, columnCount } from './area.ts';
import type { CellFormat } from './cell-format.ts';
import type { CellContent } from './cell-writer.ts';
import { Refusal } from './refusal.ts';
import type { Sheet } from './sheet.ts';
import { CellError, type CellValue } from './value.ts';

export interface SortKey {
  /** Column counted from 0 at the left of the area. */
  readonly column: number;
  readonly descending?: boolean;
}

export interface SortOptions {
  /** The first row stays. */
  readonly hasHeader?: boolean;
  /** Lower case before upper case where texts are otherwise equal. */
  readonly matchCase?: boolean;
}

interface Row {
  readonly values: readonly CellValue[];
  readonly cells: readonly { readonly content: CellContent; readonly format: CellFormat }[];
}

/**
 * Sorts rows: numbers, texts, FALSE, TRUE, errors, and blanks last whatever the direction. Contents and formats move,
 * formulas as if copied; validations and hidden rows stay. Looks at no lock.
 */
export function sortRows(sheet: Sheet, area: Area, keys: readonly SortKey[], options: SortOptions = {}): void {
  if (keys.length === 0 || keys.some(({ column }) => column < 0 || column >= columnCount(area))) {
    throw new Refusal('invalidArgument', 'A sort key is a column of the area.');
  }
  const top = options.hasHeader === true ? area.top + 1 : area.top;
  const bottom = Math.min(area.bottom, sheet.usedArea()?.bottom ?? area.top);
  const places: number[] = [];
  for (let row = top; row <= bottom; row += 1) if (!sheet.layout.isRowHidden(row)) places.push(row);
  const rows = places.map((row) => readRow(sheet, area, row, keys));
  const sorted = rows.toSorted((one, other) => compareRows(one, other, keys, options.matchCase === true));
  sheet.cells.edit(area, () => {
    sorted.forEach((row, index) => {
      if (row !== rows[index]) writeRow(sheet, area, places[index] ?? top, row);
    });
  });
}

function readRow(sheet: Sheet, area: Area, row: number, keys: readonly SortKey[]): Row {
  return {
    values: keys.map(({ column }) => sheet.cells.value(row, area.left + column)),
    cells: Array.from({ length: columnCount(area) }, (_cell, across) => ({
      content: sheet.cells.writer.contentAt(row, area.left + across),
      format: sheet.cells.format(row, area.left + across),
    })),
  };
}

function writeRow(sheet: Sheet, area: Area, row: number, { cells }: Row): void {
  const { library } = sheet.book.ground.calculator;
  cells.forEach(({ content, format }, across) => {
    const column = area.left + across;
    const { shape } = content;
    const placed = shape === undefined ? content : { shape: library.copied(shape, row, column), value: null };
    const usual = sheet.store.defaultFormatAt(row, column);
    sheet.cells.writer.put(row, column, placed, format === usual ? undefined : format);
  });
}

function compareRows(one: Row, other: Row, keys: readonly SortKey[], matchCase: boolean): number {
  for (const [place, { descending }] of keys.entries()) {
    const left = one.values[place] ?? null;
    const right = other.values[place] ?? null;
    if (left === null || right === null) {
      if (left === right) continue;
      return left === null ? 1 : -1;
    }
    const order = compare(left, right, matchCase);
    if (order !== 0) return descending === true ? -order : order;
  }
  return 0;
}

function compare(one: CellValue, other: CellValue, matchCase: boolean): number {
  if (one instanceof CellError && other instanceof CellError) return 0;
  const order = compareValues(one, other);
  if (order !== 0 || !matchCase || typeof one !== 'string' || typeof other !== 'string') return order;
  return one === other ? 0 : one > other ? -1 : 1;
}
