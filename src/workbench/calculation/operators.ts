import { fifteenDigits } from '../model/decimal.ts';
import type { Calendar } from './values.ts';
import { bounded, compareValues, finite, toNumber, toText } from './values.ts';
import { CellError, cellErrors, type CellValue } from '../model/value.ts';

export type BinaryOperation = (left: CellValue, right: CellValue) => CellValue;
export type UnaryOperation = (value: CellValue) => CellValue;

function arithmetic(calculate: (left: number, right: number) => CellValue, calendar: Calendar): BinaryOperation {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return calculate(left, right);
    const one = toNumber(left, calendar);
    if (one instanceof CellError) return one;
    const other = toNumber(right, calendar);
    return other instanceof CellError ? other : calculate(one, other);
  };
}

function comparison(holds: (order: number) => boolean): BinaryOperation {
  return (left, right) => {
    if (left instanceof CellError) return left;
    if (right instanceof CellError) return right;
    return holds(compareValues(left, right));
  };
}

function power(base: number, exponent: number): CellValue {
  if (base === 0 && exponent === 0) return cellErrors['#NUM!'];
  if (base === 0 && exponent < 0) return cellErrors['#DIV/0!'];
  return finite(base ** exponent);
}

function concatenate(left: CellValue, right: CellValue): CellValue {
  const one = toText(left);
  if (one instanceof CellError) return one;
  const other = toText(right);
  return other instanceof CellError ? other : bounded(one + other);
}

/** The operators of Excel's formulas on single values; the left operand's error wins. */
export function binaryOperations(calendar: Calendar): Readonly<Record<string, BinaryOperation>> {
  return {
    '+': arithmetic((left, right) => finite(left + right), calendar),
    '-': arithmetic((left, right) => finite(left - right), calendar),
    '*': arithmetic((left, right) => finite(left * right), calendar),
    '/': arithmetic((left, right) => (right === 0 ? cellErrors['#DIV/0!'] : finite(left / right)), calendar),
    '^': arithmetic(power, calendar),
    '&': concatenate,
    '=': comparison((order) => order === 0),
    '<>': comparison((order) => order !== 0),
    '<': comparison((order) => order < 0),
    '<=': comparison((order) => order <= 0),
    '>': comparison((order) => order > 0),
    '>=': comparison((order) => order >= 0),
  };
}

export function unaryOperations(calendar: Calendar): Readonly<Record<string, UnaryOperation>> {
  const numeric =
    (calculate: (value: number) => CellValue): UnaryOperation =>
    (value) => {
      const number = toNumber(value, calendar);
      return number instanceof CellError ? number : calculate(number);
    };
  return {
    '-': numeric((value) => finite(-value)),
    // A leading plus changes nothing, not even a text into a number.
    '+': (value) => value,
    '%': numeric((value) => finite(value / 100)),
  };
}

/**
 * Excel makes the outcome of a last addition or subtraction 0 where both magnitudes have the same 15 digits, so that
 * `=0.5-0.4-0.1` shows 0 and not the rest of binary fractions.
 */
export function withoutBinaryRest(result: CellValue, left: CellValue, right: CellValue): CellValue {
  if (typeof result !== 'number' || typeof left !== 'number' || typeof right !== 'number') return result;
  if (result === 0 || Math.abs(result) > Math.abs(left) * 1e-14) return result;
  return fifteenDigits(Math.abs(left)) === fifteenDigits(Math.abs(right)) ? 0 : result;
}
