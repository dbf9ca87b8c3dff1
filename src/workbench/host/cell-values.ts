import { type Area, cellCount, columnCount, isWholeColumns, isWholeRows, rowCount } from '../model/area.ts';
import { CellError, type CellValue } from '../model/value.ts';
import { ApiError } from './api-error.ts';
import type { Argument } from './object-model.ts';
import type { Json } from './wire.ts';

/** Excel's limit on the characters of one cell. */
export const maximumCharacters = 32_767;

/** Cells that one read gives at most. */
export const maximumCells = 5_000_000;

/** A value as `Range.values` has it: blank is `''`, an error is its text. */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}

/** `Excel.RangeValueType` of a value. */
export function valueType(value: CellValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

/**
 * One value per cell. Whole rows and columns give null, as Excel does for what it calls an unbounded range; more cells
 * than one read may give fail.
 */
export function grid(area: Area, location: string, cell: (row: number, column: number) => Json): Json {
  if (isUnbounded(area)) return null;
  if (cellCount(area) > maximumCells) throw new ApiError('RangeExceedsLimit', location);
  return Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columnCount(area) }, (__, column) => cell(area.top + row, area.left + column)),
  );
}

export function isUnbounded(area: Area): boolean {
  return isWholeRows(area) || isWholeColumns(area);
}

export type Entry = string | number | boolean;

/** What an assignment to cells says: one entry for all, or one per cell, where null leaves a cell as it is. */
export type Entries = { readonly all: Entry } | { readonly each: readonly (readonly (Entry | null)[])[] };

/** Reads an assignment to `values`, `formulas` or `numberFormat`; the shape must be the range's own. */
export function entries(value: Argument, area: Area, location: string): Entries {
  if (isUnbounded(area)) throw new ApiError('InvalidArgument', location);
  if (!Array.isArray(value)) {
    const all = entry(value, location);
    if (all === null) throw new ApiError('InvalidArgument', location);
    return { all };
  }
  const rows = value as readonly Argument[];
  if (rows.length !== rowCount(area)) throw wrongShape(location);
  return {
    each: rows.map((row) => {
      if (!Array.isArray(row) || row.length !== columnCount(area)) throw wrongShape(location);
      return (row as readonly Argument[]).map((item) => entry(item, location));
    }),
  };
}

export function wrongShape(location: string): ApiError {
  const message = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
  return new ApiError('InvalidArgument', location, message);
}

function entry(value: Argument, location: string): Entry | null {
  if (typeof value === 'string') {
    if (value.length > maximumCharacters) throw new ApiError('InvalidArgument', location);
    return value;
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new ApiError('InvalidArgument', location);
}
