import { type Area, bounding } from '../../model/area.ts';
import type { ConditionalFormat, ConditionalStyle } from '../../model/conditional-format.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { color, flag, integer, text } from '../arguments.ts';
import { type Argument, HostObject, type ObjectType, type Property } from '../object-model.ts';
import { requireAllowed } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';

/** A conditional format by sheet and id: it is looked up whenever it is used, for it may be gone. */
interface FormatTarget {
  readonly sheet: Sheet;
  readonly id: string;
}

/** What a new format of type Custom applies until the add-in has set its formula: to no cell. */
const never = '=FALSE';

function find({ sheet, id }: FormatTarget): ConditionalFormat {
  const format = sheet.conditionalFormats.get(id);
  if (format === undefined) throw new ApiError('ItemNotFound', 'ConditionalFormat');
  return format;
}

function change({ sheet, id }: FormatTarget, patch: Partial<Omit<ConditionalFormat, 'id'>>, location: string): void {
  requireAllowed(sheet, 'allowFormatCells', location);
  sheet.conditionalFormats.change(id, patch);
}

function restyle(target: FormatTarget, patch: Partial<ConditionalStyle>, location: string): void {
  change(target, { style: { ...find(target).style, ...patch } }, location);
}

const place = (target: FormatTarget) => ({ sheet: target.sheet, area: areaOfFormat(find(target)) });

function areaOfFormat({ areas }: ConditionalFormat): Area {
  return areas.reduce(bounding);
}

function styleFlag(name: 'bold' | 'italic' | 'strikethrough'): Property<FormatTarget> {
  const location = `ConditionalRangeFont.${name}`;
  return {
    since: 6,
    read: (_, target) => find(target).style[name] ?? null,
    write: (_, target, value) => {
      restyle(target, { [name]: flag(value, location) }, location);
    },
  };
}

function styleColour(type: string, name: 'fillColour' | 'fontColour'): Property<FormatTarget> {
  const location = `${type}.color`;
  return {
    since: 6,
    read: (_, target) => find(target).style[name] ?? '',
    write: (_, target, value) => {
      restyle(target, { [name]: color(value, location) }, location);
    },
  };
}

const fillType: ObjectType<FormatTarget> = {
  name: 'ConditionalRangeFill',
  place,
  properties: { Color: styleColour('ConditionalRangeFill', 'fillColour') },
};

const fontType: ObjectType<FormatTarget> = {
  name: 'ConditionalRangeFont',
  place,
  properties: {
    Color: styleColour('ConditionalRangeFont', 'fontColour'),
    Bold: styleFlag('bold'),
    Italic: styleFlag('italic'),
    Strikethrough: styleFlag('strikethrough'),
  },
};

const formatType: ObjectType<FormatTarget> = {
  name: 'ConditionalRangeFormat',
  navigation: {
    Fill: { since: 6, to: (_, target) => HostObject.of(fillType, target) },
    Font: { since: 6, to: (_, target) => HostObject.of(fontType, target) },
  },
};

const ruleType: ObjectType<FormatTarget> = {
  name: 'ConditionalFormatRule',
  place,
  properties: {
    Formula: {
      since: 6,
      read: (_, target) => find(target).formula,
      write: (_, target, value) => {
        change(target, { formula: formula(value) }, 'ConditionalFormatRule.formula');
      },
    },
  },
};

function formula(value: Argument): string {
  const written = text(value, 'ConditionalFormatRule.formula');
  return written.startsWith('=') ? written : `=${written}`;
}

const customType: ObjectType<FormatTarget> = {
  name: 'CustomConditionalFormat',
  navigation: {
    Rule: { since: 6, to: (_, target) => HostObject.of(ruleType, target) },
    Format: { since: 6, to: (_, target) => HostObject.of(formatType, target) },
  },
};

