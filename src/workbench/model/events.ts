import type { Area, Position } from './area.ts';
import type { CellValue } from './value.ts';

/** Who did it: the person at the grid, or an add-in through Office.js. */
export type ChangeSource = 'person' | 'api';

/** `Excel.DataChangeType`. */
export type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';

/** Sheets are named by their id: the sheet of a `sheetDeleted` is gone when the event arrives. */
export type BookEvent = { readonly source: ChangeSource } & (
  | {
      readonly type: 'changed';
      readonly sheetId: string;
      readonly changeType: ChangeType;
      /** One event per area; cells that only recalculated are not part of it. */
      readonly area: Area;
      /** Values before and after, where the area is one cell. */
      readonly detail?: { readonly before: CellValue; readonly after: CellValue };
    }
  | { readonly type: 'formatChanged'; readonly sheetId: string; readonly area: Area }
  | { readonly type: 'calculated'; readonly sheetId: string }
  | { readonly type: 'selectionChanged'; readonly sheetId: string; readonly area: Area; readonly cell: Position }
  | { readonly type: 'sheetActivated'; readonly sheetId: string }
  | { readonly type: 'sheetDeactivated'; readonly sheetId: string }
  | { readonly type: 'sheetAdded'; readonly sheetId: string }
  | { readonly type: 'sheetDeleted'; readonly sheetId: string }
  | { readonly type: 'sheetRenamed'; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly type: 'sheetMoved'; readonly sheetId: string; readonly before: number; readonly after: number }
  | { readonly type: 'visibilityChanged'; readonly sheetId: string }
  | { readonly type: 'protectionChanged'; readonly sheetId: string; readonly isProtected: boolean }
  | { readonly type: 'rowsHiddenChanged'; readonly sheetId: string; readonly area: Area }
  | { readonly type: 'columnsHiddenChanged'; readonly sheetId: string; readonly area: Area }
  | { readonly type: 'filtered'; readonly sheetId: string }
  /** Widths, freeze panes, validations, conditional formats, images, page: what a view repaints. */
  | { readonly type: 'layoutChanged'; readonly sheetId: string }
  | { readonly type: 'namesChanged' }
  /** Undo or redo list, calculation mode or cell-edit mode. */
  | { readonly type: 'stateChanged' }
);

export type BookListener = (event: BookEvent) => void;
