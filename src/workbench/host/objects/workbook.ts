import type { Book } from '../../model/book.ts';
import { ApiError } from '../api-error.ts';
import { text } from '../arguments.ts';
import { HostObject, type ObjectType, type RequestScope } from '../object-model.ts';
import { applicationType } from './application.ts';
import { namedItemCollectionType } from './named-item.ts';
import { settingCollectionType } from './setting-collection.ts';
import { worksheetCollectionType } from './worksheet-collection.ts';

/** Range of an event, by the reference id that came with it. */
function eventRange(scope: RequestScope, id: string): HostObject {
  const range = scope.referenced(id);
  if (range === null) throw new ApiError('ItemNotFound', 'WorksheetChangedEventArgs.getRange');
  return range;
}

export const workbookType: ObjectType<Book> = {
  name: 'Workbook',
  properties: { Name: { since: 7, read: (_, { name }) => name } },
  navigation: {
    Worksheets: { since: 1, to: (_, book) => HostObject.of(worksheetCollectionType, book) },
    Names: { since: 1, to: (_, book) => HostObject.of(namedItemCollectionType, book) },
    Application: { since: 1, to: (_, book) => HostObject.of(applicationType, book) },
    Settings: { since: 4, to: (_, book) => HostObject.of(settingCollectionType, book) },
  },
  methods: {
    GetSelectedRange: {
      since: 1,
      call: (scope, { selection }) => {
        const [area, ...more] = selection.areas;
        if (area === undefined || more.length > 0) throw new ApiError('InvalidSelection', 'Workbook.getSelectedRange');
        return scope.range(selection.sheet, area);
      },
    },
    GetActiveCell: {
      since: 7,
      call: (scope, { selection }) => {
        const { row, column } = selection.cell;
        return scope.range(selection.sheet, { top: row, left: column, bottom: row, right: column });
      },
    },
    _GetRangeForEventByReferenceId: {
      since: 8,
      call: (scope, _, [id]) => eventRange(scope, text(id, 'Workbook')),
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      since: 8,
      call: (scope, _, [id]) => scope.referenced(text(id, 'Workbook')),
    },
    _RemoveReference: {
      since: 1,
      call: (scope, _, [id]) => {
        scope.release(text(id, 'Workbook'));
      },
    },
    _RemoveAllReferences: {
      since: 1,
      call: (scope) => {
        scope.releaseAll();
      },
    },
    _GetReferenceCount: { since: 1, call: (scope) => scope.keptCount() },
  },
};
