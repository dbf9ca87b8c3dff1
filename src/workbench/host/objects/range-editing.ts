import { type Area, areaOf, columnCount, encloses, isWholeColumns, isWholeRows, rowCount } from '../../model/area.ts';
import { copyCells, type CopiedParts } from '../../model/copy.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { flag, given, range, word } from '../arguments.ts';
import type { Method } from '../object-model.ts';
import { requireAllowed, requireUnlocked } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';
import { rangeOrAddress } from './range-areas.ts';

const copiedParts = {
  All: 'all',
  Values: 'values',
  Formulas: 'formulas',
  Formats: 'formats',
} as const satisfies Readonly<Record<string, CopiedParts>>;

const filledParts = { FillDefault: 'all', FillCopy: 'all', FillFormats: 'formats', FillValues: 'values' } as const;

/** Cells that a copy fills: the target, or as many as the source has where the target is smaller or no multiple. */
function filled(target: Area, rows: number, columns: number): Area {
  const fits = rowCount(target) % rows === 0 && columnCount(target) % columns === 0;
  return fits ? target : areaOf(target.top, target.left, target.top + rows - 1, target.left + columns - 1);
}

const copyFrom: Method<RangeTarget> = {
  since: 9,
  effect: 'write',
  call: (scope, target, [source, copyType, skipBlanks, transpose]) => {
    const location = 'Range.copyFrom';
    const from = rangeOrAddress(scope, target.sheet, source, location);
    const type = given<keyof typeof copiedParts | 'Link'>(copyType, 'All', (value) =>
      word(value, ['All', 'Values', 'Formulas', 'Formats', 'Link'], location),
    );
    if (type === 'Link') throw notModelled(location, 'copies that are links');
    const isTransposed = given(transpose, false, (value) => flag(value, location));
    const [rows, columns] = [rowCount(from.area), columnCount(from.area)];
    const area = isTransposed ? filled(target.area, columns, rows) : filled(target.area, rows, columns);
    if (type === 'Formats') requireAllowed(target.sheet, 'allowFormatCells', location);
    else requireUnlocked(target.sheet, area, location);
    copyCells({ sheet: from.sheet, area: from.area }, { sheet: target.sheet, area }, copiedParts[type], {
      skipBlanks: given(skipBlanks, false, (value) => flag(value, location)),
      transpose: isTransposed,
    });
  },
};

const autoFill: Method<RangeTarget> = {
  since: 9,
  effect: 'write',
  call: (_, source, [destination, fillType]) => {
    const location = 'Range.autoFill';
    const { sheet, area } = given(destination, source, (value) => range(value, location));
    const type = given<keyof typeof filledParts | 'FillSeries'>(fillType, 'FillDefault', (value) =>
      word(value, ['FillDefault', 'FillCopy', 'FillFormats', 'FillValues', 'FillSeries'], location),
    );
    if (sheet !== source.sheet || !encloses(area, source.area)) throw new ApiError('InvalidArgument', location);
    if (type === 'FillSeries' || (type === 'FillDefault' && makesSeries(source))) {
      throw notModelled(location, 'series of numbers and dates');
    }
    requireUnlocked(sheet, area, location);
    const [rows, columns] = [rowCount(source.area), columnCount(source.area)];
    if (rowCount(area) % rows !== 0 || columnCount(area) % columns !== 0) {
      throw notModelled(location, 'filling a part of the pattern');
    }
    copyCells({ sheet, area: source.area }, { sheet, area }, filledParts[type]);
  },
};

/** True where Excel would count on: several constants with a number among them. One number alone is repeated. */
function makesSeries({ sheet, area }: RangeTarget): boolean {
  const isOneCell = rowCount(area) === 1 && columnCount(area) === 1;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (sheet.cells.formula(row, column) !== null) continue;
      const value = sheet.cells.value(row, column);
      if (typeof value === 'number' && !isOneCell) return true;
      // Text that ends in a number, a month or a weekday counts on even by itself.
      if (
        typeof value === 'string' &&
        /\d$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i.test(value)
      ) {
        return true;
      }
    }
  }
  return false;
}

const clear: Method<RangeTarget> = {
  since: 1,
  effect: 'write',
  call: (_, { sheet, area }, [applyTo]) => {
    const location = 'Range.clear';
    const part = given(applyTo, 'All', (value) =>
      word(value, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'], location),
    );
    if (part !== 'All' && part !== 'Formats' && part !== 'Contents') throw notModelled(location, `clearing ${part}`);
    if (part !== 'Contents') requireAllowed(sheet, 'allowFormatCells', location);
    if (part !== 'Formats') requireUnlocked(sheet, area, location);
    sheet.cells.clear(area, part === 'All' ? 'all' : part === 'Contents' ? 'contents' : 'formats');
  },
};

const insert: Method<RangeTarget> = {
  since: 1,
  effect: 'write',
  call: (scope, { sheet, area }, [shift]) => {
    const location = 'Range.insert';
    const direction = word(shift, ['Down', 'Right'], location);
    if (direction === 'Down' && isWholeRows(area)) {
      requireAllowed(sheet, 'allowInsertRows', location);
      requireUnlocked(sheet, area, location);
      sheet.insertRows(area.top, rowCount(area));
    } else if (direction === 'Right' && isWholeColumns(area)) {
      requireAllowed(sheet, 'allowInsertColumns', location);
      requireUnlocked(sheet, area, location);
      sheet.insertColumns(area.left, columnCount(area));
    } else throw notModelled(location, 'inserting cells other than whole rows or columns');
    return scope.range(sheet, area);
  },
};

const remove: Method<RangeTarget> = {
  since: 1,
  effect: 'write',
  call: (_, { sheet, area }, [shift]) => {
    const location = 'Range.delete';
    const direction = word(shift, ['Up', 'Left'], location);
    if (direction === 'Up' && isWholeRows(area)) {
      requireAllowed(sheet, 'allowDeleteRows', location);
      requireUnlocked(sheet, area, location);
      sheet.deleteRows(area.top, rowCount(area));
    } else if (direction === 'Left' && isWholeColumns(area)) {
      requireAllowed(sheet, 'allowDeleteColumns', location);
      requireUnlocked(sheet, area, location);
      sheet.deleteColumns(area.left, columnCount(area));
    } else throw notModelled(location, 'deleting cells other than whole rows or columns');
  },
};

/** Methods of `Range` that change cells. */
export const rangeEditMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  CopyFrom: copyFrom,
  AutoFill: autoFill,
  Clear: clear,
  Insert: insert,
  Delete: remove,
};
