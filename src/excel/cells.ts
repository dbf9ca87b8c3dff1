import type { Area } from '../workbook/area.ts';

/** What Office.js gives for a cell's value: blank is `''`, dates are serials, errors are texts like `#N/A`. */
export type CellValue = string | number | boolean;

/** The range of an area on a sheet. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

/**
 * A constant as it is handed to `Range.values` so that Excel takes it as it stands: in a cell with text format only
 * what looks like a formula needs the apostrophe, elsewhere whatever Excel would turn into something else.
 */
export function asConstant(value: CellValue, textFormat: boolean): CellValue {
  if (typeof value !== 'string' || value === '') return value;
  const risky = textFormat ? /^['=]/ : /^['=+\-@$%.,\d\s(]|^(true|false)$|^[a-z]{3,9}[ -]?\d/i;
  return risky.test(value) ? `'${value}` : value;
}

/** Sets one value for all cells of a range: Office.js takes a scalar there, its typings only name the matrix. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
