import type { CellStore } from '../model/cell-store.ts';
import type { CellValue } from '../model/value.ts';
import type { Operand, RangeOperand } from './operand.ts';
import type { Calendar } from './values.ts';

/** What compiled formulas ask of the workbook. Everything read through it is calculated first. */
export interface Engine extends Calendar {
  readonly storeOf: (sheetId: string) => CellStore | undefined;
  readonly sheetIdOf: (name: string) => string | undefined;
  /** Value of one cell. */
  readonly read: (store: CellStore, row: number, column: number) => CellValue;
  /** Calculates every dirty cell of a range, so that its stored values may be read as they are. */
  readonly settle: (range: RangeOperand) => void;
  /** What a defined name (in upper case) stands for; undefined where there is no such name. */
  readonly nameOperand: (name: string) => Operand | undefined;
}
