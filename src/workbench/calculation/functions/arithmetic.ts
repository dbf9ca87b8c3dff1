import { fifteenDigits, roundDecimal } from '../../model/decimal.ts';
import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import { finite, toNumber } from '../values.ts';
import { type FunctionDefinition, scalar } from './definition.ts';

/** A function of numbers; an argument that is left out is `missing`. */
export function numeric(
  minimum: number,
  maximum: number,
  calculate: (...numbers: number[]) => CellValue,
  missing = 0,
): FunctionDefinition {
  return scalar(minimum, maximum, (values, engine) => {
    const numbers: number[] = [];
    for (let place = 0; place < maximum; place += 1) {
      const value = values[place];
      const number = value === undefined ? missing : toNumber(value, engine);
      if (number instanceof CellError) return number;
      numbers.push(number);
    }
    return calculate(...numbers);
  });
}

function modulo(value: number, divisor: number): CellValue {
  if (divisor === 0) return cellErrors['#DIV/0!'];
  return finite(value - divisor * Math.floor(fifteenDigits(value / divisor)));
}

export const arithmeticFunctions: Readonly<Record<string, FunctionDefinition>> = {
  ROUND: numeric(2, 2, (value = 0, digits = 0) => finite(roundDecimal(value, digits))),
  ROUNDUP: numeric(2, 2, (value = 0, digits = 0) => finite(roundDecimal(value, digits, 'away from zero'))),
  ROUNDDOWN: numeric(2, 2, (value = 0, digits = 0) => finite(roundDecimal(value, digits, 'towards zero'))),
  TRUNC: numeric(1, 2, (value = 0, digits = 0) => finite(roundDecimal(value, digits, 'towards zero'))),
  INT: numeric(1, 1, (value = 0) => Math.floor(fifteenDigits(value))),
  MOD: numeric(2, 2, (value = 0, divisor = 0) => modulo(value, divisor)),
  ABS: numeric(1, 1, (value = 0) => Math.abs(value)),
  SIGN: numeric(1, 1, (value = 0) => Math.sign(value)),
};
