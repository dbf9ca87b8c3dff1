import { columnCount } from '../../model/area.ts';
import { sortRows } from '../../model/sort.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { flag, given, integer, list, record, word } from '../arguments.ts';
import type { Argument, ObjectType } from '../object-model.ts';
import { requireAllowed, requireUnlocked } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';

const location = 'RangeSort.apply';

/** Reads an `Excel.SortField`: an offset from the range's first column, ascending unless told otherwise. */
function readField(value: Argument, columns: number): { readonly column: number; readonly descending: boolean } {
  const field = record(value, location);
  const column = integer(field['key'], location);
  if (column < 0 || column >= columns) throw new ApiError('InvalidArgument', location);
  if (
    given(field['sortOn'], 'Value', (on) => word(on, ['Value', 'CellColor', 'FontColor', 'Icon'], location)) !== 'Value'
  ) {
    throw notModelled(location, 'sorting by looks');
  }
  return { column, descending: !given(field['ascending'], true, (ascending) => flag(ascending, location)) };
}

export const rangeSortType: ObjectType<RangeTarget> = {
  name: 'RangeSort',
  place: ({ sheet, area }) => ({ sheet, area }),
  methods: {
    Apply: {
      since: 2,
      effect: 'write',
      call: (_, { sheet, area }, [fields, matchCase, hasHeaders, orientation]) => {
        const keys = list(fields, location).map((field) => readField(field, columnCount(area)));
        const isFlag = (value: Argument | undefined): boolean => given(value, false, (some) => flag(some, location));
        const direction = given(orientation, 'Rows', (some) => word(some, ['Rows', 'Columns'], location));
        if (direction === 'Columns') throw notModelled(location, 'sorting columns');
        requireAllowed(sheet, 'allowSort', location);
        requireUnlocked(sheet, area, location);
        sortRows(sheet, area, keys, { hasHeader: isFlag(hasHeaders), matchCase: isFlag(matchCase) });
      },
    },
  },
};
