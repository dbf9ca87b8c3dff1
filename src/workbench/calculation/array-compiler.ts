import { Refusal } from '../model/refusal.ts';
import { cellErrors, type CellValue } from '../model/value.ts';
import type { Engine } from './engine.ts';
import { applyScalar, argumentAt, type Tree } from './formula-tree.ts';
import { specialForms } from './functions/registry.ts';
import { sizeOf, valueAt } from './functions/values-of.ts';
import { ArrayOperand, type Operand, type OperandFormula, RangeOperand } from './operand.ts';
import type { PartCompiler } from './part-compiler.ts';

/** Cells that an argument of SUMPRODUCT may have here. */
const maximumCells = 200_000;

/** An argument of SUMPRODUCT: operators and functions of single values are worked out for every place of their ranges. */
export function compileArray(compiler: PartCompiler, tree: Tree | null): OperandFormula {
  const operand = compileElement(compiler, tree);
  return (cell) => {
    const result = operand(cell);
    return result instanceof RangeOperand ? arrayFrom(result, compiler.engine) : result;
  };
}

function compileElement(compiler: PartCompiler, tree: Tree | null): OperandFormula {
  const { engine } = compiler;
  if (tree?.type === 'UnaryExpression') {
    const operation = compiler.unaryOperation(tree);
    const operand = compileElement(compiler, argumentAt(tree, 0));
    return (cell) => together([operand(cell)], engine, ([value = null]) => operation(value));
  }
  if (tree?.type === 'BinaryExpression' && tree.operator !== ':') {
    const operation = compiler.binaryOperation(tree);
    const left = compileElement(compiler, argumentAt(tree, 0));
    const right = compileElement(compiler, argumentAt(tree, 1));
    return (cell) => together([left(cell), right(cell)], engine, ([one = null, other = null]) => operation(one, other));
  }
  if (
    tree?.type === 'CallExpression' &&
    !(specialForms as readonly string[]).includes(tree.callee.name.toUpperCase())
  ) {
    const definition = compiler.definition(tree);
    if (definition.kind === 'operand') return compiler.scalar(tree);
    const parts = tree.arguments.map((one) => compileElement(compiler, one));
    return (cell) =>
      together(
        parts.map((part) => part(cell)),
        engine,
        (values) => applyScalar(definition, values, engine),
      );
  }
  if (tree?.type === 'ReferenceIdentifier' && tree.kind === 'beam') {
    throw new Refusal('notModelled', 'The workbench does not model SUMPRODUCT over entire rows or columns.');
  }
  return compiler.operand(tree);
}

/** Works out one value per place; single values, rows and columns stand for every place they do not have. */
function together(
  operands: readonly Operand[],
  engine: Engine,
  calculate: (values: readonly CellValue[]) => CellValue,
): Operand {
  const sizes = operands.map(sizeOf);
  const rows = Math.max(1, ...sizes.map((size) => size.rows));
  const columns = Math.max(1, ...sizes.map((size) => size.columns));
  if (rows * columns > maximumCells) return cellErrors['#VALUE!'];
  if (operands.every((operand) => !(operand instanceof RangeOperand || operand instanceof ArrayOperand))) {
    return calculate(operands as readonly CellValue[]);
  }
  for (const operand of operands) if (operand instanceof RangeOperand) engine.settle(operand);
  const values: CellValue[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values.push(calculate(operands.map((operand, at) => spread(operand, sizes[at], row, column, engine))));
    }
  }
  return new ArrayOperand(rows, columns, values);
}

function spread(
  operand: Operand,
  size: { readonly rows: number; readonly columns: number } | undefined,
  row: number,
  column: number,
  engine: Engine,
): CellValue {
  const rows = size?.rows ?? 1;
  const columns = size?.columns ?? 1;
  if ((rows > 1 && row >= rows) || (columns > 1 && column >= columns)) return cellErrors['#N/A'];
  return valueAt(operand, rows === 1 ? 0 : row, columns === 1 ? 0 : column, engine);
}

function arrayFrom(range: RangeOperand, engine: Engine): Operand {
  if (range.rows * range.columns > maximumCells) return cellErrors['#VALUE!'];
  engine.settle(range);
  const values: CellValue[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      values.push(range.store.at(row, column)?.value ?? null);
    }
  }
  return new ArrayOperand(range.rows, range.columns, values);
}
