import { type Area, columnCount, intersection } from '../../model/area.ts';
import type { CellFormat, FormatPatch, HorizontalAlignment, VerticalAlignment } from '../../model/cell-format.ts';
import { ApiError } from '../api-error.ts';
import { color, flag, integer, number, text, word } from '../arguments.ts';
import { type Argument, HostObject, type ObjectType, type Property } from '../object-model.ts';
import { requireAllowed, requireUnprotected } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';
import type { Json } from '../wire.ts';
import { borderCollectionType } from './range-border.ts';

const place = ({ sheet, area }: RangeTarget) => ({ sheet, area });

/** A property of the cells' format: read as one value for all cells, or null where they differ. */
function formatProperty(
  since: Property<RangeTarget>['since'],
  location: string,
  read: (format: CellFormat) => string | number | boolean | null,
  patch: (value: Argument, location: string) => FormatPatch,
): Property<RangeTarget> {
  return {
    since,
    ofCells: true,
    read: (_, { sheet, area }) => sheet.cells.common(area, read),
    write: (_, { sheet, area }, value) => {
      const change = patch(value, location);
      requireAllowed(sheet, 'allowFormatCells', location);
      sheet.cells.setFormat(area, change);
    },
  };
}

const horizontalAlignments: readonly HorizontalAlignment[] = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
];
const verticalAlignments: readonly VerticalAlignment[] = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];

const fillType: ObjectType<RangeTarget> = {
  name: 'RangeFill',
  place,
  properties: {
    Color: {
      ...formatProperty(
        1,
        'RangeFill.color',
        (format) => format.fillColour,
        (value, location) => ({ fillColour: color(value, location) }),
      ),
      // Excel gives '' where the fills differ and white where there is none.
      read: (_, { sheet, area }) => sheet.cells.common(area, (format) => format.fillColour ?? '#FFFFFF') ?? '',
    },
  },
  methods: {
    Clear: {
      since: 1,
      effect: 'write',
      call: (_, { sheet, area }) => {
        requireAllowed(sheet, 'allowFormatCells', 'RangeFill.clear');
        sheet.cells.setFormat(area, { fillColour: null });
      },
    },
  },
};

const fontType: ObjectType<RangeTarget> = {
  name: 'RangeFont',
  place,
  properties: {
    Bold: formatProperty(
      1,
      'RangeFont.bold',
      (f) => f.bold,
      (value, at) => ({ bold: flag(value, at) }),
    ),
    Italic: formatProperty(
      1,
      'RangeFont.italic',
      (f) => f.italic,
      (value, at) => ({ italic: flag(value, at) }),
    ),
    Strikethrough: formatProperty(
      9,
      'RangeFont.strikethrough',
      (f) => f.strikethrough,
      (value, at) => ({ strikethrough: flag(value, at) }),
    ),
    Underline: formatProperty(
      1,
      'RangeFont.underline',
      (f) => (f.underline ? 'Single' : 'None'),
      (value, at) => ({ underline: word(value, ['None', 'Single'], at) === 'Single' }),
    ),
    Color: formatProperty(
      1,
      'RangeFont.color',
      (f) => f.fontColour,
      (value, at) => ({ fontColour: color(value, at) }),
    ),
    Name: formatProperty(
      1,
      'RangeFont.name',
      (f) => f.fontName,
      (value, at) => ({ fontName: text(value, at) }),
    ),
    Size: formatProperty(
      1,
      'RangeFont.size',
      (f) => f.fontSize,
      (value, at) => ({ fontSize: fontSize(value, at) }),
    ),
  },
};

function fontSize(value: Argument, location: string): number {
  const points = number(value, location);
  if (points < 1 || points > 409) throw new ApiError('InvalidArgument', location);
  return points;
}

const protectionType: ObjectType<RangeTarget> = {
  name: 'FormatProtection',
  place,
  properties: {
    Locked: lockProperty(
      'FormatProtection.locked',
      (format) => format.locked,
      (locked) => ({ locked }),
    ),
    FormulaHidden: lockProperty(
      'FormatProtection.formulaHidden',
      (format) => format.formulaHidden,
      (formulaHidden) => ({ formulaHidden }),
    ),
  },
};

