import type { FormulaCell } from '../../model/cell-store.ts';
import type { CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import type { Operand } from '../operand.ts';

/** A function of single values. In SUMPRODUCT it is applied to arrays value by value. */
export interface ScalarFunction {
  readonly kind: 'scalar';
  readonly minimum: number;
  readonly maximum: number;
  /** The first error among the arguments is the outcome, without a call. */
  readonly passesErrors: boolean;
  readonly evaluate: (values: readonly CellValue[], engine: Engine) => CellValue;
}

/** A function that takes ranges as they are. */
export interface OperandFunction {
  readonly kind: 'operand';
  readonly minimum: number;
  readonly maximum: number;
  /** Whether the argument at this place is a range or array (true) or a single value. */
  readonly takesOperand: (place: number) => boolean;
  readonly evaluate: (operands: readonly Operand[], engine: Engine, cell: FormulaCell) => CellValue;
}

export type FunctionDefinition = ScalarFunction | OperandFunction;

/** Arguments that a function of Excel takes at most. */
export const maximumArguments = 255;

/** A function of single values that passes errors on. */
export function scalar(minimum: number, maximum: number, evaluate: ScalarFunction['evaluate']): ScalarFunction {
  return { kind: 'scalar', minimum, maximum, passesErrors: true, evaluate };
}

/** A function of single values that looks at errors itself. */
export function ofAnyValue(minimum: number, maximum: number, evaluate: ScalarFunction['evaluate']): ScalarFunction {
  return { kind: 'scalar', minimum, maximum, passesErrors: false, evaluate };
}

/** A function whose arguments at the given places (default: all) are ranges. */
export function ofRanges(
  minimum: number,
  maximum: number,
  evaluate: OperandFunction['evaluate'],
  takesOperand: (place: number) => boolean = () => true,
): OperandFunction {
  return { kind: 'operand', minimum, maximum, takesOperand, evaluate };
}
