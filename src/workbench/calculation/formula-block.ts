import type { Area } from '../model/area.ts';
import type { CellStore } from '../model/cell-store.ts';
import type { FormulaShape } from './formula-shape.ts';

/**
 * All cells of one column that hold the same formula shape: one node of the dependency graph. Five thousand copies
 * of a formula are one block with a handful of precedents instead of five thousand nodes.
 */
export class FormulaBlock {
  readonly shape: FormulaShape;
  readonly store: CellStore;
  readonly column: number;
  /** Cells that hold the formula now. */
  count = 0;
  /** Round of marking in which every cell of the block was already marked. */
  markedRound = 0;

  constructor(shape: FormulaShape, store: CellStore, column: number) {
    this.shape = shape;
    this.store = store;
    this.column = column;
  }
}

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
