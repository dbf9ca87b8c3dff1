import { type Area, columnCount, rowCount, wholeColumns, wholeRows } from '../model/area.ts';
import type { FilterCriterion } from '../model/filter.ts';
import type { Sheet } from '../model/sheet.ts';
import { sortRows, type SortKey, type SortOptions } from '../model/sort.ts';
import { lockedRefusal, permissionRefusal, step } from './guarded.ts';
import { type Outcome, unavailable } from './outcome.ts';

/** Sorts a range. On a protected sheet only where that is allowed and no cell of the range is locked. */
export function sort(sheet: Sheet, area: Area, keys: readonly SortKey[], options: SortOptions): Outcome {
  return (
    permissionRefusal(sheet, 'allowSort', 'Sort') ??
    lockedRefusal(sheet, area) ??
    step(sheet, 'Sort', () => {
      sortRows(sheet, area, keys, options);
    })
  );
}

/** On a protected sheet every cell of the rows must be unlocked, and inserting allowed. */
export function insertRows(sheet: Sheet, selected: Area): Outcome {
  return (
    permissionRefusal(sheet, 'allowInsertRows', 'Insert') ??
    lockedRefusal(sheet, wholeRows(selected.top, selected.bottom)) ??
    step(sheet, 'Insert', () => {
      sheet.insertRows(selected.top, rowCount(selected));
    })
  );
}

/** On a protected sheet every cell of the rows must be unlocked, and deleting allowed. */
export function deleteRows(sheet: Sheet, selected: Area): Outcome {
  return (
    permissionRefusal(sheet, 'allowDeleteRows', 'Delete') ??
    lockedRefusal(sheet, wholeRows(selected.top, selected.bottom)) ??
    step(sheet, 'Delete', () => {
      sheet.deleteRows(selected.top, rowCount(selected));
    })
  );
}

export function insertColumns(sheet: Sheet, selected: Area): Outcome {
  return (
    permissionRefusal(sheet, 'allowInsertColumns', 'Insert') ??
    lockedRefusal(sheet, wholeColumns(selected.left, selected.right)) ??
    step(sheet, 'Insert', () => {
      sheet.insertColumns(selected.left, columnCount(selected));
    })
  );
}

export function deleteColumns(sheet: Sheet, selected: Area): Outcome {
  return (
    permissionRefusal(sheet, 'allowDeleteColumns', 'Delete') ??
    lockedRefusal(sheet, wholeColumns(selected.left, selected.right)) ??
    step(sheet, 'Delete', () => {
      sheet.deleteColumns(selected.left, columnCount(selected));
    })
  );
}

export function hideColumns(sheet: Sheet, selected: Area, hidden: boolean): Outcome {
  return (
    permissionRefusal(sheet, 'allowFormatColumns', hidden ? 'Hide' : 'Unhide') ??
    step(sheet, hidden ? 'Hide Columns' : 'Unhide Columns', () => {
      sheet.layout.setColumnsHidden(selected.left, selected.right, hidden);
    })
  );
}

export function hideRows(sheet: Sheet, selected: Area, hidden: boolean): Outcome {
  return (
    permissionRefusal(sheet, 'allowFormatRows', hidden ? 'Hide' : 'Unhide') ??
    step(sheet, hidden ? 'Hide Rows' : 'Unhide Rows', () => {
      sheet.layout.setRowsHidden(selected.top, selected.bottom, hidden);
    })
  );
}

/** Width in points. */
export function setColumnWidth(sheet: Sheet, selected: Area, points: number): Outcome {
  return (
    permissionRefusal(sheet, 'allowFormatColumns', 'Column Width') ??
    step(sheet, 'Column Width', () => {
      sheet.layout.setColumnWidth(selected.left, selected.right, points);
    })
  );
}

/** Puts an AutoFilter onto an area or takes it away: not on a protected sheet, whatever its options. */
export function toggleFilter(sheet: Sheet, area: Area): Outcome {
  if (sheet.protection.isOn) return unavailable('Filter is not available while the sheet is protected.');
  return step(sheet, 'AutoFilter', () => {
    if (sheet.filter.area === undefined) sheet.filter.set(area);
    else sheet.filter.remove();
  });
}

/** Sets or (null) takes the criterion of a column; on a protected sheet where the options allow AutoFilter. */
export function filter(sheet: Sheet, offset: number, criterion: FilterCriterion | null): Outcome {
  if (sheet.filter.area === undefined) return unavailable('There is no filter on this sheet.');
  return (
    permissionRefusal(sheet, 'allowAutoFilter', 'Filter') ??
    step(sheet, 'Filter', () => {
      if (criterion === null) sheet.filter.clear(offset);
      else sheet.filter.apply(offset, criterion);
    })
  );
}
