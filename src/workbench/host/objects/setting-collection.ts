import type { Book } from '../../model/book.ts';
import { ApiError } from '../api-error.ts';
import { text } from '../arguments.ts';
import { type Argument, HostObject, type ObjectType } from '../object-model.ts';
import type { Json } from '../wire.ts';

/** One document setting: the value is kept as JSON text, as `Office.context.document.settings` keeps it. */
interface SettingTarget {
  readonly book: Book;
  readonly key: string;
}

function plain(value: Argument, location: string): Json {
  if (value instanceof HostObject) throw new ApiError('InvalidArgument', location);
  return value as Json;
}

function stored({ book, key }: SettingTarget): Json {
  const json = book.settings.get(key);
  if (json === undefined) throw new ApiError('ItemNotFound', 'Setting');
  return JSON.parse(json) as Json;
}

const settingType: ObjectType<SettingTarget> = {
  name: 'Setting',
  identity: (_, { key }) => ({ _Id: key }),
  properties: {
    Key: { since: 4, read: (_, { key }) => key },
    Value: {
      since: 4,
      read: (_, target) => stored(target),
      write: (_, { book, key }, value) => {
        book.settings.set(key, JSON.stringify(plain(value, 'Setting.value')));
      },
    },
  },
  methods: {
    Delete: {
      since: 4,
      effect: 'write',
      call: (_, { book, key }) => {
        book.settings.delete(key);
      },
    },
  },
};

const collection = 'SettingCollection';

function itemOf(book: Book, key: Argument | undefined, location: string): HostObject | null {
  const name = text(key, location);
  return book.settings.has(name) ? HostObject.of(settingType, { book, key: name }) : null;
}

export const settingCollectionType: ObjectType<Book> = {
  name: collection,
  items: (_, book) => [...book.settings.keys()].map((key) => HostObject.of(settingType, { book, key })),
  methods: {
    Add: {
      since: 4,
      effect: 'write',
      call: (_, book, [key, value = null]) => {
        const location = `${collection}.add`;
        const name = text(key, location);
        book.settings.set(name, JSON.stringify(plain(value, location)));
        return HostObject.of(settingType, { book, key: name });
      },
    },
    GetCount: { since: 4, call: (_, book) => book.settings.size },
    GetItem: {
      since: 4,
      call: (_, book, [key]) => {
        const item = itemOf(book, key, `${collection}.getItem`);
        if (item === null) throw new ApiError('ItemNotFound', `${collection}.getItem`);
        return item;
      },
    },
    GetItemOrNullObject: { since: 4, call: (_, book, [key]) => itemOf(book, key, `${collection}.getItemOrNullObject`) },
  },
};
