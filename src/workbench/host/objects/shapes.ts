import type { Image } from '../../model/images.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { flag, integer, number, text } from '../arguments.ts';
import { type Argument, HostObject, type ObjectType, type Property } from '../object-model.ts';
import { requireAllowed } from '../protection-guard.ts';

/** A picture by sheet and id: it is looked up whenever it is used, for it may be gone. */
interface ShapeTarget {
  readonly sheet: Sheet;
  readonly id: string;
}

function find({ sheet, id }: ShapeTarget): Image {
  const image = sheet.images.all.find((one) => one.id === id);
  if (image === undefined) throw new ApiError('ItemNotFound', 'Shape');
  return image;
}

type ImagePatch = Parameters<Sheet['images']['change']>[1];

function change(target: ShapeTarget, patch: ImagePatch, location: string): void {
  requireAllowed(target.sheet, 'allowEditObjects', location);
  find(target);
  target.sheet.images.change(target.id, patch);
}

function property(
  name: 'name' | 'left' | 'top' | 'description',
  location: string,
  value: (value: Argument, location: string) => string | number,
): Property<ShapeTarget> {
  return {
    since: 9,
    read: (_, target) => find(target)[name],
    write: (_, target, written) => {
      change(target, { [name]: value(written, location) }, location);
    },
  };
}

/** Width or height: the other one follows, for the aspect ratio of a picture is locked. */
function size(name: 'width' | 'height', other: 'width' | 'height'): Property<ShapeTarget> {
  const location = `Shape.${name}`;
  return {
    since: 9,
    read: (_, target) => find(target)[name],
    write: (_, target, value) => {
      const points = number(value, location);
      if (points <= 0) throw new ApiError('InvalidArgument', location);
      const image = find(target);
      change(target, { [name]: points, [other]: (image[other] * points) / image[name] }, location);
    },
  };
}

const shapeType: ObjectType<ShapeTarget> = {
  name: 'Shape',
  place: ({ sheet }) => ({ sheet }),
  identity: (_, { id }) => ({ Id: id }),
  properties: {
    Id: { since: 9, read: (_, { id }) => id },
    Type: { since: 9, read: () => 'Image' },
    Name: property('name', 'Shape.name', text),
    Left: property('left', 'Shape.left', number),
    Top: property('top', 'Shape.top', number),
    Width: size('width', 'height'),
    Height: size('height', 'width'),
    AltTextDescription: property('description', 'Shape.altTextDescription', text),
    LockAspectRatio: {
      since: 9,
      read: () => true,
      write: (_, __, value) => {
        if (flag(value, 'Shape.lockAspectRatio')) return;
        throw notModelled('Shape.lockAspectRatio', 'pictures out of proportion');
      },
    },
  },
  methods: {
    Delete: {
      since: 9,
      effect: 'write',
      call: (_, target) => {
        requireAllowed(target.sheet, 'allowEditObjects', 'Shape.delete');
        find(target);
        target.sheet.images.delete(target.id);
      },
    },
  },
};

const collection = 'ShapeCollection';

/** A shape by id or name. */
function itemOf(sheet: Sheet, key: Argument | undefined, location: string): HostObject | null {
  const wanted = text(key, location);
  const image = sheet.images.all.find(({ id, name }) => id === wanted || name === wanted);
  return image === undefined ? null : HostObject.of(shapeType, { sheet, id: image.id });
}

/** Points of a pixel at 96 to the inch. */
const pixel = 0.75;

/** Size in points of a PNG, which its header tells in pixels. */
function sizeOfPng(base64: string, location: string): { readonly width: number; readonly height: number } {
  // 24 bytes: signature, length and name of the first chunk, width, height.
  if (!base64.startsWith('iVBORw0KGgo')) throw notModelled(location, 'pictures other than PNG');
  const header = Uint8Array.from(atob(base64.slice(0, 32)), (character) => character.charCodeAt(0));
  if (header.length < 24) throw new ApiError('InvalidArgument', location);
  const view = new DataView(header.buffer);
  return { width: view.getUint32(16) * pixel, height: view.getUint32(20) * pixel };
}

/** Shapes of a sheet; only pictures are modelled. */
export const shapeCollectionType: ObjectType<Sheet> = {
  name: collection,
  place: (sheet) => ({ sheet }),
  items: (_, sheet) => sheet.images.all.map(({ id }) => HostObject.of(shapeType, { sheet, id })),
  methods: {
    AddImage: {
      since: 9,
      effect: 'write',
      call: (_, sheet, [base64]) => {
        const location = `${collection}.addImage`;
        const picture = text(base64, location);
        requireAllowed(sheet, 'allowEditObjects', location);
        const image = sheet.images.add({ base64: picture, ...sizeOfPng(picture, location) });
        return HostObject.of(shapeType, { sheet, id: image.id });
      },
    },
    GetCount: { since: 9, call: (_, sheet) => sheet.images.all.length },
    GetItem: {
      since: 9,
      call: (_, sheet, [key]) => {
        const item = itemOf(sheet, key, `${collection}.getItem`);
        if (item === null) throw new ApiError('ItemNotFound', `${collection}.getItem`);
        return item;
      },
    },
    GetItemAt: {
      since: 9,
      call: (_, sheet, [index]) => {
        const image = sheet.images.all[integer(index, `${collection}.getItemAt`)];
        if (image === undefined) throw new ApiError('ItemNotFound', `${collection}.getItemAt`);
        return HostObject.of(shapeType, { sheet, id: image.id });
      },
    },
    GetItemOrNullObject: {
      since: 14,
      call: (_, sheet, [key]) => itemOf(sheet, key, `${collection}.getItemOrNullObject`),
    },
  },
};
