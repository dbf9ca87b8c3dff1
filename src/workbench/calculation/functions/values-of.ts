import { CellError, type CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import { ArrayOperand, type Operand, RangeOperand } from '../operand.ts';

/** Stored values of a range or array in reading order by column; blank cells of a range are left out. */
export function visitValues(
  operand: RangeOperand | ArrayOperand,
  engine: Engine,
  visit: (value: CellValue) => void,
): void {
  if (operand instanceof ArrayOperand) {
    operand.values.forEach(visit);
    return;
  }
  engine.settle(operand);
  operand.store.visit(operand, (cell) => {
    if (cell.value !== null) visit(cell.value);
  });
}

/** One value of an operand: of a range or array only where it has exactly one. */
export function singleValue(operand: Operand, engine: Engine): CellValue | undefined {
  if (operand instanceof RangeOperand) {
    return operand.rows === 1 && operand.columns === 1
      ? engine.read(operand.store, operand.top, operand.left)
      : undefined;
  }
  if (operand instanceof ArrayOperand) {
    return operand.values.length === 1 ? operand.at(0, 0) : undefined;
  }
  return operand;
}

/** Value at a place of an operand, counted from 0; a single value stands at every place. */
export function valueAt(operand: Operand, row: number, column: number, engine: Engine): CellValue {
  if (operand instanceof RangeOperand) return engine.read(operand.store, operand.top + row, operand.left + column);
  return operand instanceof ArrayOperand ? operand.at(row, column) : operand;
}

/** Rows and columns of an operand; a single value has one of each. */
export function sizeOf(operand: Operand): { readonly rows: number; readonly columns: number } {
  return operand instanceof RangeOperand || operand instanceof ArrayOperand
    ? { rows: operand.rows, columns: operand.columns }
    : { rows: 1, columns: 1 };
}

export function isError(value: Operand): value is CellError {
  return value instanceof CellError;
}
