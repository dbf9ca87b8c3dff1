import type { CellStore } from '../model/cell-store.ts';
import type { CellValue } from '../model/value.ts';

/** A range that a formula works on. */
export class RangeOperand {
  readonly store: CellStore;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;

  constructor(store: CellStore, top: number, left: number, bottom: number, right: number) {
    this.store = store;
    this.top = top;
    this.left = left;
    this.bottom = bottom;
    this.right = right;
  }

  get rows(): number {
    return this.bottom - this.top + 1;
  }

  get columns(): number {
    return this.right - this.left + 1;
  }
}

/** Values in rows and columns, from `{1,2;3,4}` or worked out in SUMPRODUCT. */
export class ArrayOperand {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: readonly CellValue[];

  constructor(rows: number, columns: number, values: readonly CellValue[]) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  at(row: number, column: number): CellValue {
    return this.values[row * this.columns + column] ?? null;
  }
}

export type Operand = CellValue | RangeOperand | ArrayOperand;

/** The cell for which a formula is evaluated. */
export interface FormulaCell {
  readonly store: CellStore;
  readonly row: number;
  readonly column: number;
}

/** A compiled formula or part of one: gives its value for a cell. */
export type ScalarFormula = (cell: FormulaCell) => CellValue;
export type OperandFormula = (cell: FormulaCell) => Operand;
