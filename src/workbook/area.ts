/** A rectangle of cells. Row and column are 0-based, as in Office.js' `getRangeByIndexes`. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Letters of a 0-based column: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Address of one cell, relative: `B7`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** Relative address of an area: `B7` or `B7:D9`. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** Absolute reference to an area for a formula: `$B$7:$D$9`. */
export function absoluteReference(area: Area): string {
  const cell = (row: number, column: number) => `$${columnLetters(column)}$${String(row + 1)}`;
  const first = cell(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cell(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet's name as a formula writes it, quoted where it must be. */
export function sheetReference(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** The single cell of a row and column. */
export function cell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
