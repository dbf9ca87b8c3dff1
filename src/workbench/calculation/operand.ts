import type { CellStore, FormulaCell } from '../model/cell-store.ts';
import type { CellValue } from '../model/value.ts';
import type { Shape } from './formula-shape.ts';

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

/** A compiled part of a formula where a range or array is welcome. */
export type OperandFormula = (cell: FormulaCell) => Operand;

/** A formula that may give a range: of a defined name or a list's source. */
export type RangeShape = Shape<OperandFormula>;
