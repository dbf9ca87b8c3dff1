import { cellCount, columnCount, isWholeColumns, isWholeRows, rowCount } from '../../model/area.ts';
import { ApiError } from '../api-error.ts';
import { flag } from '../arguments.ts';
import { entries, type Entry, grid, valueType, wireValue, wrongShape } from '../cell-values.ts';
import { type Argument, HostObject, type ObjectType, type Property } from '../object-model.ts';
import { requireAllowed, requireUnlocked } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';
import type { Json } from '../wire.ts';
import { conditionalFormatCollectionType } from './conditional-format.ts';
import { dataValidationType } from './data-validation.ts';
import { rangeAreaMethods } from './range-areas.ts';
import { rangeEditMethods } from './range-editing.ts';
import { rangeFormatType } from './range-format.ts';
import { rangeSortType } from './range-sort.ts';

function writeContents(target: RangeTarget, value: Argument, location: string): void {
  const { sheet, area } = target;
  const written = entries(value, area, location);
  requireUnlocked(sheet, area, location);
  if ('each' in written) sheet.cells.write(area, written.each);
  else sheet.cells.writeAll(area, written.all);
}

function writeNumberFormat({ sheet, area }: RangeTarget, value: Argument): void {
  const location = 'Range.numberFormat';
  const written = entries(value, area, location);
  const patch = (entry: Entry): { readonly numberFormat: string } => {
    if (typeof entry !== 'string') throw new ApiError('InvalidArgument', location);
    return { numberFormat: entry === '' ? 'General' : entry };
  };
  const patches =
    'all' in written
      ? patch(written.all)
      : written.each.map((row) => row.map((entry) => (entry === null ? null : patch(entry))));
  requireAllowed(sheet, 'allowFormatCells', location);
  if ('numberFormat' in patches) sheet.cells.setFormat(area, patches);
  else sheet.cells.setFormats(area, patches);
}

/** true, false, or null where the rows or columns differ. */
function common(first: number, last: number, hidden: (index: number) => boolean): boolean | null {
  const value = hidden(first);
  for (let index = first + 1; index <= last; index += 1) if (hidden(index) !== value) return null;
  return value;
}

const isRowHidden = ({ sheet, area }: RangeTarget): boolean | null =>
  common(area.top, area.bottom, (row) => sheet.layout.isRowHidden(row));
const isColumnHidden = ({ sheet, area }: RangeTarget): boolean | null =>
  common(area.left, area.right, (column) => sheet.layout.isColumnHidden(column));

/** All cells hidden, none, or some: rows and columns both hide. */
function isHidden(target: RangeTarget): boolean | null {
  const [rows, columns] = [isRowHidden(target), isColumnHidden(target)];
  if (rows === true || columns === true) return true;
  return rows === false && columns === false ? false : null;
}

function fact(read: (target: RangeTarget) => Json, since: Property<RangeTarget>['since'] = 1): Property<RangeTarget> {
  return { since, read: (_, target) => read(target) };
}

function cellsFact(
  name: string,
  cell: (target: RangeTarget, row: number, column: number) => Json,
): Property<RangeTarget> {
  return {
    since: 1,
    ofCells: true,
    read: (_, target) => grid(target.area, `Range.${name}`, (row, column) => cell(target, row, column)),
  };
}

const address = fact((target) => target.address);
const contents = cellsFact('formulas', ({ sheet }, row, column) => wireValue(sheet.cells.content(row, column)));

export const rangeType: ObjectType<RangeTarget> = {
  name: 'Range',
  place: ({ sheet, area }) => ({ sheet, area }),
  identity: (scope, target) => {
    const id = scope.keptAs(target);
    return id === undefined ? {} : { _ReferenceId: id };
  },
  properties: {
    Address: address,
    AddressLocal: address,
    CellCount: fact(({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area))),
    RowIndex: fact(({ area }) => area.top),
    ColumnIndex: fact(({ area }) => area.left),
    RowCount: fact(({ area }) => rowCount(area)),
    ColumnCount: fact(({ area }) => columnCount(area)),
    IsEntireRow: fact(({ area }) => isWholeRows(area), 7),
    IsEntireColumn: fact(({ area }) => isWholeColumns(area), 7),
    Values: {
      ...cellsFact('values', ({ sheet }, row, column) => wireValue(sheet.cells.value(row, column))),
      write: (_, target, value) => {
        writeContents(target, value, 'Range.values');
      },
    },
    Formulas: {
      ...contents,
      write: (_, target, value) => {
        writeContents(target, value, 'Range.formulas');
      },
    },
    Text: cellsFact('text', ({ sheet }, row, column) => sheet.cells.text(row, column)),
    ValueTypes: cellsFact('valueTypes', ({ sheet }, row, column) => valueType(sheet.cells.value(row, column))),
    NumberFormat: {
      ...cellsFact('numberFormat', ({ sheet }, row, column) => sheet.cells.format(row, column).numberFormat),
      write: (_, target, value) => {
        writeNumberFormat(target, value);
      },
    },
    Hidden: fact(isHidden, 2),
    RowHidden: {
      ...fact(isRowHidden, 2),
      write: (_, { sheet, area }, value) => {
        const hidden = flag(value, 'Range.rowHidden');
        requireAllowed(sheet, 'allowFormatRows', 'Range.rowHidden');
        sheet.layout.setRowsHidden(area.top, area.bottom, hidden);
      },
    },
    ColumnHidden: {
      ...fact(isColumnHidden, 2),
      write: (_, { sheet, area }, value) => {
        const hidden = flag(value, 'Range.columnHidden');
        requireAllowed(sheet, 'allowFormatColumns', 'Range.columnHidden');
        sheet.layout.setColumnsHidden(area.left, area.right, hidden);
      },
    },
  },
  navigation: {
    Worksheet: { since: 1, to: (scope, { sheet }) => scope.objects.worksheet(sheet) },
    Format: { since: 1, to: (_, target) => HostObject.of(rangeFormatType, target) },
    DataValidation: { since: 8, to: (_, target) => HostObject.of(dataValidationType, target) },
    ConditionalFormats: { since: 6, to: (_, target) => HostObject.of(conditionalFormatCollectionType, target) },
    Sort: { since: 2, to: (_, target) => HostObject.of(rangeSortType, target) },
  },
  methods: {
    ...rangeAreaMethods,
    ...rangeEditMethods,
    Select: {
      since: 1,
      call: ({ book }, { sheet, area }) => {
        if (sheet.visibility !== 'visible') throw new ApiError('InvalidOperation', 'Range.select');
        book.select(sheet, area);
      },
    },
    _KeepReference: {
      since: 1,
      call: (scope, target) => {
        scope.keep(target);
      },
    },
    _ValidateArraySize: {
      since: 3,
      call: (_, { area }, [rows, columns]) => {
        if (rows !== rowCount(area) || columns !== columnCount(area)) throw wrongShape('Range.values');
      },
    },
  },
};

/** Makes the object of a range. */
export function rangeObject(target: RangeTarget): HostObject {
  return HostObject.of(rangeType, target);
}
