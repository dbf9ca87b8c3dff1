import type { DataElement } from '../../guidance/elements.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import type { CellStyle, SheetProtection } from '../layout.ts';

/** The looks of the template: the plan's colours, and fixed ones whose contrast is known (WCAG 2.2, 1.4.3). */
export interface TemplateStyle {
  readonly title: CellStyle;
  readonly header: CellStyle;
  readonly subheader: CellStyle;
  readonly label: CellStyle;
  readonly help: CellStyle;
  readonly derived: CellStyle;
  readonly entry: CellStyle;
}

/** Native red of a missing or malformed cell. */
export const malformedColors = { fill: '#ffd6d6', color: '#8b0000' } as const;

/** The colour of a cell in which the last check found an error: another colour than the native red, on purpose. */
export const checkedColors = { fill: '#ffe08a', color: '#4a3500' } as const;

/** Excel's own colour of gridlines. */
const gridColor = '#d4d4d4';

/** Points of a row of text at Excel's default size. */
const lineHeight = 15;

/** Height in points of a row whose text wraps in a column that is `width` characters wide. */
export function wrappedHeight(text: string, width: number): number {
  // Letters are narrower than the digits that widths are counted in, but lines break between words.
  return Math.max(1, Math.ceil(text.length / (width * 1.05))) * lineHeight + 2;
}

/** Height in points of a title row. */
export const titleHeight = 26;

/** Dates and counts keep away from the text in the next column, which a number at the right edge runs into. */
export function alignmentOf({ format }: DataElement): CellStyle {
  switch (format) {
    case 'date':
      return { align: 'left' };
    case 'unitCount':
      return { align: 'center' };
    default:
      return {};
  }
}

/** Styles for a plan. */
export function templateStyle(profile: PlanProfile): TemplateStyle {
  return {
    title: { bold: true, size: 16, color: profile.brand.color },
    header: { fill: profile.brand.color, color: '#ffffff', bold: true, wrap: true },
    subheader: { fill: profile.brand.tint, color: '#333333', vertical: 'center' },
    label: { bold: true, wrap: true, vertical: 'center' },
    help: { color: '#505050', wrap: true, vertical: 'center' },
    derived: { fill: '#f2f2f2', color: '#333333', border: gridColor },
    entry: { border: gridColor },
  };
}

/** The protection of every sheet that has one. */
export const sheetProtection: SheetProtection = { allowFormatColumns: true, allowAutoFilter: true };