const conditionalFormatType: ObjectType<FormatTarget> = {
  name: 'ConditionalFormat',
  place,
  identity: (_, { id }) => ({ Id: id }),
  properties: {
    Id: { since: 6, read: (_, { id }) => id },
    Type: { since: 6, read: () => 'Custom' },
    Priority: {
      since: 6,
      read: (_, target) => target.sheet.conditionalFormats.all.findIndex(({ id }) => id === target.id),
    },
    StopIfTrue: {
      since: 6,
      read: (_, target) => find(target).stopIfTrue,
      write: (_, target, value) => {
        change(target, { stopIfTrue: flag(value, 'ConditionalFormat.stopIfTrue') }, 'ConditionalFormat.stopIfTrue');
      },
    },
  },
  navigation: {
    Custom: { since: 6, to: (_, target) => HostObject.of(customType, target) },
    CustomOrNullObject: { since: 6, to: (_, target) => HostObject.of(customType, target) },
  },
  methods: {
    Delete: {
      since: 6,
      effect: 'write',
      call: (_, target) => {
        requireAllowed(target.sheet, 'allowFormatCells', 'ConditionalFormat.delete');
        find(target);
        target.sheet.conditionalFormats.delete(target.id);
      },
    },
    GetRange: { since: 6, call: (scope, target) => scope.range(target.sheet, onlyArea(target)) },
    GetRangeOrNullObject: {
      since: 6,
      call: (scope, target) => {
        const { areas } = find(target);
        return areas.length === 1 ? scope.range(target.sheet, onlyArea(target)) : null;
      },
    },
  },
};

function onlyArea(target: FormatTarget): Area {
  const [area, ...more] = find(target).areas;
  if (area === undefined || more.length > 0) throw new ApiError('InvalidOperation', 'ConditionalFormat.getRange');
  return area;
}

const collection = 'ConditionalFormatCollection';

function itemsOf({ sheet, area }: RangeTarget): readonly HostObject[] {
  return sheet.conditionalFormats.in(area).map(({ id }) => HostObject.of(conditionalFormatType, { sheet, id }));
}

function itemOf({ sheet, area }: RangeTarget, id: Argument | undefined): HostObject | null {
  const found = sheet.conditionalFormats.in(area).find((format) => format.id === id);
  return found === undefined ? null : HostObject.of(conditionalFormatType, { sheet, id: found.id });
}

/** Conditional formats of a range: those that overlap it. */
export const conditionalFormatCollectionType: ObjectType<RangeTarget> = {
  name: collection,
  place: ({ sheet, area }) => ({ sheet, area }),
  items: (_, range) => itemsOf(range),
  methods: {
    Add: {
      since: 6,
      effect: 'write',
      call: (_, { sheet, area }, [type]) => {
        const location = `${collection}.add`;
        if (text(type, location) !== 'Custom') throw notModelled(location, 'conditional formats other than Custom');
        requireAllowed(sheet, 'allowFormatCells', location);
        const draft = { areas: [area], formula: never, style: {}, stopIfTrue: false };
        return HostObject.of(conditionalFormatType, { sheet, id: sheet.conditionalFormats.add(draft).id });
      },
    },
    ClearAll: {
      since: 6,
      effect: 'write',
      call: (_, { sheet, area }) => {
        requireAllowed(sheet, 'allowFormatCells', `${collection}.clearAll`);
        sheet.conditionalFormats.clear(area);
      },
    },
    GetCount: { since: 6, call: (_, range) => itemsOf(range).length },
    GetItem: {
      since: 6,
      call: (_, range, [id]) => {
        const item = itemOf(range, id);
        if (item === null) throw new ApiError('ItemNotFound', `${collection}.getItem`);
        return item;
      },
    },
    GetItemOrNullObject: { since: 14, call: (_, range, [id]) => itemOf(range, id) },
    GetItemAt: {
      since: 6,
      call: (_, range, [index]) => {
        const item = itemsOf(range)[integer(index, `${collection}.getItemAt`)];
        if (item === undefined) throw new ApiError('ItemNotFound', `${collection}.getItemAt`);
        return item;
      },
    },
  },
};
