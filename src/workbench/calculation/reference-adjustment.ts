import { type Area, encloses, maximumColumns, maximumRows, moved } from '../model/area.ts';
import type { FormulaPart } from './formula-shape.ts';
import { areaFrom, type RelativeReference, withArea } from './relative-reference.ts';

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Rows or columns that come or go. */
export interface StructureChange {
  readonly type: 'insert' | 'delete';
  readonly axis: 'row' | 'column';
  readonly sheetId: string;
  /** First row or column that is new or gone. */
  readonly at: number;
  readonly count: number;
}

/** Cells that were cut and pasted. */
export interface Relocation {
  readonly type: 'move';
  readonly fromSheetId: string;
  readonly fromArea: Area;
  readonly toSheetId: string;
  readonly toArea: Area;
}

/** A sheet that is deleted. */
export interface SheetLoss {
  readonly type: 'lose';
  readonly sheetId: string;
}

export type ReferenceChange = StructureChange | Relocation | SheetLoss;

/**
 * The parts of a formula after a change, with references that go on meaning the same cells; the same array where
 * nothing changes. `before` and `after` are where the formula stood and stands.
 */
export function adjustParts(
  parts: readonly FormulaPart[],
  before: FormulaPlace,
  after: FormulaPlace,
  change: ReferenceChange,
): readonly FormulaPart[] {
  const result = parts.map((part) => (typeof part === 'string' ? part : adjustReference(part, before, after, change)));
  return result.some((part, place) => part !== parts[place]) ? result : parts;
}

function adjustReference(
  reference: RelativeReference,
  before: FormulaPlace,
  after: FormulaPlace,
  change: ReferenceChange,
): RelativeReference | '#REF!' {
  const sheetId = reference.sheetId ?? before.sheetId;
  if (change.type === 'lose') return sheetId === change.sheetId ? '#REF!' : reference;
  const stays = before.row === after.row && before.column === after.column && before.sheetId === after.sheetId;
  const concerned =
    change.type === 'move'
      ? sheetId === change.fromSheetId || sheetId === change.toSheetId
      : sheetId === change.sheetId;
  if (stays && !concerned) return reference;
  const area = areaFrom(reference, before.row, before.column);
  if (area === undefined) return '#REF!';
  const target =
    change.type === 'move'
      ? relocated(sheetId, area, change)
      : concerned
        ? restructured(sheetId, area, reference, change)
        : { sheetId, area };
  if (target === undefined) return '#REF!';
  const shifted = withArea(reference, target.area, after.row, after.column);
  const named = reference.sheetId !== undefined || target.sheetId !== after.sheetId ? target.sheetId : undefined;
  return sameReference(reference, shifted) && named === reference.sheetId ? reference : { ...shifted, sheetId: named };
}

function sameReference(one: RelativeReference, other: RelativeReference): boolean {
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}

interface Target {
  readonly sheetId: string;
  readonly area: Area;
}

function restructured(
  sheetId: string,
  area: Area,
  reference: RelativeReference,
  change: StructureChange,
): Target | undefined {
  const whole = change.axis === 'row' ? reference.kind === 'columns' : reference.kind === 'rows';
  const result = whole ? area : restructuredArea(area, change);
  return result === undefined ? undefined : { sheetId, area: result };
}

/** An area after rows or columns came or went: it grows with rows put within it; undefined where nothing is left. */
export function restructuredArea(area: Area, change: StructureChange): Area | undefined {
  if (change.axis === 'row') {
    const bounds = restructuredBounds(area.top, area.bottom, change, maximumRows - 1);
    return bounds === undefined ? undefined : { ...area, top: bounds[0], bottom: bounds[1] };
  }
  const bounds = restructuredBounds(area.left, area.right, change, maximumColumns - 1);
  return bounds === undefined ? undefined : { ...area, left: bounds[0], right: bounds[1] };
}

function restructuredBounds(
  first: number,
  last: number,
  { type, at, count }: StructureChange,
  limit: number,
): readonly [number, number] | undefined {
  if (type === 'insert') {
    const from = first >= at ? first + count : first;
    const to = last >= at ? last + count : last;
    return from > limit ? undefined : [from, Math.min(to, limit)];
  }
  const end = at + count;
  const from = first < at ? first : first < end ? at : first - count;
  const to = last < at ? last : last < end ? at - 1 : last - count;
  return from <= to ? [from, to] : undefined;
}

function relocated(sheetId: string, area: Area, move: Relocation): Target | undefined {
  if (sheetId === move.fromSheetId && encloses(move.fromArea, area)) {
    const rows = move.toArea.top - move.fromArea.top;
    const columns = move.toArea.left - move.fromArea.left;
    return { sheetId: move.toSheetId, area: moved(area, rows, columns) };
  }
  // What was overwritten is gone.
  return sheetId === move.toSheetId && encloses(move.toArea, area) ? undefined : { sheetId, area };
}
