import type { FormulaCell } from '../../model/cell-store.ts';
import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import { exactKey, lookupTable } from '../lookup-index.ts';
import { ArrayOperand, type Operand, RangeOperand } from '../operand.ts';
import { compareValues, toBoolean, toNumber } from '../values.ts';
import { type FunctionDefinition, ofRanges } from './definition.ts';
import { sizeOf, valueAt } from './values-of.ts';
import { hasWildcards, wildcardPattern } from './wildcards.ts';

const notFound = cellErrors['#N/A'];
const wrong = cellErrors['#VALUE!'];

/** Place counted from 0 of the first value that equals `wanted`; texts may have wildcards. */
function exactPlace(wanted: CellValue, list: RangeOperand | ArrayOperand, engine: Engine): number | undefined {
  const key = exactKey(wanted);
  if (key === undefined) return undefined;
  const pattern = typeof wanted === 'string' && hasWildcards(wanted) ? wildcardPattern(wanted, 'whole') : undefined;
  if (list instanceof RangeOperand && list.columns === 1) {
    engine.settle(list);
    if (pattern === undefined) {
      const row = lookupTable(list, 'exact', exactKey).get(key)?.[0];
      return row === undefined ? undefined : row - list.top;
    }
  }
  const length = Math.max(list.rows, list.columns);
  for (let place = 0; place < length; place += 1) {
    const value = placed(list, place, engine);
    if (pattern === undefined ? exactKey(value) === key : typeof value === 'string' && pattern.test(value))
      return place;
  }
  return undefined;
}

/**
 * Place of the last value of the same type that is not above `wanted` (rising list) or not below it (falling list).
 * The list must be in that order, as Excel asks; what comes after the first value beyond is not looked at.
 */
function orderedPlace(
  wanted: CellValue,
  list: RangeOperand | ArrayOperand,
  direction: 1 | -1,
  engine: Engine,
): number | undefined {
  const length = Math.max(list.rows, list.columns);
  let found: number | undefined;
  for (let place = 0; place < length; place += 1) {
    const value = placed(list, place, engine);
    if (value === null || typeof value !== typeof wanted || value instanceof CellError) continue;
    if (compareValues(value, wanted) * direction > 0) break;
    found = place;
  }
  return found;
}

function placed(list: RangeOperand | ArrayOperand, place: number, engine: Engine): CellValue {
  return list.columns === 1 ? valueAt(list, place, 0, engine) : valueAt(list, 0, place, engine);
}

function match(operands: readonly Operand[], engine: Engine): CellValue {
  const wanted = (operands[0] ?? 0) as CellValue;
  const list = operands[1];
  const type = operands.length > 2 ? toNumber((operands[2] ?? null) as CellValue, engine) : 1;
  if (wanted instanceof CellError) return wanted;
  if (list instanceof CellError) return list;
  if (type instanceof CellError) return type;
  if (!(list instanceof RangeOperand || list instanceof ArrayOperand)) return notFound;
  if (list.rows !== 1 && list.columns !== 1) return notFound;
  const place = type === 0 ? exactPlace(wanted, list, engine) : orderedPlace(wanted, list, type > 0 ? 1 : -1, engine);
  return place === undefined ? notFound : place + 1;
}

/** VLOOKUP (`down`) and HLOOKUP: finds in the first column or row, gives from the one asked for. */
function tableLookup(down: boolean): (operands: readonly Operand[], engine: Engine) => CellValue {
  return (operands, engine) => {
    const wanted = (operands[0] ?? 0) as CellValue;
    const table = operands[1];
    const index = toNumber((operands[2] ?? null) as CellValue, engine);
    const approximate = operands.length > 3 ? toBoolean((operands[3] ?? null) as CellValue) : true;
    if (wanted instanceof CellError) return wanted;
    if (table instanceof CellError) return table;
    if (index instanceof CellError) return index;
    if (approximate instanceof CellError) return approximate;
    if (!(table instanceof RangeOperand)) return wrong;
    const at = Math.trunc(index) - 1;
    if (at < 0) return wrong;
    if (at >= (down ? table.columns : table.rows)) return cellErrors['#REF!'];
    const list = down
      ? new RangeOperand(table.store, table.top, table.left, table.bottom, table.left)
      : new RangeOperand(table.store, table.top, table.left, table.top, table.right);
    const place = approximate ? orderedPlace(wanted, list, 1, engine) : exactPlace(wanted, list, engine);
    if (place === undefined) return notFound;
    return down ? valueAt(table, place, at, engine) : valueAt(table, at, place, engine);
  };
}

/** ROW and COLUMN: of a range, else of the formula's own cell. */
function own(of: 'row' | 'column'): (operands: readonly Operand[], engine: Engine, cell: FormulaCell) => CellValue {
  return (operands, _engine, cell) => {
    const [range] = operands;
    if (range === undefined) return cell[of] + 1;
    if (range instanceof CellError) return range;
    return range instanceof RangeOperand ? (of === 'row' ? range.top : range.left) + 1 : wrong;
  };
}

function extent(of: 'rows' | 'columns'): (operands: readonly Operand[]) => CellValue {
  return ([range = null]) => (range instanceof CellError ? range : sizeOf(range)[of]);
}

const second = (place: number): boolean => place === 1;

export const lookupFunctions: Readonly<Record<string, FunctionDefinition>> = {
  MATCH: ofRanges(2, 3, match, second),
  VLOOKUP: ofRanges(3, 4, tableLookup(true), second),
  HLOOKUP: ofRanges(3, 4, tableLookup(false), second),
  ROW: ofRanges(0, 1, own('row')),
  COLUMN: ofRanges(0, 1, own('column')),
  ROWS: ofRanges(1, 1, extent('rows')),
  COLUMNS: ofRanges(1, 1, extent('columns')),
};
