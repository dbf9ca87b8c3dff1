import { type Area, holds, type Position } from '../../model/area.ts';

/** Selected cells of a sheet, and the one that typing goes to. */
export interface GridSelection {
  readonly areas: readonly Area[];
  readonly cell: Position;
}

/** What is shown over the cells of a sheet, whatever they hold. */
export interface CellMarks {
  readonly selection: GridSelection;
  /** Cells that were copied or cut and wait to be pasted. */
  readonly copied: Area | null;
  /** Cells that dragging the fill handle would fill. */
  readonly fillTarget: Area | null;
  /** The cell with the button that opens its list. */
  readonly list: Position | null;
  /** The heading row of the AutoFilter, and its columns that are filtered. */
  readonly filter: { readonly heading: Area; readonly filtered: ReadonlySet<number> } | null;
}

export const noMarks: CellMarks = {
  selection: { areas: [], cell: { row: -1, column: -1 } },
  copied: null,
  fillTarget: null,
  list: null,
  filter: null,
};

/** Classes of a cell's marks, with blanks between; nothing for a cell without any. */
export function markClasses(marks: CellMarks, row: number, column: number): string {
  return [
    ...selectionClasses(marks.selection, row, column),
    ...edgeClasses(marks.copied, 'copied', row, column),
    ...edgeClasses(marks.fillTarget, 'fill', row, column),
    ...(isAt(marks.list, row, column) ? ['has-list'] : []),
    ...filterClasses(marks.filter, row, column),
    ...(isAt(fillHandleCell(marks.selection), row, column) ? ['has-fill-handle'] : []),
  ].join(' ');
}

function selectionClasses({ areas, cell }: GridSelection, row: number, column: number): readonly string[] {
  if (!areas.some((area) => holds(area, row, column))) return [];
  const own = isAt(cell, row, column) ? 'active' : 'selected';
  const [only, ...more] = areas;
  return [own, ...(more.length === 0 ? edgeClasses(only ?? null, 'edge', row, column) : [])];
}

/** The class of each edge of the area on which a cell lies, for example `edge-top`. */
function edgeClasses(area: Area | null, name: string, row: number, column: number): readonly string[] {
  if (area === null || !holds(area, row, column)) return [];
  const edges = {
    top: row === area.top,
    right: column === area.right,
    bottom: row === area.bottom,
    left: column === area.left,
  };
  return [name, ...Object.entries(edges).flatMap(([edge, lies]) => (lies ? [`${name}-${edge}`] : []))];
}

function filterClasses(filter: CellMarks['filter'], row: number, column: number): readonly string[] {
  if (filter === null || !holds(filter.heading, row, column)) return [];
  return filter.filtered.has(column) ? ['has-filter', 'filtered'] : ['has-filter'];
}

function isAt(position: Position | null | undefined, row: number, column: number): boolean {
  return position?.row === row && position.column === column;
}

/** The cell that carries the fill handle: the bottom right one of a selection of one area. */
export function fillHandleCell({ areas }: GridSelection): Position | undefined {
  const [area, ...more] = areas;
  return area === undefined || more.length > 0 ? undefined : { row: area.bottom, column: area.right };
}

/** Whether a row's or a column's heading is highlighted: some cell of it is selected. */
export function headingIsSelected({ areas }: GridSelection, axis: 'row' | 'column', index: number): boolean {
  return areas.some((area) =>
    axis === 'row' ? index >= area.top && index <= area.bottom : index >= area.left && index <= area.right,
  );
}

/**
 * What dragging the fill handle of an area to a cell would fill: rows or columns beyond the area, whichever the pointer
 * is farther out in. null while it is within the area.
 */
export function fillTargetOf(source: Area, { row, column }: Position): Area | null {
  const below = row - source.bottom;
  const above = source.top - row;
  const right = column - source.right;
  const left = source.left - column;
  const farthest = Math.max(below, above, right, left);
  if (farthest <= 0) return null;
  if (below === farthest) return { ...source, bottom: row };
  if (above === farthest) return { ...source, top: row };
  return right === farthest ? { ...source, right: column } : { ...source, left: column };
}
