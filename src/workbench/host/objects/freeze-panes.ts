import { areaOf, maximumColumns, maximumRows, wholeColumns, wholeRows } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError } from '../api-error.ts';
import { given, integer } from '../arguments.ts';
import type { HostObject, Method, ObjectType, RequestScope } from '../object-model.ts';
import { rangeOrAddress } from './range-areas.ts';

const type = 'WorksheetFreezePanes';

function location(scope: RequestScope, sheet: Sheet): HostObject | null {
  const { rows, columns } = sheet.layout.freeze;
  if (rows === 0 && columns === 0) return null;
  if (columns === 0) return scope.range(sheet, wholeRows(0, rows - 1));
  if (rows === 0) return scope.range(sheet, wholeColumns(0, columns - 1));
  return scope.range(sheet, areaOf(0, 0, rows - 1, columns - 1));
}

function count(
  since: Method<Sheet>['since'],
  name: string,
  freeze: (sheet: Sheet, count: number) => void,
): Method<Sheet> {
  return {
    since,
    effect: 'write',
    call: (_, sheet, [value]) => {
      const lines = given(value, 1, (some) => integer(some, `${type}.${name}`));
      if (lines < 0) throw new ApiError('InvalidArgument', `${type}.${name}`);
      freeze(sheet, lines);
    },
  };
}

export const freezePanesType: ObjectType<Sheet> = {
  name: type,
  place: (sheet) => ({ sheet }),
  methods: {
    FreezeAt: {
      since: 7,
      effect: 'write',
      call: (scope, sheet, [range]) => {
        const { area } = rangeOrAddress(scope, sheet, range, `${type}.freezeAt`);
        // The frozen part always begins at A1; whole rows freeze no column, whole columns no row.
        const rows = area.bottom === maximumRows - 1 ? 0 : area.bottom + 1;
        const columns = area.right === maximumColumns - 1 ? 0 : area.right + 1;
        sheet.layout.setFreeze(rows, columns);
      },
    },
    FreezeRows: count(7, 'freezeRows', (sheet, rows) => {
      sheet.layout.setFreeze(rows, 0);
    }),
    FreezeColumns: count(7, 'freezeColumns', (sheet, columns) => {
      sheet.layout.setFreeze(0, columns);
    }),
    Unfreeze: {
      since: 7,
      effect: 'write',
      call: (_, sheet) => {
        sheet.layout.setFreeze(0, 0);
      },
    },
    GetLocation: {
      since: 7,
      call: (scope, sheet) => {
        const range = location(scope, sheet);
        if (range === null) throw new ApiError('ItemNotFound', `${type}.getLocation`);
        return range;
      },
    },
    GetLocationOrNullObject: { since: 7, call: (scope, sheet) => location(scope, sheet) },
  },
};
