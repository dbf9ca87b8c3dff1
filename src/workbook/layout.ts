import type { Area } from './area.ts';

/**
 * The neutral description of a workbook: what the Excel writer, the file writer and both readers share. It says what
 * each cell holds, looks like, accepts and refuses, and nothing of how a host is told.
 */
export interface WorkbookLayout {
  readonly sheets: readonly SheetLayout[];
  readonly names: readonly DefinedName[];
}

/** The sheets of the template, in order. */
export type SheetRole = 'instructions' | 'setup' | 'members' | 'invoice' | 'receipts' | 'lists' | 'state';

/** The worksheet names in use; they differ from the usual ones only where the biller's workbook had such a sheet. */
export type SheetNames = Readonly<Record<SheetRole, string>>;

/** A workbook-wide name. The layout's own sheets are found again by theirs, whatever a person calls the sheet. */
export interface DefinedName {
  readonly name: string;
  readonly role: SheetRole;
  readonly area: Area;
}

/** One worksheet. */
export interface SheetLayout {
  readonly role: SheetRole;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor: string | null;
  readonly gridlines: boolean;
  /** Column widths in characters of the default font, from column A on. */
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[];
  /** Heights in points of rows that hold wrapped or large text; the others have Excel's own height. */
  readonly rowHeights: readonly { readonly row: number; readonly rows: number; readonly height: number }[];
  /** Parts of the sheet, written in this order; a later region goes over an earlier one. */
  readonly regions: readonly Region[];
  /** Of two that hold for a cell the later one is seen: the native red goes over the amber of the last check. */
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Rows above and columns left of the frozen edge; null where nothing is frozen. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  /** Cells are locked unless a region unlocks them; null leaves the sheet unprotected. */
  readonly protection: SheetProtection | null;
  readonly autoFilter: Area | null;
  readonly image: SheetImage | null;
}

/** What a person may still do on a protected sheet. Kept as a constant: read-back options are no valid input. */
export interface SheetProtection {
  readonly allowFormatColumns: boolean;
  readonly allowAutoFilter: boolean;
}

/** A picture, placed at a cell. */
export interface SheetImage {
  readonly name: string;
  /** PNG as base64, without the data URI's head. */
  readonly png: string;
  /** What it shows, for people who cannot see it. */
  readonly alternativeText: string;
  readonly row: number;
  readonly column: number;
  /** Height in points; the width follows. */
  readonly height: number;
}

/** A rectangle of one kind. */
export interface Region {
  readonly area: Area;
  readonly contents: RegionContents;
  /** Excel number format; null is General. */
  readonly numberFormat: string | null;
  readonly locked: boolean;
  readonly style: CellStyle | null;
  readonly validation: Validation | null;
}

/** What the cells of a region hold. */
export type RegionContents =
  | { readonly kind: 'blank' }
  /** Constants, one row of values per row of the area. */
  | { readonly kind: 'values'; readonly values: readonly (readonly CellConstant[])[] }
  /**
   * Formulas as the first row holds them (A1, English, with `=`); they are copied down relatively. The results are
   * those of a template on which nothing is entered: a file shows them where nobody calculates, as in Protected View.
   */
  | { readonly kind: 'formulas'; readonly firstRow: readonly string[]; readonly results: readonly CellConstant[] };

/** A constant of the layout: text is never read as a number, date or formula. */
export type CellConstant = string | number;

/** Looks that we set. */
export interface CellStyle {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  /** Font size in points. */
  readonly size?: number;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Excel puts text at the bottom of a high row; `center` where texts of different length stand side by side. */
  readonly vertical?: 'center';
  /** Colour of a thin line around each cell: a filled cell hides Excel's gridlines. */
  readonly border?: string;
}

/** Native data validation with its words. Titles up to 32 characters, prompt 255, error 224. */
export interface Validation {
  readonly rule:
    /** A formula that names the list: a defined name or a range on a hidden sheet. */
    | { readonly kind: 'list'; readonly source: string }
    /** A formula for the first cell of the area that is true where the entry is well-formed. */
    | { readonly kind: 'custom'; readonly formula: string }
    /** No check, only the prompt. */
    | { readonly kind: 'any' };
  /** Whether another entry is refused, or allowed after the person says yes, or allowed without a word. */
  readonly strength: 'stop' | 'warning' | 'silent';
  readonly prompt: { readonly title: string; readonly message: string };
  readonly error: { readonly title: string; readonly message: string };
}

/** A native conditional format by formula, relative to the area's first cell. */
export interface ConditionalFormat {
  readonly area: Area;
  readonly formula: string;
  readonly fill: string;
  readonly color: string;
}

/** A region without anything special, to spread over. */
export const plainRegion = {
  contents: { kind: 'blank' },
  numberFormat: null,
  locked: true,
  style: null,
  validation: null,
} as const satisfies Omit<Region, 'area'>;
