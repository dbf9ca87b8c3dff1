import type { Area } from '../model/area.ts';
import type { FormulaBlock } from '../model/cell-store.ts';

/** What the cells of a block read: rows are offsets from the cell where not fixed, columns are indexes. */
export interface Precedent {
  readonly block: FormulaBlock;
  readonly sheetId: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly topFixed: boolean;
  readonly bottomFixed: boolean;
}

/** A precedent of a defined name: always fixed. */
export function fixedPrecedent(block: FormulaBlock, sheetId: string, area: Area): Precedent {
  return { block, sheetId, ...area, topFixed: true, bottomFixed: true };
}
