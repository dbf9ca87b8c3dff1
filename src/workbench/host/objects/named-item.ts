import { areaAddress, quotedSheetName } from '../../model/address.ts';
import type { Book } from '../../model/book.ts';
import type { DefinedName } from '../../model/names.ts';
import type { Sheet } from '../../model/sheet.ts';
import { CellError } from '../../model/value.ts';
import { ApiError } from '../api-error.ts';
import { flag, given, text } from '../arguments.ts';
import { wireValue } from '../cell-values.ts';
import { type Argument, HostObject, type ObjectType } from '../object-model.ts';
import { RangeTarget } from '../range-target.ts';

/** A workbook-wide name, looked up whenever it is used, for it may be gone. */
interface NameTarget {
  readonly book: Book;
  readonly name: string;
}

function find({ book, name }: NameTarget): DefinedName<Sheet> {
  const found = book.names.get(name);
  if (found === undefined) throw new ApiError('ItemNotFound', 'NamedItem');
  return found;
}

/** `Excel.NamedItemType`. */
function typeOf({ range, value }: DefinedName): string {
  if (range !== undefined) return 'Range';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

const namedItemType: ObjectType<NameTarget> = {
  name: 'NamedItem',
  identity: (_, { name }) => ({ _Id: name }),
  properties: {
    Name: { since: 1, read: (_, target) => find(target).name },
    Type: { since: 1, read: (_, target) => typeOf(find(target)) },
    Scope: { since: 4, read: () => 'Workbook' },
    Value: {
      since: 1,
      read: (_, target) => {
        const { range, value } = find(target);
        return range === undefined
          ? wireValue(value)
          : `${quotedSheetName(range.sheet.name)}!${areaAddress(range.area)}`;
      },
    },
    Formula: {
      since: 7,
      read: (_, target) => find(target).refersTo,
      write: ({ book }, target, value) => {
        book.names.change(find(target).name, { refersTo: text(value, 'NamedItem.formula') });
      },
    },
    Visible: {
      since: 1,
      read: (_, target) => find(target).visible,
      write: ({ book }, target, value) => {
        book.names.change(find(target).name, { visible: flag(value, 'NamedItem.visible') });
      },
    },
    Comment: {
      since: 4,
      read: (_, target) => find(target).comment,
      write: ({ book }, target, value) => {
        book.names.change(find(target).name, { comment: text(value, 'NamedItem.comment') });
      },
    },
  },
  methods: {
    GetRange: {
      since: 1,
      call: (scope, target) => {
        const { range } = find(target);
        if (range === undefined) throw new ApiError('ItemNotFound', 'NamedItem.getRange');
        return scope.range(range.sheet, range.area);
      },
    },
    GetRangeOrNullObject: {
      since: 4,
      call: (scope, target) => {
        const { range } = find(target);
        return range === undefined ? null : scope.range(range.sheet, range.area);
      },
    },
    Delete: {
      since: 4,
      effect: 'write',
      call: ({ book }, target) => {
        book.names.delete(find(target).name);
      },
    },
  },
};

const collection = 'NamedItemCollection';

function itemOf(book: Book, name: Argument | undefined, location: string): HostObject | null {
  const found = book.names.get(text(name, location));
  return found === undefined ? null : HostObject.of(namedItemType, { book, name: found.name });
}

/** Names of the workbook. Names of a single sheet are not modelled. */
export const namedItemCollectionType: ObjectType<Book> = {
  name: collection,
  items: (_, book) => book.names.all.map(({ name }) => HostObject.of(namedItemType, { book, name })),
  methods: {
    Add: {
      since: 4,
      effect: 'write',
      call: (_, book, [name, reference, comment]) => {
        const location = `${collection}.add`;
        const range =
          reference instanceof HostObject && reference.target instanceof RangeTarget ? reference.target : null;
        const refersTo = range === null ? text(reference, location) : { sheet: range.sheet, area: range.area };
        const words = given(comment, '', (value) => text(value, location));
        const added = book.names.add(text(name, location), refersTo, { comment: words });
        return HostObject.of(namedItemType, { book, name: added.name });
      },
    },
    GetCount: { since: 4, call: (_, book) => book.names.all.length },
    GetItem: {
      since: 1,
      call: (_, book, [name]) => {
        const item = itemOf(book, name, `${collection}.getItem`);
        if (item === null) throw new ApiError('ItemNotFound', `${collection}.getItem`);
        return item;
      },
    },
    GetItemOrNullObject: {
      since: 4,
      call: (_, book, [name]) => itemOf(book, name, `${collection}.getItemOrNullObject`),
    },
  },
};
