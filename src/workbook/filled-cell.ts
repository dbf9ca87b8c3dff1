import type { BillingKey, EntryKey, MemberKey, RenderingKey } from './model.ts';

/** A cell that a person fills, on the sheet where it is filled. */
export type FilledCell =
  | {
      readonly sheet: 'invoice';
      /** 1-based sheet row. */
      readonly row: number;
      readonly column: EntryKey;
    }
  | {
      readonly sheet: 'members';
      /** 0-based place on the roster; blank rows do not count. */
      readonly place: number;
      readonly column: MemberKey;
    }
  | { readonly sheet: 'billing'; readonly column: BillingKey }
  | {
      readonly sheet: 'sites';
      /** 0-based place among the sites; blank rows do not count. */
      readonly place: number;
      readonly column: RenderingKey;
    }
  /** The invoice date of new lines, on Setup. */
  | { readonly sheet: 'setup'; readonly column: 'invoiceDate' };

/** The new text of a cell. Where both texts are the same, the cell is a condition for the others and stays as it is. */
export interface ChangedCell {
  readonly cell: FilledCell;
  /** What was read there; blank is `''`. */
  readonly before: string;
  readonly after: string;
}

/** Cells that change together: all of them, or none, and only where each still holds what was read. */
export interface CellsChange {
  readonly cells: readonly ChangedCell[];
}

/** A name of the cell that no other cell has. */
export function cellName(cell: FilledCell): string {
  switch (cell.sheet) {
    case 'invoice':
      return `invoice ${String(cell.row)} ${cell.column}`;
    case 'members':
    case 'sites':
      return `${cell.sheet} ${String(cell.place)} ${cell.column}`;
    default:
      return `${cell.sheet} ${cell.column}`;
  }
}

/** The cells of a change that do change. */
export function changedIn({ cells }: CellsChange): readonly ChangedCell[] {
  return cells.filter(({ before, after }) => before !== after);
}

/** The change that takes a change back. */
export function reversed({ cells }: CellsChange): CellsChange {
  return { cells: cells.map(({ cell, before, after }) => ({ cell, before: after, after: before })) };
}
