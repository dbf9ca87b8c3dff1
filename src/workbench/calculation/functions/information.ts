import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import { type FunctionDefinition, ofAnyValue, scalar } from './definition.ts';

function test(holds: (value: CellValue) => boolean): FunctionDefinition {
  return ofAnyValue(1, 1, ([value = null]) => holds(value));
}

const notAvailable = cellErrors['#N/A'];

export const informationFunctions: Readonly<Record<string, FunctionDefinition>> = {
  ISBLANK: test((value) => value === null),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISNONTEXT: test((value) => typeof value !== 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISERROR: test((value) => value instanceof CellError),
  ISERR: test((value) => value instanceof CellError && value !== notAvailable),
  ISNA: test((value) => value === notAvailable),
  NA: scalar(0, 0, () => notAvailable),
  N: scalar(1, 1, ([value = null]) =>
    typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : 0,
  ),
  T: scalar(1, 1, ([value = null]) => (typeof value === 'string' ? value : '')),
};