/** Locks are changed while the sheet is not protected, whatever its options. */
function lockProperty(
  location: string,
  read: (format: CellFormat) => boolean,
  patch: (value: boolean) => FormatPatch,
): Property<RangeTarget> {
  return {
    since: 2,
    ofCells: true,
    read: (_, { sheet, area }) => sheet.cells.common(area, read),
    write: (_, { sheet, area }, value) => {
      const change = patch(flag(value, location));
      requireUnprotected(sheet, location);
      sheet.cells.setFormat(area, change);
    },
  };
}

/** A size that rows or columns have: read as one value for all, or null. */
function sizeProperty(
  location: string,
  permission: 'allowFormatRows' | 'allowFormatColumns',
  read: (target: RangeTarget) => Json,
  write: (target: RangeTarget, points: number) => void,
): Property<RangeTarget> {
  return {
    since: 2,
    read: (_, target) => read(target),
    write: (_, target, value) => {
      const points = number(value, location);
      if (points < 0) throw new ApiError('InvalidArgument', location);
      requireAllowed(target.sheet, permission, location);
      write(target, points);
    },
  };
}

function same(first: number, last: number, size: (index: number) => number): number | null {
  const value = size(first);
  for (let index = first + 1; index <= last; index += 1) if (size(index) !== value) return null;
  return value;
}

/** Points that a character of the usual font takes, and what a column adds to them. */
const characterWidth = 5.25;
const columnPadding = 3.75;

/** Widths that show the longest text of each column. Excel measures the glyphs; here a character has one width. */
function autofitColumns({ sheet, area }: RangeTarget): void {
  const used = sheet.usedArea(true);
  const part = used === undefined ? undefined : intersection(area, used);
  if (part === undefined) return;
  for (let offset = 0; offset < columnCount(part); offset += 1) {
    const longest = longestText(sheet.cells, part, part.left + offset);
    const column = part.left + offset;
    if (longest > 0) sheet.layout.setColumnWidth(column, column, longest * characterWidth + columnPadding);
  }
}

function longestText(
  cells: { readonly text: (row: number, column: number) => string },
  area: Area,
  column: number,
): number {
  let longest = 0;
  for (let row = area.top; row <= area.bottom; row += 1) longest = Math.max(longest, cells.text(row, column).length);
  return longest;
}

export const rangeFormatType: ObjectType<RangeTarget> = {
  name: 'RangeFormat',
  place,
  properties: {
    WrapText: formatProperty(
      1,
      'RangeFormat.wrapText',
      (f) => f.wrapText,
      (value, at) => ({ wrapText: flag(value, at) }),
    ),
    HorizontalAlignment: formatProperty(
      1,
      'RangeFormat.horizontalAlignment',
      (f) => f.horizontalAlignment,
      (value, at) => ({ horizontalAlignment: word(value, horizontalAlignments, at) }),
    ),
    VerticalAlignment: formatProperty(
      1,
      'RangeFormat.verticalAlignment',
      (f) => f.verticalAlignment,
      (value, at) => ({ verticalAlignment: word(value, verticalAlignments, at) }),
    ),
    IndentLevel: formatProperty(
      9,
      'RangeFormat.indentLevel',
      (f) => f.indent,
      (value, at) => ({
        indent: integer(value, at),
      }),
    ),
    ColumnWidth: sizeProperty(
      'RangeFormat.columnWidth',
      'allowFormatColumns',
      ({ sheet, area }) => same(area.left, area.right, (column) => sheet.layout.columnWidth(column)),
      ({ sheet, area }, points) => {
        sheet.layout.setColumnWidth(area.left, area.right, points);
      },
    ),
    RowHeight: sizeProperty(
      'RangeFormat.rowHeight',
      'allowFormatRows',
      ({ sheet, area }) => same(area.top, area.bottom, (row) => sheet.layout.rowHeight(row)),
      ({ sheet, area }, points) => {
        sheet.layout.setRowHeight(area.top, area.bottom, points);
      },
    ),
  },
  navigation: {
    Fill: { since: 1, to: (_, target) => HostObject.of(fillType, target) },
    Font: { since: 1, to: (_, target) => HostObject.of(fontType, target) },
    Borders: { since: 1, to: (_, target) => HostObject.of(borderCollectionType, target) },
    Protection: { since: 2, to: (_, target) => HostObject.of(protectionType, target) },
  },
  methods: {
    AutofitColumns: {
      since: 2,
      effect: 'write',
      call: (_, target) => {
        requireAllowed(target.sheet, 'allowFormatColumns', 'RangeFormat.autofitColumns');
        autofitColumns(target);
      },
    },
  },
};
