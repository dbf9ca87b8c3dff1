import {
  type Area,
  areaOf,
  bounding,
  encloses,
  intersection,
  isWithinSheet,
  moved,
  wholeColumns,
  wholeRows,
} from '../../model/area.ts';
import { parseSheetArea } from '../../model/address.ts';
import { defaultFormat } from '../../model/cell-format.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError } from '../api-error.ts';
import { flag, given, integer } from '../arguments.ts';
import { type Argument, HostObject, type Method, type RequestScope } from '../object-model.ts';
import { RangeTarget } from '../range-target.ts';

/** Longest address that Excel reads. */
const maximumAddress = 8192;

/** Cells of an address or a workbook-wide name, on `sheet` where the address does not say another one. */
export function areaOfAddress(scope: RequestScope, sheet: Sheet, address: string, location: string): RangeTarget {
  if (address.length > maximumAddress) throw new ApiError('InvalidArgument', location);
  const parsed = parseSheetArea(address);
  if (parsed !== undefined) {
    const named = parsed.sheetName === undefined ? sheet : scope.book.sheet(parsed.sheetName);
    if (named === undefined) throw new ApiError('InvalidArgument', location);
    return new RangeTarget(named, parsed.area);
  }
  const range = scope.book.names.get(address)?.range;
  if (range === undefined) throw new ApiError('InvalidArgument', location);
  return new RangeTarget(range.sheet, range.area);
}

/** The range of an argument that is a `Range` or an address. */
export function rangeOrAddress(
  scope: RequestScope,
  sheet: Sheet,
  value: Argument | undefined,
  location: string,
): RangeTarget {
  if (value instanceof HostObject && value.target instanceof RangeTarget) return value.target;
  if (typeof value === 'string') return areaOfAddress(scope, sheet, value, location);
  throw new ApiError('InvalidArgument', location);
}

/** The smallest area within `area` that holds all its used cells; with `valuesOnly`, formats do not count as use. */
export function usedPart(sheet: Sheet, area: Area, valuesOnly: boolean): Area | undefined {
  const used = sheet.usedArea(valuesOnly);
  const part = used === undefined ? undefined : intersection(area, used);
  if (part === undefined || part === used) return part;
  const isUsed = (row: number, column: number): boolean =>
    sheet.cells.value(row, column) !== null ||
    sheet.cells.formula(row, column) !== null ||
    (!valuesOnly && sheet.cells.format(row, column) !== defaultFormat);
  let found: Area | undefined;
  for (let row = part.top; row <= part.bottom; row += 1) {
    for (let column = part.left; column <= part.right; column += 1) {
      if (isUsed(row, column)) found = found === undefined ? areaOf(row, column) : bounding(found, areaOf(row, column));
    }
  }
  return found;
}

type AreaOf = (scope: RequestScope, target: RangeTarget, givenArguments: readonly Argument[], location: string) => Area;

function rangeMethod(since: Method<RangeTarget>['since'], name: string, area: AreaOf): Method<RangeTarget> {
  return {
    since,
    call: (scope, target, givenArguments) => {
      const result = area(scope, target, givenArguments, `Range.${name}`);
      if (!isWithinSheet(result)) throw new ApiError('InvalidArgument', `Range.${name}`);
      return scope.range(target.sheet, result);
    },
  };
}

/** Area of another range of the same sheet. */
function otherArea(scope: RequestScope, target: RangeTarget, value: Argument | undefined, location: string): Area {
  const other = rangeOrAddress(scope, target.sheet, value, location);
  if (other.sheet !== target.sheet) throw new ApiError('InvalidArgument', location);
  return other.area;
}

function inside(area: Area, part: Area, location: string): Area {
  if (!encloses(area, part)) throw new ApiError('InvalidArgument', location);
  return part;
}

/** Methods of `Range` that lead to other ranges. */
export const rangeAreaMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  GetCell: rangeMethod(1, 'getCell', (_, { area }, [row, column], location) =>
    areaOf(area.top + integer(row, location), area.left + integer(column, location)),
  ),
  GetRow: rangeMethod(1, 'getRow', (_, { area }, [index], location) => {
    const row = area.top + integer(index, location);
    return inside(area, { ...area, top: row, bottom: row }, location);
  }),
  GetColumn: rangeMethod(1, 'getColumn', (_, { area }, [index], location) => {
    const column = area.left + integer(index, location);
    return inside(area, { ...area, left: column, right: column }, location);
  }),
  GetOffsetRange: rangeMethod(1, 'getOffsetRange', (_, { area }, [rows, columns], location) =>
    moved(area, integer(rows, location), integer(columns, location)),
  ),
  GetResizedRange: rangeMethod(3, 'getResizedRange', (_, { area }, [rows, columns], location) =>
    areaOf(area.top, area.left, area.bottom + integer(rows, location), area.right + integer(columns, location)),
  ),
  GetAbsoluteResizedRange: rangeMethod(7, 'getAbsoluteResizedRange', (_, { area }, [rows, columns], location) =>
    areaOf(area.top, area.left, area.top + integer(rows, location) - 1, area.left + integer(columns, location) - 1),
  ),
  GetBoundingRect: rangeMethod(1, 'getBoundingRect', (scope, target, [other], location) =>
    bounding(target.area, otherArea(scope, target, other, location)),
  ),
  GetEntireRow: rangeMethod(1, 'getEntireRow', (_, { area }) => wholeRows(area.top, area.bottom)),
  GetEntireColumn: rangeMethod(1, 'getEntireColumn', (_, { area }) => wholeColumns(area.left, area.right)),
  GetLastCell: rangeMethod(1, 'getLastCell', (_, { area }) => areaOf(area.bottom, area.right)),
  GetLastRow: rangeMethod(1, 'getLastRow', (_, { area }) => ({ ...area, top: area.bottom })),
  GetLastColumn: rangeMethod(1, 'getLastColumn', (_, { area }) => ({ ...area, left: area.right })),
  GetRowsBelow: rangeMethod(3, 'getRowsBelow', (_, { area }, [count], location) => {
    const rows = given(count, 1, (value) => integer(value, location));
    if (rows <= 0) throw new ApiError('InvalidArgument', location);
    return { ...area, top: area.bottom + 1, bottom: area.bottom + rows };
  }),
  GetIntersection: rangeMethod(1, 'getIntersection', (scope, target, [other], location) => {
    const common = intersection(target.area, otherArea(scope, target, other, location));
    if (common === undefined) throw new ApiError('ItemNotFound', location);
    return common;
  }),
  GetIntersectionOrNullObject: {
    since: 4,
    call: (scope, target, [other]) => {
      const location = 'Range.getIntersectionOrNullObject';
      const common = intersection(target.area, otherArea(scope, target, other, location));
      return common === undefined ? null : scope.range(target.sheet, common);
    },
  },
  GetUsedRange: rangeMethod(1, 'getUsedRange', (_, { sheet, area }, [valuesOnly], location) => {
    const used = usedPart(
      sheet,
      area,
      given(valuesOnly, false, (value) => flag(value, location)),
    );
    if (used === undefined) throw new ApiError('ItemNotFound', location);
    return used;
  }),
  GetUsedRangeOrNullObject: {
    since: 4,
    call: (scope, { sheet, area }, [valuesOnly]) => {
      const location = 'Range.getUsedRangeOrNullObject';
      const used = usedPart(
        sheet,
        area,
        given(valuesOnly, false, (value) => flag(value, location)),
      );
      return used === undefined ? null : scope.range(sheet, used);
    },
  },
};
