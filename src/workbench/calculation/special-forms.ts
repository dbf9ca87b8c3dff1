import type { FormulaCell, ScalarFormula } from '../model/cell-store.ts';
import { CellError, cellErrors, type CellValue } from '../model/value.ts';
import { argumentAt, type Call, checkArguments, type Tree } from './formula-tree.ts';
import { ArrayOperand, type Operand, type OperandFormula, RangeOperand } from './operand.ts';
import type { PartCompiler } from './part-compiler.ts';
import { toBoolean, toNumber } from './values.ts';

/** The forms that leave out what they do not need, where one value is wanted; undefined for other functions. */
export function compileSpecialScalar(compiler: PartCompiler, tree: Call): ScalarFormula | undefined {
  switch (tree.callee.name.toUpperCase()) {
    case 'IF':
      return conditional(compiler, tree, (part) => compiler.scalar(part));
    case 'IFERROR':
      return errorGuard(compiler, tree);
    case 'CHOOSE':
      return choice(compiler, tree, (part) => compiler.scalar(part));
    case 'INDEX':
      return indexedValue(compiler, tree);
    default:
      return undefined;
  }
}

/** The same where a range is welcome. */
export function compileSpecialOperand(compiler: PartCompiler, tree: Call): OperandFormula | undefined {
  switch (tree.callee.name.toUpperCase()) {
    case 'IF':
      return conditional<Operand>(compiler, tree, (part) => compiler.operand(part));
    case 'CHOOSE':
      return choice<Operand>(compiler, tree, (part) => compiler.operand(part));
    case 'INDEX':
      return indexedOperand(compiler, tree);
    default:
      return undefined;
  }
}

type Formula<Result> = (cell: FormulaCell) => Result;
type Compile<Result> = (part: Tree | null) => Formula<Result>;

function conditional<Result extends Operand>(
  compiler: PartCompiler,
  tree: Call,
  compile: Compile<Result | CellValue>,
): Formula<Result | CellValue> {
  checkArguments(tree, 2, 3);
  const test = compiler.scalar(argumentAt(tree, 0));
  const whenTrue = compile(argumentAt(tree, 1));
  const whenFalse = tree.arguments.length < 3 ? (): CellValue => false : compile(argumentAt(tree, 2));
  return (cell) => {
    const value = test(cell);
    const holds = typeof value === 'boolean' ? value : toBoolean(value);
    if (holds instanceof CellError) return holds;
    return holds ? whenTrue(cell) : whenFalse(cell);
  };
}

function errorGuard(compiler: PartCompiler, tree: Call): ScalarFormula {
  checkArguments(tree, 2, 2);
  const value = compiler.scalar(argumentAt(tree, 0));
  const instead = compiler.scalar(argumentAt(tree, 1));
  return (cell) => {
    const outcome = value(cell);
    return outcome instanceof CellError ? instead(cell) : outcome;
  };
}

function choice<Result extends Operand>(
  compiler: PartCompiler,
  tree: Call,
  compile: Compile<Result | CellValue>,
): Formula<Result | CellValue> {
  checkArguments(tree, 2, 255);
  const index = compiler.scalar(argumentAt(tree, 0));
  const parts = tree.arguments.slice(1).map((_part, place) => compile(argumentAt(tree, place + 1)));
  return (cell) => {
    const number = toNumber(index(cell), compiler.engine);
    if (number instanceof CellError) return number;
    return (
      parts[Math.trunc(number) - 1]?.(cell) ?? (number >= 1 && number < parts.length + 1 ? null : cellErrors['#VALUE!'])
    );
  };
}

/** Row and column asked for, counted from 1; 0 stands for all of them. One dimension needs one number only. */
function placeIn(
  list: RangeOperand | ArrayOperand,
  first: number,
  second: number | undefined,
): { readonly row: number; readonly column: number } | undefined {
  const single = second === undefined && list.rows === 1 && list.columns > 1;
  const row = single ? 1 : first;
  const column = single ? first : (second ?? (list.columns === 1 ? 1 : 0));
  return row >= 0 && column >= 0 && row <= list.rows && column <= list.columns ? { row, column } : undefined;
}

function numbersOf(compiler: PartCompiler, tree: Call): (cell: FormulaCell) => readonly number[] | CellError {
  const parts = tree.arguments.slice(1).map((_part, place) => compiler.scalar(argumentAt(tree, place + 1)));
  return (cell) => {
    const numbers: number[] = [];
    for (const part of parts) {
      const number = toNumber(part(cell), compiler.engine);
      if (number instanceof CellError) return number;
      numbers.push(number % 1 === 0 ? number : Math.trunc(number));
    }
    return numbers;
  };
}

function indexedOperand(compiler: PartCompiler, tree: Call): OperandFormula {
  checkArguments(tree, 2, 3);
  const list = compiler.operand(argumentAt(tree, 0));
  const numbers = numbersOf(compiler, tree);
  return (cell) => {
    const operand = list(cell);
    const places = numbers(cell);
    if (operand instanceof CellError) return operand;
    if (places instanceof CellError) return places;
    const [first = 0, second] = places;
    if (!(operand instanceof RangeOperand || operand instanceof ArrayOperand)) {
      return first <= 1 && (second ?? 1) <= 1 ? operand : cellErrors['#REF!'];
    }
    const place = placeIn(operand, first, second);
    if (place === undefined) return cellErrors['#REF!'];
    return operand instanceof RangeOperand ? partOfRange(operand, place) : partOfArray(operand, place);
  };
}

function partOfRange(range: RangeOperand, { row, column }: { row: number; column: number }): RangeOperand {
  const top = row === 0 ? range.top : range.top + row - 1;
  const left = column === 0 ? range.left : range.left + column - 1;
  const bottom = row === 0 ? range.bottom : top;
  const right = column === 0 ? range.right : left;
  return new RangeOperand(range.store, top, left, bottom, right);
}

function partOfArray(array: ArrayOperand, { row, column }: { row: number; column: number }): Operand {
  if (row > 0 && column > 0) return array.at(row - 1, column - 1);
  const rows = row === 0 ? [...Array(array.rows).keys()] : [row - 1];
  const columns = column === 0 ? [...Array(array.columns).keys()] : [column - 1];
  return new ArrayOperand(
    rows.length,
    columns.length,
    rows.flatMap((at) => columns.map((across) => array.at(at, across))),
  );
}

function indexedValue(compiler: PartCompiler, tree: Call): ScalarFormula {
  const operand = indexedOperand(compiler, tree);
  return (cell) => compiler.one(operand(cell));
}
