import type { ScalarFormula } from '../model/cell-store.ts';
import type { CellValue } from '../model/value.ts';
import type { Engine } from './engine.ts';
import type { Call, Operator, Tree } from './formula-tree.ts';
import type { FunctionDefinition } from './functions/definition.ts';
import type { Operand, OperandFormula } from './operand.ts';
import type { BinaryOperation, UnaryOperation } from './operators.ts';

/** Compiles parts of a formula, for forms that treat their arguments in their own way. */
export interface PartCompiler {
  readonly engine: Engine;
  /** A part where one value is wanted. */
  readonly scalar: (tree: Tree | null) => ScalarFormula;
  /** A part where a range or array is welcome. */
  readonly operand: (tree: Tree | null) => OperandFormula;
  readonly binaryOperation: (tree: Operator) => BinaryOperation;
  readonly unaryOperation: (tree: Operator) => UnaryOperation;
  /** The function of a call, once the number of its arguments is right. */
  readonly definition: (tree: Call) => FunctionDefinition;
  /** The one value of an operand; a range of several cells has none. */
  readonly one: (operand: Operand) => CellValue;
}
