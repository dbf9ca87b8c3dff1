import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import { ArrayOperand, type Operand, RangeOperand } from '../operand.ts';
import { toBoolean } from '../values.ts';
import { type FunctionDefinition, maximumArguments, ofRanges, scalar } from './definition.ts';
import { visitValues } from './values-of.ts';

/** AND and OR look at every argument; texts and blanks of ranges do not count, and none at all is `#VALUE!`. */
function combined(whenAny: boolean): (operands: readonly Operand[], engine: Engine) => CellValue {
  return (operands, engine) => {
    const conditions: (boolean | CellError)[] = [];
    const take = (value: boolean | CellError): void => {
      conditions.push(value);
    };
    for (const operand of operands) {
      if (operand instanceof RangeOperand || operand instanceof ArrayOperand) {
        visitValues(operand, engine, (value) => {
          if (typeof value !== 'string' && value !== null) take(toBoolean(value));
        });
      } else take(toBoolean(operand));
    }
    const error = conditions.find((condition) => condition instanceof CellError);
    if (error !== undefined) return error;
    if (conditions.length === 0) return cellErrors['#VALUE!'];
    return conditions.includes(whenAny) ? whenAny : !whenAny;
  };
}

export const logicalFunctions: Readonly<Record<string, FunctionDefinition>> = {
  AND: ofRanges(1, maximumArguments, combined(false)),
  OR: ofRanges(1, maximumArguments, combined(true)),
  NOT: scalar(1, 1, ([value = null]) => {
    const condition = toBoolean(value);
    return condition instanceof CellError ? condition : !condition;
  }),
  TRUE: scalar(0, 0, () => true),
  FALSE: scalar(0, 0, () => false),
};
