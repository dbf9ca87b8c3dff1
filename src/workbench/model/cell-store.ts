import type { Shape } from '../calculation/formula-shape.ts';
import { type Area, areaOf, bounding } from './area.ts';
import { type CellFormat, defaultFormat, type Reformat } from './cell-format.ts';
import type { CellValue } from './value.ts';

/** Where the calculation of a formula cell stands. Literals are always clean. */
export const cellState = { clean: 0, dirty: 1, evaluating: 2 } as const;

export type CellState = (typeof cellState)[keyof typeof cellState];

/** The cell for which a formula is evaluated. */
export interface FormulaCell {
  readonly store: CellStore;
  readonly row: number;
  readonly column: number;
}

/** A compiled formula: gives its value for a cell. */
export type ScalarFormula = (cell: FormulaCell) => CellValue;

/** A formula that gives one value: of a cell, a condition or a bound. */
export type FormulaShape = Shape<ScalarFormula>;

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

/** One stored cell; cells that have neither content nor own format are not stored. */
export interface Cell {
  /** Which formula it holds, undefined for a literal. */
  formula: FormulaBlock | undefined;
  /** The literal, or what the formula gave. */
  value: CellValue;
  state: CellState;
  /** Undefined: that of its row, column or sheet. */
  format: CellFormat | undefined;
}

/** The cells of one column by row. */
export class ColumnStore {
  readonly cells: (Cell | undefined)[] = [];
  /** Rises with every change of a value: what was worked out from the column is stale. */
  version = 0;
  /** Cells that are not clean. */
  dirtyCount = 0;
  /** Look-up tables over the column, by the caller's key; see calculation/lookup-index.ts. */
  readonly tables = new Map<string, { readonly version: number; readonly table: unknown }>();
}

/** A sheet's cells and default formats. Knows nothing of undo, events or recalculation: `Cells` does. */
export class CellStore {
  readonly sheetId: string;
  columns: (ColumnStore | undefined)[] = [];
  rowFormats = new Map<number, CellFormat>();
  columnFormats = new Map<number, CellFormat>();
  sheetFormat: CellFormat = defaultFormat;

  constructor(sheetId: string) {
    this.sheetId = sheetId;
  }

  at(row: number, column: number): Cell | undefined {
    return this.columns[column]?.cells[row];
  }

  columnAt(column: number): ColumnStore {
    return (this.columns[column] ??= new ColumnStore());
  }

  /** The stored cell, made where there is none. */
  ensure(row: number, column: number): Cell {
    const { cells } = this.columnAt(column);
    return (cells[row] ??= { formula: undefined, value: null, state: cellState.clean, format: undefined });
  }

  /** Format of a cell without one of its own. */
  defaultFormatAt(row: number, column: number): CellFormat {
    return this.rowFormats.get(row) ?? this.columnFormats.get(column) ?? this.sheetFormat;
  }

  formatAt(row: number, column: number): CellFormat {
    return this.at(row, column)?.format ?? this.defaultFormatAt(row, column);
  }

  /** Visits stored cells within the area, column by column, top to bottom. */
  visit(area: Area, visitor: (cell: Cell, row: number, column: number) => void): void {
    const right = Math.min(area.right, this.columns.length - 1);
    for (let column = area.left; column <= right; column += 1) {
      const cells = this.columns[column]?.cells;
      if (cells === undefined) continue;
      const bottom = Math.min(area.bottom, cells.length - 1);
      for (let row = area.top; row <= bottom; row += 1) {
        const cell = cells[row];
        if (cell !== undefined) visitor(cell, row, column);
      }
    }
  }

  /** Smallest area with all cells that hold something (or, unless `valuesOnly`, have a format of their own). */
  usedArea(valuesOnly: boolean): Area | undefined {
    let used: Area | undefined;
    this.columns.forEach((column, at) => {
      if (column === undefined) return;
      const held = (cell: Cell | undefined): boolean =>
        cell !== undefined &&
        (cell.formula !== undefined || cell.value !== null || (!valuesOnly && cell.format !== undefined));
      const top = column.cells.findIndex(held);
      if (top < 0) return;
      const own = areaOf(top, at, column.cells.findLastIndex(held), at);
      used = used === undefined ? own : bounding(used, own);
    });
    return used;
  }

  /** Applies a change of format to the defaults of whole rows or columns; stored cells are the caller's. */
  reformatColumns(left: number, right: number, change: Reformat): void {
    for (let column = left; column <= right; column += 1) {
      this.columnFormats.set(column, change(this.columnFormats.get(column) ?? this.sheetFormat));
    }
  }

  reformatRows(top: number, bottom: number, change: Reformat): void {
    for (let row = top; row <= bottom; row += 1) {
      this.rowFormats.set(row, change(this.rowFormats.get(row) ?? this.sheetFormat));
    }
  }
}
