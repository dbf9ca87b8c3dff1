import { Refusal } from './refusal.ts';

export type HorizontalAlignment =
  'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';

export type BorderStyle = 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
export type BorderWeight = 'Hairline' | 'Thin' | 'Medium' | 'Thick';

/** One line along a cell's edge. */
export interface Border {
  readonly style: BorderStyle;
  readonly weight: BorderWeight;
  /** `#RRGGBB`. */
  readonly colour: string;
}

export type BorderEdge = 'top' | 'left' | 'bottom' | 'right';

/** Everything about a cell but its content. Immutable and shared: equal formats are one object, so `===` compares. */
export interface CellFormat {
  /** Excel's number format code, for example `General`, `@`, `mm\/dd\/yyyy`. */
  readonly numberFormat: string;
  /** Takes effect while the sheet is protected. */
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The entry began with an apostrophe: the content is text whatever it looks like. */
  readonly quotePrefix: boolean;
  /** `#RRGGBB`, or null for no fill. */
  readonly fillColour: string | null;
  readonly fontColour: string;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly horizontalAlignment: HorizontalAlignment;
  readonly verticalAlignment: VerticalAlignment;
  readonly wrapText: boolean;
  readonly indent: number;
  readonly borderTop: Border | null;
  readonly borderLeft: Border | null;
  readonly borderBottom: Border | null;
  readonly borderRight: Border | null;
}

/** A change of some properties of a format. */
export type FormatPatch = { readonly [Key in keyof CellFormat]?: CellFormat[Key] };

const interned = new Map<string, CellFormat>();

function intern(format: CellFormat): CellFormat {
  const key = JSON.stringify(format);
  const known = interned.get(key);
  if (known !== undefined) return known;
  const frozen = Object.freeze(format);
  interned.set(key, frozen);
  return frozen;
}

/** What a cell of a new workbook has. */
export const defaultFormat: CellFormat = intern({
  numberFormat: 'General',
  locked: true,
  formulaHidden: false,
  quotePrefix: false,
  fillColour: null,
  fontColour: '#000000',
  fontName: 'Calibri',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  indent: 0,
  borderTop: null,
  borderLeft: null,
  borderBottom: null,
  borderRight: null,
});

/** Applies one patch to many formats; each distinct format is worked out once. */
export type Reformat = (format: CellFormat) => CellFormat;

/** The function that applies `patch`, with a memory: columns of equal cells cost one look-up each. */
export function reformat(patch: FormatPatch): Reformat {
  checkColours(patch);
  const done = new Map<CellFormat, CellFormat>();
  return (format) => {
    let result = done.get(format);
    if (result === undefined) {
      result = intern({ ...format, ...patch });
      done.set(format, result);
    }
    return result;
  };
}

/** The format that differs from `format` by `patch`. */
export function patched(format: CellFormat, patch: FormatPatch): CellFormat {
  return reformat(patch)(format);
}

function checkColours(patch: FormatPatch): void {
  const borders = [patch.borderTop, patch.borderLeft, patch.borderBottom, patch.borderRight];
  for (const colour of [patch.fillColour, patch.fontColour, ...borders.map((border) => border?.colour)]) {
    if (colour !== undefined && colour !== null && !/^#[0-9A-F]{6}$/i.test(colour)) {
      throw new Refusal('invalidFormat', 'A colour is written as #RRGGBB.');
    }
  }
}
