import type { Position } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { Track } from './track.ts';

/** What of a sheet is shown, and how large. */
export interface GridGeometry {
  readonly rows: Track;
  readonly columns: Track;
}

/** Empty rows and columns that are shown beyond the last used one, and the least that is shown. */
const margin = { rows: 60, columns: 6 } as const;
const least = { rows: 120, columns: 26 } as const;

/** Rows and columns that the workbench can show; a browser does not scroll over as many as Excel has. */
export const shownAtMost = { rows: 200_000, columns: 2_000 } as const;

/** CSS pixels of a length in points: 96 pixels and 72 points make an inch. */
export function pixelsOf(points: number): number {
  return Math.round((points * 96) / 72);
}

/** Points of a length in CSS pixels. */
export function pointsOf(pixels: number): number {
  return (pixels * 72) / 96;
}

/**
 * The rows and columns to show: those in use, some more, and as far as `reach`, where the person has moved.
 */
export function gridGeometry(sheet: Sheet, reach: Position): GridGeometry {
  const { layout } = sheet;
  const used = sheet.usedArea();
  const rowCount = extent(used?.bottom, reach.row, margin.rows, least.rows, shownAtMost.rows);
  const columnCount = extent(used?.right, reach.column, margin.columns, least.columns, shownAtMost.columns);
  return {
    rows: track(rowCount, layout.freeze.rows, (row) => (layout.isRowHidden(row) ? null : layout.rowHeight(row))),
    columns: track(columnCount, layout.freeze.columns, (column) =>
      layout.isColumnHidden(column) ? null : layout.columnWidth(column),
    ),
  };
}

function extent(used: number | undefined, reach: number, more: number, atLeast: number, maximum: number): number {
  const reached = reach < atLeast ? 0 : reach + 1 + more;
  return Math.min(maximum, Math.max(atLeast, reached, (used ?? -1) + 1 + more));
}

/** @param sizeOf Points, or null for what is hidden. */
function track(count: number, frozen: number, sizeOf: (index: number) => number | null): Track {
  const indexes: number[] = [];
  const sizes: number[] = [];
  let frozenCount = 0;
  for (let index = 0; index < count; index += 1) {
    const points = sizeOf(index);
    if (points === null) continue;
    if (index < frozen) frozenCount += 1;
    indexes.push(index);
    sizes.push(pixelsOf(points));
  }
  return new Track(indexes, sizes, frozenCount);
}
