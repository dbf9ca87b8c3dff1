/** Rows and columns of a worksheet since Excel 2007. */
export const maximumRows = 1_048_576;
export const maximumColumns = 16_384;

/** A cell's place; rows and columns count from 0 everywhere in the model. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; all four bounds belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const wholeSheet: Area = { top: 0, left: 0, bottom: maximumRows - 1, right: maximumColumns - 1 };

/** An area by its bounds; one cell where only the first two are given. */
export function areaOf(top: number, left: number, bottom: number = top, right: number = left): Area {
  return { top, left, bottom, right };
}

export function wholeRows(top: number, bottom: number = top): Area {
  return { top, left: 0, bottom, right: maximumColumns - 1 };
}

export function wholeColumns(left: number, right: number = left): Area {
  return { top: 0, left, bottom: maximumRows - 1, right };
}

export function rowCount(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnCount(area: Area): number {
  return area.right - area.left + 1;
}

export function cellCount(area: Area): number {
  return rowCount(area) * columnCount(area);
}

/** True for one or more entire rows (the whole sheet included). */
export function isWholeRows(area: Area): boolean {
  return area.left === 0 && area.right === maximumColumns - 1;
}

/** True for one or more entire columns (the whole sheet included). */
export function isWholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === maximumRows - 1;
}

export function isWithinSheet(area: Area): boolean {
  return (
    area.top >= 0 &&
    area.left >= 0 &&
    area.top <= area.bottom &&
    area.left <= area.right &&
    area.bottom < maximumRows &&
    area.right < maximumColumns
  );
}

export function sameArea(one: Area, other: Area): boolean {
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** True where every cell of `inner` lies in `outer`. */
export function encloses(outer: Area, inner: Area): boolean {
  return holds(outer, inner.top, inner.left) && holds(outer, inner.bottom, inner.right);
}

export function intersection(one: Area, other: Area): Area | undefined {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : undefined;
}

/** The smallest area that holds both. */
export function bounding(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** What remains of `area` without `hole`: at most four areas (above, left, right, below). */
export function without(area: Area, hole: Area): readonly Area[] {
  const cut = intersection(area, hole);
  if (cut === undefined) return [area];
  const rest: Area[] = [];
  if (cut.top > area.top) rest.push({ ...area, bottom: cut.top - 1 });
  if (cut.left > area.left) rest.push({ top: cut.top, left: area.left, bottom: cut.bottom, right: cut.left - 1 });
  if (cut.right < area.right) rest.push({ top: cut.top, left: cut.right + 1, bottom: cut.bottom, right: area.right });
  if (cut.bottom < area.bottom) rest.push({ ...area, top: cut.bottom + 1 });
  return rest;
}

export function moved(area: Area, rows: number, columns: number): Area {
  return {
    top: area.top + rows,
    left: area.left + columns,
    bottom: area.bottom + rows,
    right: area.right + columns,
  };
}
