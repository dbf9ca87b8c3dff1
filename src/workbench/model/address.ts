import { type Area, isWholeColumns, isWholeRows, maximumColumns, maximumRows } from './area.ts';

/** Letters of a column counted from 0: 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Column counted from 0 of its letters (either case); beyond the sheet's width for `XFE` and up. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `C5` of row 4, column 2. */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** `A1`, `A1:B2`, `A:C`, `1:3`; the whole sheet is `1:1048576`, as Excel writes it. */
export function areaAddress(area: Area): string {
  if (isWholeRows(area)) return `${String(area.top + 1)}:${String(area.bottom + 1)}`;
  if (isWholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellAddress(area.bottom, area.right)}`;
}

/** `$A$1:$B$2`, the form in which names and print areas are kept. */
export function absoluteAddress(area: Area): string {
  if (isWholeRows(area)) return `$${String(area.top + 1)}:$${String(area.bottom + 1)}`;
  if (isWholeColumns(area)) return `$${columnName(area.left)}:$${columnName(area.right)}`;
  const corner = (row: number, column: number): string => `$${columnName(column)}$${String(row + 1)}`;
  const first = corner(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${corner(area.bottom, area.right)}`;
}

/** A sheet's name as it stands before `!`: quoted where Excel quotes it. */
export function quotedSheetName(name: string): string {
  const plain = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\u0080-\uffff]*$/.test(name);
  const looksLikeReference = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/.test(name);
  return plain && !looksLikeReference ? name : `'${name.replaceAll("'", "''")}'`;
}

const cellPattern = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const columnPattern = /^\$?([A-Za-z]{1,3})$/;
const rowPattern = /^\$?([1-9]\d{0,6})$/;

/** Area of `A1`, `$A$1`, `A1:B2`, `A:C` or `1:3` (corners in any order); undefined for anything else. */
export function parseArea(text: string): Area | undefined {
  const [first = '', second = first, ...more] = text.trim().split(':');
  if (more.length > 0) return undefined;
  const bounds = cornersOf(first, second, text.includes(':'));
  if (bounds === undefined) return undefined;
  const [rowA, columnA, rowB, columnB] = bounds;
  const area = {
    top: Math.min(rowA, rowB),
    left: Math.min(columnA, columnB),
    bottom: Math.max(rowA, rowB),
    right: Math.max(columnA, columnB),
  };
  return area.bottom < maximumRows && area.right < maximumColumns ? area : undefined;
}

function cornersOf(first: string, second: string, ranged: boolean): [number, number, number, number] | undefined {
  const cells = [cellPattern.exec(first), cellPattern.exec(second)] as const;
  if (cells[0] !== null && cells[1] !== null) {
    return [
      Number(cells[0][2]) - 1,
      columnIndex(cells[0][1] ?? ''),
      Number(cells[1][2]) - 1,
      columnIndex(cells[1][1] ?? ''),
    ];
  }
  if (!ranged) return undefined;
  const columns = [columnPattern.exec(first), columnPattern.exec(second)] as const;
  if (columns[0] !== null && columns[1] !== null) {
    return [0, columnIndex(columns[0][1] ?? ''), maximumRows - 1, columnIndex(columns[1][1] ?? '')];
  }
  const rows = [rowPattern.exec(first), rowPattern.exec(second)] as const;
  if (rows[0] !== null && rows[1] !== null) {
    return [Number(rows[0][1]) - 1, 0, Number(rows[1][1]) - 1, maximumColumns - 1];
  }
  return undefined;
}

/** Sheet name and area of `Sheet1!A1:B2` or `'My sheet'!A1`; no name where none is written. */
export function parseSheetArea(text: string): { readonly sheetName?: string; readonly area: Area } | undefined {
  const parts = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?(.+)$/.exec(text.trim());
  if (parts === null) return undefined;
  const area = parseArea(parts[3] ?? '');
  if (area === undefined) return undefined;
  const sheetName = parts[1]?.replaceAll("''", "'") ?? parts[2];
  return sheetName === undefined ? { area } : { sheetName, area };
}
