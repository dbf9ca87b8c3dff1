import type { Book } from '../../model/book.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError } from '../api-error.ts';
import { flag, given, text } from '../arguments.ts';
import type { Argument, ObjectType } from '../object-model.ts';
import { workbookTarget } from '../subscriptions.ts';
import { eventMethods } from './worksheet-events.ts';

const type = 'WorksheetCollection';

/** Sheets in tab order, only visible ones where that is asked. */
function sheetsOf(book: Book, visibleOnly: Argument | undefined, location: string): readonly Sheet[] {
  const onlyVisible = given(visibleOnly, false, (value) => flag(value, location));
  return onlyVisible ? book.sheets.filter(({ visibility }) => visibility === 'visible') : book.sheets;
}

function existing(sheet: Sheet | undefined, location: string): Sheet {
  if (sheet === undefined) throw new ApiError('ItemNotFound', location);
  return sheet;
}

export const worksheetCollectionType: ObjectType<Book> = {
  name: type,
  items: (scope, book) => book.sheets.map((sheet) => scope.objects.worksheet(sheet)),
  methods: {
    ...eventMethods<Book>(() => workbookTarget, {
      DataChanged: { event: 'changed', since: 9 },
      SelectionChanged: { event: 'selectionChanged', since: 9 },
      Activated: { event: 'activated', since: 7 },
      Deactivated: { event: 'deactivated', since: 7 },
      Added: { event: 'added', since: 7 },
      Deleted: { event: 'deleted', since: 7 },
      ProtectionChanged: { event: 'protectionChanged', since: 14 },
    }),
    Add: {
      since: 1,
      effect: 'write',
      call: (scope, book, [name]) =>
        scope.objects.worksheet(
          book.addSheet(given<string | undefined>(name, undefined, (value) => text(value, `${type}.add`))),
        ),
    },
    GetItem: {
      since: 1,
      call: (scope, book, [key]) =>
        scope.objects.worksheet(existing(book.sheet(text(key, `${type}.getItem`)), `${type}.getItem`)),
    },
    GetItemOrNullObject: {
      since: 4,
      call: (scope, book, [key]) => {
        const sheet = book.sheet(text(key, `${type}.getItemOrNullObject`));
        return sheet === undefined ? null : scope.objects.worksheet(sheet);
      },
    },
    GetActiveWorksheet: { since: 1, call: (scope, book) => scope.objects.worksheet(book.activeSheet) },
    GetFirst: {
      since: 5,
      call: (scope, book, [visibleOnly]) =>
        scope.objects.worksheet(existing(sheetsOf(book, visibleOnly, `${type}.getFirst`)[0], `${type}.getFirst`)),
    },
    GetLast: {
      since: 5,
      call: (scope, book, [visibleOnly]) =>
        scope.objects.worksheet(existing(sheetsOf(book, visibleOnly, `${type}.getLast`).at(-1), `${type}.getLast`)),
    },
    GetCount: { since: 4, call: (_, book, [visibleOnly]) => sheetsOf(book, visibleOnly, `${type}.getCount`).length },
  },
};
