import type { Area } from '../../workbook/area.ts';
import type {
  CellConstant,
  CellStyle,
  ConditionalFormat,
  SheetImage,
  SheetLayout,
  SheetProtection,
  Validation,
} from '../../workbook/layout.ts';

/**
 * A workbook as a file holds it: what any workbook of ours is made of, the template as well as the one that carries
 * errors back. It says nothing of plans or invoices.
 */
export interface WorkbookFile {
  readonly sheets: readonly SheetFile[];
  readonly names: readonly FileName[];
  /** Index of the sheet that is seen on opening. */
  readonly activeSheet: number;
  /** Document properties; never member data. */
  readonly properties: { readonly title: string; readonly creator: string };
  readonly taskPane: TaskPane | null;
}

/** A name of the workbook for an area of one of its sheets. */
export interface FileName {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

/** One worksheet. */
export interface SheetFile {
  readonly name: string;
  readonly visibility: SheetLayout['visibility'];
  readonly tabColor: string | null;
  readonly gridlines: boolean;
  readonly columns: SheetLayout['columns'];
  /** From top to bottom; read once, so that long sheets need not be held. */
  readonly rows: Iterable<RowBlock>;
  readonly freeze: SheetLayout['freeze'];
  readonly protection: SheetProtection | null;
  readonly autoFilter: Area | null;
  /** Of two that hold for a cell the later one is seen. */
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** No cell has two. */
  readonly validations: readonly PlacedValidation[];
  readonly links: readonly CellLink[];
  /** At most one for a cell. */
  readonly notes: readonly CellNote[];
  readonly image: SheetImage | null;
  readonly print: PrintSetup | null;
}

/** Rows that are alike: the same looks and contents, formulas copied down. */
export interface RowBlock {
  /** First row, 0-based. */
  readonly row: number;
  readonly rows: number;
  /** Height in points, null for Excel's own. */
  readonly height: number | null;
  /** By column, ascending. */
  readonly cells: readonly FileCell[];
}

/** A cell of a block's rows. */
export interface FileCell {
  readonly column: number;
  readonly look: CellLook;
  readonly contents: CellContents;
}

/** How a cell looks, and whether it is locked on a protected sheet. Share objects: styles are found by identity first. */
export interface CellLook {
  readonly style: CellStyle | null;
  readonly numberFormat: string | null;
  readonly locked: boolean;
}

/** What a cell holds. Text is text, whatever it begins with. */
export type CellContents =
  | { readonly kind: 'blank' }
  | { readonly kind: 'constant'; readonly value: CellConstant }
  /** `=…` as the block's first row holds it; the result is what is shown by who does not calculate, null for none. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: CellConstant | null };

/** A validation of an area; its formulas are relative to the area's first cell. */
export interface PlacedValidation {
  readonly area: Area;
  readonly validation: Validation;
}

/** A link within the workbook. */
export interface CellLink {
  readonly area: Area;
  readonly sheet: string;
  readonly target: Area;
  readonly tooltip: string;
}

/** A note at a cell, which shows when a person points at it. Row and column are 0-based. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  /** Its text; lines end in `\n`. */
  readonly parts: readonly { readonly bold: boolean; readonly text: string }[];
}

/** How a sheet is printed, on Letter paper. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Per cent, or all columns on one page. */
  readonly scale: number | 'onePageWide';
  /** Rows at the top that every page repeats. */
  readonly titleRows: number;
  /** Column that every page repeats. */
  readonly titleColumn: number | null;
  /** 0-based columns that begin a new page. */
  readonly pagesBegin: readonly number[];
  /** Columns that are printed, from A, where not all are. */
  readonly columns: number | null;
  readonly footer: string;
}

/** The add-in whose pane opens together with the workbook ([MS-OWEXML] 2.2.5). */
export interface TaskPane {
  /** Id and version of the add-in, as its manifest has them. */
  readonly addInId: string;
  readonly version: string;
  /** Where Office looks for the add-in, the likeliest first. */
  readonly catalogs: readonly { readonly store: string; readonly storeType: string }[];
  /** Width in points. */
  readonly width: number;
}
