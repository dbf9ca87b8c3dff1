import type { Border, CellFormat } from '../../model/cell-format.ts';
import type { Sheet } from '../../model/sheet.ts';
import { CellError, type CellValue } from '../../model/value.ts';
import { pixelsOf } from './grid-geometry.ts';

/** How one cell is painted. Equal looks need no new paint. */
export interface CellLook {
  readonly text: string;
  readonly classes: string;
  /** Declarations for the cell's box. */
  readonly style: string;
  /** Pixels that text may take beyond the cell, over blank cells at its right; 0 where it is cut off. */
  readonly spill: number;
  /** Whether the text is a number, which Excel shows as `####` where the column is too narrow. */
  readonly isNumber: boolean;
  /** The text's font as CSS has it. */
  readonly font: string;
}

const blank: CellLook = { text: '', classes: 'cell', style: '', spill: 0, isNumber: false, font: '' };

/** Columns that text may spill over. */
const farthestSpill = 12;

/** What the view needs to know of a cell: its displayed text, its format and the conditional format over it. */
export function cellLook(sheet: Sheet, row: number, column: number): CellLook {
  const shown = sheet.displayed(row, column);
  const { format } = shown;
  const font = fontOf(format, shown);
  const style = [
    ...(shown.fillColour === null ? [] : [`background-color:${shown.fillColour}`]),
    ...borderStyle(format),
    ...(shown.text === '' ? [] : [`color:${shown.fontColour}`, `font:${font}`, ...indentStyle(format)]),
  ].join(';');
  if (shown.text === '' && style === '') return blank;
  const value = sheet.cells.value(row, column);
  const align = horizontalClass(format, value);
  const spills = align === 'left' && typeof value === 'string' && !format.wrapText;
  return {
    text: shown.text,
    classes: classes({
      [align]: true,
      [verticalClass(format)]: true,
      wrap: format.wrapText,
      underline: format.underline,
      strikethrough: shown.strikethrough,
    }),
    style,
    spill: spills ? spillWidth(sheet, row, column) : 0,
    isNumber: typeof value === 'number' && !format.wrapText,
    font,
  };
}

function classes(flags: Readonly<Record<string, boolean>>): string {
  return ['cell', ...Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : []))].join(' ');
}

/** Fonts of about the same width as Calibri, where a machine has it not. */
const otherFonts = 'Carlito, "Segoe UI", "Liberation Sans", Arial, sans-serif';

function fontOf(format: CellFormat, { bold, italic }: { readonly bold: boolean; readonly italic: boolean }): string {
  const size = `${String(pixelsOf(format.fontSize))}px/1.2`;
  return `${italic ? 'italic' : 'normal'} ${bold ? 'bold' : 'normal'} ${size} ${JSON.stringify(format.fontName)}, ${otherFonts}`;
}

function indentStyle({ indent }: CellFormat): readonly string[] {
  return indent === 0 ? [] : [`--indent:${String(indent * 9)}px`];
}

function borderStyle(format: CellFormat): readonly string[] {
  const edges = { top: 'borderTop', left: 'borderLeft', bottom: 'borderBottom', right: 'borderRight' } as const;
  return Object.entries(edges).flatMap(([edge, property]) => {
    const border = format[property];
    return border === null ? [] : [`border-${edge}:${borderValue(border)}`];
  });
}

const borderWidths = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 } as const;

const borderStyles: Readonly<Record<Border['style'], string>> = {
  Continuous: 'solid',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'dashed',
};

function borderValue({ style, weight, colour }: Border): string {
  const width = style === 'Double' ? 3 : borderWidths[weight];
  return `${String(width)}px ${borderStyles[style]} ${colour}`;
}

function horizontalClass(format: CellFormat, value: CellValue): 'left' | 'centre' | 'right' {
  switch (format.horizontalAlignment) {
    case 'General':
      if (typeof value === 'number') return 'right';
      return typeof value === 'boolean' || value instanceof CellError ? 'centre' : 'left';
    case 'Center':
    case 'CenterAcrossSelection':
    case 'Distributed':
      return 'centre';
    case 'Right':
      return 'right';
    case 'Left':
    case 'Fill':
    case 'Justify':
      return 'left';
  }
}

function verticalClass({ verticalAlignment }: CellFormat): 'top' | 'middle' | 'bottom' {
  switch (verticalAlignment) {
    case 'Top':
    case 'Justify':
      return 'top';
    case 'Center':
    case 'Distributed':
      return 'middle';
    case 'Bottom':
      return 'bottom';
  }
}

/** Blank cells at the right lend their room to text. */
function spillWidth(sheet: Sheet, row: number, column: number): number {
  let width = 0;
  for (let right = column + 1; right <= column + farthestSpill; right += 1) {
    if (sheet.layout.isColumnHidden(right)) continue;
    if (sheet.cells.value(row, right) !== null) break;
    width += pixelsOf(sheet.layout.columnWidth(right));
  }
  return width;
}
