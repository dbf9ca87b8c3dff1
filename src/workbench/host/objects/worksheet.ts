import { areaOf, isWithinSheet, wholeSheet } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError } from '../api-error.ts';
import { flag, given, integer, text, word } from '../arguments.ts';
import { type Argument, HostObject, type ObjectType, type Property } from '../object-model.ts';
import { autoFilterType } from './auto-filter.ts';
import { freezePanesType } from './freeze-panes.ts';
import { pageLayoutType } from './page-layout.ts';
import { areaOfAddress } from './range-areas.ts';
import { shapeCollectionType } from './shapes.ts';
import { eventMethods } from './worksheet-events.ts';
import { worksheetProtectionType } from './worksheet-protection.ts';

const visibilities = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

type VisibilityName = keyof typeof visibilities;

const visibilityNames = Object.keys(visibilities) as readonly VisibilityName[];

/** Cells in use; a blank sheet has A1. */
function usedOrFirst(sheet: Sheet, valuesOnly: Argument | undefined, location: string) {
  return sheet.usedArea(given(valuesOnly, false, (value) => flag(value, location))) ?? areaOf(0, 0);
}

const gridlines: Property<Sheet> = {
  since: 8,
  read: (_, { layout }) => layout.showGridlines,
  write: (_, { layout }, value) => {
    layout.setShowGridlines(flag(value, 'Worksheet.showGridlines'));
  },
};

export const worksheetType: ObjectType<Sheet> = {
  name: 'Worksheet',
  place: (sheet) => ({ sheet }),
  identity: (_, { id }) => ({ Id: id }),
  properties: {
    Id: { since: 1, read: (_, { id }) => id },
    Name: {
      since: 1,
      read: (_, { name }) => name,
      write: (_, sheet, value) => {
        sheet.rename(text(value, 'Worksheet.name'));
      },
    },
    Position: {
      since: 1,
      read: (_, { position }) => position,
      write: ({ book }, sheet, value) => {
        const position = integer(value, 'Worksheet.position');
        if (position < 0 || position >= book.sheets.length) throw new ApiError('InvalidArgument', 'Worksheet.position');
        book.moveSheet(sheet, position);
      },
    },
    Visibility: {
      since: 1,
      read: (_, sheet) => visibilityNames.find((name) => visibilities[name] === sheet.visibility) ?? null,
      write: (_, sheet, value) => {
        sheet.setVisibility(visibilities[word(value, visibilityNames, 'Worksheet.visibility')]);
      },
    },
    TabColor: {
      since: 7,
      read: (_, { tabColour }) => tabColour,
      write: (_, sheet, value) => {
        const written = text(value, 'Worksheet.tabColor');
        if (!/^(?:#[0-9a-f]{6})?$/i.test(written)) throw new ApiError('InvalidArgument', 'Worksheet.tabColor');
        sheet.setTabColour(written.toUpperCase());
      },
    },
    ShowGridlines: gridlines,
    // The client library reads `ShowGridlines` and writes `Gridlines`.
    Gridlines: gridlines,
    StandardHeight: { since: 7, read: (_, { layout }) => layout.standardHeight },
  },
  navigation: {
    Protection: { since: 2, to: (_, sheet) => HostObject.of(worksheetProtectionType, sheet) },
    FreezePanes: { since: 7, to: (_, sheet) => HostObject.of(freezePanesType, sheet) },
    AutoFilter: { since: 9, to: (_, sheet) => HostObject.of(autoFilterType, sheet) },
    PageLayout: { since: 9, to: (_, sheet) => HostObject.of(pageLayoutType, sheet) },
    Shapes: { since: 9, to: (_, sheet) => HostObject.of(shapeCollectionType, sheet) },
  },
  methods: {
    ...eventMethods<Sheet>((sheet) => sheet.id, {
      DataChanged: { event: 'changed', since: 7 },
      SelectionChanged: { event: 'selectionChanged', since: 7 },
      Activated: { event: 'activated', since: 7 },
      Deactivated: { event: 'deactivated', since: 7 },
      ProtectionChanged: { event: 'protectionChanged', since: 14 },
    }),
    Activate: {
      since: 1,
      call: ({ book }, sheet) => {
        if (sheet.visibility !== 'visible') throw new ApiError('InvalidOperation', 'Worksheet.activate');
        book.activate(sheet);
      },
    },
    Delete: {
      since: 1,
      effect: 'write',
      call: ({ book }, sheet) => {
        // A very hidden sheet must be shown or hidden before it can be deleted.
        if (sheet.visibility === 'veryHidden') throw new ApiError('InvalidOperation', 'Worksheet.delete');
        book.deleteSheet(sheet);
      },
    },
    GetRange: {
      since: 1,
      call: (scope, sheet, [address]) => {
        const location = 'Worksheet.getRange';
        if (address === undefined || address === null) return scope.range(sheet, wholeSheet);
        const range = areaOfAddress(scope, sheet, text(address, location), location);
        if (range.sheet !== sheet) throw new ApiError('InvalidArgument', location);
        return scope.range(sheet, range.area);
      },
    },
    GetRangeByIndexes: {
      since: 7,
      call: (scope, sheet, givenArguments) => {
        const location = 'Worksheet.getRangeByIndexes';
        const [row = 0, column = 0, rows = 0, columns = 0] = givenArguments.map((value) => integer(value, location));
        const area = areaOf(row, column, row + rows - 1, column + columns - 1);
        if (!isWithinSheet(area)) throw new ApiError('InvalidArgument', location);
        return scope.range(sheet, area);
      },
    },
    GetCell: {
      since: 1,
      call: (scope, sheet, [row, column]) => {
        const location = 'Worksheet.getCell';
        const area = areaOf(integer(row, location), integer(column, location));
        if (!isWithinSheet(area)) throw new ApiError('InvalidArgument', location);
        return scope.range(sheet, area);
      },
    },
    GetUsedRange: {
      since: 1,
      call: (scope, sheet, [valuesOnly]) =>
        scope.range(sheet, usedOrFirst(sheet, valuesOnly, 'Worksheet.getUsedRange')),
    },
    GetUsedRangeOrNullObject: {
      since: 4,
      call: (scope, sheet, [valuesOnly]) => {
        const location = 'Worksheet.getUsedRangeOrNullObject';
        const used = sheet.usedArea(given(valuesOnly, false, (value) => flag(value, location)));
        return used === undefined ? null : scope.range(sheet, used);
      },
    },
  },
};
