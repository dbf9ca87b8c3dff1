import type { Area } from '../../workbook/area.ts';
import { sheetColumns, sheetRows } from './limits.ts';

/** 0-based column of letters: `A` is 0, `AA` is 26. */
export function columnOfLetters(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + (letters.charCodeAt(index) & 31);
  return column - 1;
}

const pattern = /^(?:'((?:[^']|'')+)'|([^'!:]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** The sheet and the cells of a plain reference, `Setup!$B$5` or `'My list'!$A$1:$C$9`; null for anything else. */
export function parseReference(text: string): { readonly sheet: string; readonly area: Area } | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, quoted, plain, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = match;
  const [left, right] = [columnOfLetters(firstColumn), columnOfLetters(lastColumn)];
  const [top, bottom] = [Number(firstRow) - 1, Number(lastRow) - 1];
  if (top < 0 || bottom < top || right < left || bottom >= sheetRows || right >= sheetColumns) return null;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? '',
    area: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
  };
}
