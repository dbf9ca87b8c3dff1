import { columnCount, sameArea } from '../../model/area.ts';
import type { FilterCriterion } from '../../model/filter.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { integer, list, record, text, word } from '../arguments.ts';
import type { Argument, ObjectType } from '../object-model.ts';
import { requireAllowed, requireUnprotected } from '../protection-guard.ts';
import type { Json } from '../wire.ts';
import { rangeOrAddress } from './range-areas.ts';

const type = 'AutoFilter';

/** Ways to filter that Excel has and the workbench lacks. */
const otherWays = [
  'BottomItems',
  'BottomPercent',
  'CellColor',
  'Dynamic',
  'FontColor',
  'TopItems',
  'TopPercent',
  'Icon',
];

/** Reads an `Excel.FilterCriteria`. */
function readCriterion(value: Argument, location: string): FilterCriterion {
  const criteria = record(value, location);
  const on = text(criteria['filterOn'], location);
  if (otherWays.includes(on)) throw notModelled(location, `filtering by ${on}`);
  if (word(on, ['Values', 'Custom'], location) === 'Values') {
    const values = list(criteria['values'], location).map((one) => {
      if (typeof one !== 'string') throw notModelled(location, 'filtering by parts of a date');
      return one;
    });
    return { on: 'values', values };
  }
  const first = text(criteria['criterion1'], location);
  const second = criteria['criterion2'] ?? null;
  if (second === null) return { on: 'custom', first };
  const join = word(criteria['operator'] ?? 'And', ['And', 'Or'], location) === 'And' ? 'and' : 'or';
  return { on: 'custom', first, join, second: text(second, location) };
}

function writeCriterion(criterion: FilterCriterion | undefined): Json {
  if (criterion === undefined) return { filterOn: '' };
  if (criterion.on === 'values') return { filterOn: 'Values', values: criterion.values };
  const { first, join, second } = criterion;
  return {
    filterOn: 'Custom',
    criterion1: first,
    ...(second === undefined ? {} : { criterion2: second, operator: join === 'or' ? 'Or' : 'And' }),
  };
}

export const autoFilterType: ObjectType<Sheet> = {
  name: type,
  place: (sheet) => ({ sheet }),
  properties: {
    Enabled: { since: 9, read: (_, { filter }) => filter.area !== undefined },
    IsDataFiltered: { since: 9, read: (_, { filter }) => filter.criteria.size > 0 },
    Criteria: {
      since: 9,
      read: (_, { filter }) =>
        filter.area === undefined
          ? []
          : Array.from({ length: columnCount(filter.area) }, (__, column) =>
              writeCriterion(filter.criteria.get(column)),
            ),
    },
  },
  methods: {
    Apply: {
      since: 9,
      effect: 'write',
      call: (scope, sheet, [range, columnIndex, criteria]) => {
        const location = `${type}.apply`;
        const { sheet: other, area } = rangeOrAddress(scope, sheet, range, location);
        if (other !== sheet) throw new ApiError('InvalidArgument', location);
        const { filter } = sheet;
        const isSame = filter.area !== undefined && sameArea(filter.area, area);
        const criterion = (criteria ?? null) === null ? null : readCriterion(criteria ?? null, location);
        const column = criterion === null ? 0 : integer(columnIndex, location);
        // A protected sheet lets criteria change, and no filter be made.
        if (isSame && criterion !== null) requireAllowed(sheet, 'allowAutoFilter', location);
        else requireUnprotected(sheet, location);
        if (column < 0 || column >= columnCount(area)) throw new ApiError('InvalidArgument', location);
        if (!isSame) filter.set(area);
        if (criterion !== null) filter.apply(column, criterion);
      },
    },
    ClearCriteria: {
      since: 9,
      effect: 'write',
      call: (_, sheet) => {
        requireAllowed(sheet, 'allowAutoFilter', `${type}.clearCriteria`);
        sheet.filter.clear();
      },
    },
    ClearColumnCriteria: {
      since: 14,
      effect: 'write',
      call: (_, sheet, [column]) => {
        requireAllowed(sheet, 'allowAutoFilter', `${type}.clearColumnCriteria`);
        sheet.filter.clear(integer(column, `${type}.clearColumnCriteria`));
      },
    },
    Reapply: {
      since: 9,
      effect: 'write',
      call: (_, sheet) => {
        requireAllowed(sheet, 'allowAutoFilter', `${type}.reapply`);
        sheet.filter.reapply();
      },
    },
    Remove: {
      since: 9,
      effect: 'write',
      call: (_, sheet) => {
        requireUnprotected(sheet, `${type}.remove`);
        sheet.filter.remove();
      },
    },
    GetRange: {
      since: 9,
      call: (scope, sheet) => {
        if (sheet.filter.area === undefined) throw new ApiError('ItemNotFound', `${type}.getRange`);
        return scope.range(sheet, sheet.filter.area);
      },
    },
    GetRangeOrNullObject: {
      since: 9,
      call: (scope, sheet) => (sheet.filter.area === undefined ? null : scope.range(sheet, sheet.filter.area)),
    },
  },
};
