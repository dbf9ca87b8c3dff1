import { type Area, bounding, type Position } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { shownAtMost } from './grid-geometry.ts';

/** A step over shown rows and columns, in either direction. */
export interface Step {
  readonly rows: number;
  readonly columns: number;
}

/** The cell that many shown rows and columns away, kept within what can be shown. */
export function stepped(sheet: Sheet, from: Position, { rows, columns }: Step): Position {
  return {
    row: walk(from.row, rows, shownAtMost.rows, (row) => sheet.layout.isRowHidden(row)),
    column: walk(from.column, columns, shownAtMost.columns, (column) => sheet.layout.isColumnHidden(column)),
  };
}

function walk(from: number, distance: number, count: number, isHidden: (index: number) => boolean): number {
  const direction = Math.sign(distance);
  let reached = from;
  let left = Math.abs(distance);
  for (let index = from + direction; left > 0 && index >= 0 && index < count; index += direction) {
    if (isHidden(index)) continue;
    reached = index;
    left -= 1;
  }
  return reached;
}

/**
 * Where Ctrl and an arrow key lead: to the end of a run of filled cells, else to the next filled cell, else to the
 * edge of the sheet.
 */
export function edgeFrom(sheet: Sheet, from: Position, direction: Step): Position {
  const isFilled = ({ row, column }: Position): boolean => sheet.cells.value(row, column) !== null;
  const next = (at: Position): Position => stepped(sheet, at, direction);
  const first = next(from);
  if (isFilled(from) && isFilled(first)) {
    let last = first;
    for (let at = next(last); !samePosition(at, last) && isFilled(at); at = next(at)) last = at;
    return last;
  }
  const used = sheet.usedArea(true);
  const isBeyondUse = ({ row, column }: Position): boolean =>
    used === undefined ||
    (direction.rows > 0 && row > used.bottom) ||
    (direction.columns > 0 && column > used.right) ||
    (direction.rows < 0 && row < used.top) ||
    (direction.columns < 0 && column < used.left);
  for (let at = first; ; at = next(at)) {
    if (isFilled(at)) return at;
    if (isBeyondUse(at) || samePosition(at, next(at))) return stepped(sheet, at, farthest(direction));
  }
}

function farthest({ rows, columns }: Step): Step {
  return { rows: Math.sign(rows) * shownAtMost.rows, columns: Math.sign(columns) * shownAtMost.columns };
}

/** The first cell of the row that scrolls: behind frozen columns. */
export function rowStart(sheet: Sheet, { row }: Position): Position {
  return { row, column: firstShownColumn(sheet) };
}

/** Where Ctrl+Home leads: the first cell that scrolls. */
export function sheetStart(sheet: Sheet): Position {
  const frozen = sheet.layout.freeze.rows;
  const row = sheet.layout.isRowHidden(frozen)
    ? walk(frozen, 1, shownAtMost.rows, (at) => sheet.layout.isRowHidden(at))
    : frozen;
  return { row, column: firstShownColumn(sheet) };
}

function firstShownColumn(sheet: Sheet): number {
  const frozen = sheet.layout.freeze.columns;
  return sheet.layout.isColumnHidden(frozen)
    ? walk(frozen, 1, shownAtMost.columns, (column) => sheet.layout.isColumnHidden(column))
    : frozen;
}

/** Where Ctrl+End leads: the last cell in use. */
export function sheetEnd(sheet: Sheet): Position {
  const used = sheet.usedArea();
  return used === undefined ? { row: 0, column: 0 } : { row: used.bottom, column: used.right };
}

/**
 * The next cell that may be typed into, row by row, from the last back to the first: where Tab leads on a protected
 * sheet. undefined where every cell in use is locked.
 */
export function nextUnlocked(sheet: Sheet, from: Position, backwards: boolean): Position | undefined {
  const used = sheet.usedArea();
  if (used === undefined) return undefined;
  const rows = shown(used.top, used.bottom, (row) => sheet.layout.isRowHidden(row));
  const columns = shown(used.left, used.right, (column) => sheet.layout.isColumnHidden(column));
  const places = rows.length * columns.length;
  const rowPlace = rows.findIndex((row) => row >= from.row);
  const columnPlace = columns.findIndex((column) => column >= from.column);
  const start = Math.max(0, rowPlace) * columns.length + Math.max(0, columnPlace);
  for (let step = 1; step <= places; step += 1) {
    const place = (start + (backwards ? places - step : step)) % places;
    const row = rows[Math.floor(place / columns.length)];
    const column = columns[place % columns.length];
    if (row !== undefined && column !== undefined && !sheet.cells.format(row, column).locked) return { row, column };
  }
  return undefined;
}

function shown(first: number, last: number, isHidden: (index: number) => boolean): readonly number[] {
  const indexes: number[] = [];
  for (let index = first; index <= last; index += 1) if (!isHidden(index)) indexes.push(index);
  return indexes;
}

export function samePosition(one: Position, other: Position): boolean {
  return one.row === other.row && one.column === other.column;
}

/** The corner of the selection that moves when it is extended: the one across from the active cell. */
export function movingCorner(area: Area, { row, column }: Position): Position {
  return {
    row: row === area.top ? area.bottom : area.top,
    column: column === area.left ? area.right : area.left,
  };
}

/** The area from the active cell to another. */
export function extended(cell: Position, to: Position): Area {
  return bounding(cellArea(cell), cellArea(to));
}

export function cellArea({ row, column }: Position): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** The next cell within a selection of several, for Enter (down first) and Tab (right first); round and round. */
export function nextWithin(area: Area, cell: Position, order: 'columns' | 'rows', backwards: boolean): Position {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const row = cell.row - area.top;
  const column = cell.column - area.left;
  const place = order === 'columns' ? column * height + row : row * width + column;
  const next = (place + (backwards ? height * width - 1 : 1)) % (height * width);
  return order === 'columns'
    ? { row: area.top + (next % height), column: area.left + Math.floor(next / height) }
    : { row: area.top + Math.floor(next / width), column: area.left + (next % width) };
}
