import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import { ArrayOperand, type Operand, RangeOperand } from '../operand.ts';
import { finite, textToNumber, toNumber } from '../values.ts';
import { type FunctionDefinition, maximumArguments, ofRanges } from './definition.ts';
import { sizeOf, visitValues } from './values-of.ts';

/**
 * Feeds every number: of ranges and arrays only numbers, of single values also texts and booleans that stand for one.
 * @returns the first error, which is then the function's outcome.
 */
function visitNumbers(
  operands: readonly Operand[],
  engine: Engine,
  visit: (value: number) => void,
): CellError | undefined {
  let error: CellError | undefined;
  for (const operand of operands) {
    if (operand instanceof RangeOperand || operand instanceof ArrayOperand) {
      visitValues(operand, engine, (value) => {
        if (typeof value === 'number') visit(value);
        else if (value instanceof CellError) error ??= value;
      });
    } else {
      const number = toNumber(operand, engine);
      if (number instanceof CellError) error ??= number;
      else visit(number);
    }
  }
  return error;
}

function ofNumbers(start: number, step: (total: number, value: number) => number, empty = start): FunctionDefinition {
  return ofRanges(1, maximumArguments, (operands, engine) => {
    let total = start;
    let count = 0;
    const error = visitNumbers(operands, engine, (value) => {
      total = step(total, value);
      count += 1;
    });
    return error ?? finite(count > 0 ? total : empty);
  });
}

function average(operands: readonly Operand[], engine: Engine): CellValue {
  let total = 0;
  let count = 0;
  const error = visitNumbers(operands, engine, (value) => {
    total += value;
    count += 1;
  });
  return error ?? (count === 0 ? cellErrors['#DIV/0!'] : finite(total / count));
}

/** COUNT takes numbers of ranges, and single values that stand for one; errors do not count and do not harm. */
function countNumbers(operands: readonly Operand[], engine: Engine): CellValue {
  let count = 0;
  for (const operand of operands) {
    if (operand instanceof RangeOperand || operand instanceof ArrayOperand) {
      visitValues(operand, engine, (value) => {
        if (typeof value === 'number') count += 1;
      });
    } else if (
      typeof operand === 'number' ||
      typeof operand === 'boolean' ||
      operand === null ||
      (typeof operand === 'string' && textToNumber(operand, engine) !== undefined)
    ) {
      count += 1;
    }
  }
  return count;
}

function countValues(operands: readonly Operand[], engine: Engine): CellValue {
  let count = 0;
  for (const operand of operands) {
    if (operand instanceof RangeOperand || operand instanceof ArrayOperand) {
      visitValues(operand, engine, () => {
        count += 1;
      });
    } else count += 1;
  }
  return count;
}

/** A formula's "" counts as blank here, although COUNTA counts it as a value. */
function countBlank([operand = null]: readonly Operand[], engine: Engine): CellValue {
  if (!(operand instanceof RangeOperand)) return cellErrors['#VALUE!'];
  const { rows, columns } = sizeOf(operand);
  let filled = 0;
  visitValues(operand, engine, (value) => {
    if (value !== '') filled += 1;
  });
  return rows * columns - filled;
}

/** Sum of the products at equal places; texts, booleans and blanks are 0, sizes must be equal. */
function sumProduct(operands: readonly Operand[]): CellValue {
  const { rows, columns } = sizeOf(operands[0] ?? null);
  const products = new Array<number>(rows * columns).fill(1);
  for (const operand of operands) {
    const size = sizeOf(operand);
    if (size.rows !== rows || size.columns !== columns) return cellErrors['#VALUE!'];
    const values = operand instanceof ArrayOperand ? operand.values : [operand as CellValue];
    for (const [place, value] of values.entries()) {
      if (value instanceof CellError) return value;
      products[place] = (products[place] ?? 0) * (typeof value === 'number' ? value : 0);
    }
  }
  return finite(products.reduce((total, value) => total + value, 0));
}

export const statisticFunctions: Readonly<Record<string, FunctionDefinition>> = {
  SUM: ofNumbers(0, (total, value) => total + value),
  AVERAGE: ofRanges(1, maximumArguments, average),
  MIN: ofNumbers(Infinity, Math.min, 0),
  MAX: ofNumbers(-Infinity, Math.max, 0),
  COUNT: ofRanges(1, maximumArguments, countNumbers),
  COUNTA: ofRanges(1, maximumArguments, countValues),
  COUNTBLANK: ofRanges(1, 1, countBlank),
  // Its arguments are worked out as arrays by the compiler.
  SUMPRODUCT: ofRanges(1, maximumArguments, sumProduct),
};
