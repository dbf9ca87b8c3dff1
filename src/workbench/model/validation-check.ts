import type { Engine } from '../calculation/engine.ts';
import { singleValue } from '../calculation/functions/values-of.ts';
import { ArrayOperand, type Operand, RangeOperand } from '../calculation/operand.ts';
import { areaFrom } from '../calculation/relative-reference.ts';
import { sameText, toBoolean, toNumber, toText } from '../calculation/values.ts';
import type { FormulaCell, FormulaShape } from './cell-store.ts';
import type { Bound, CompiledRule, CompiledValidation } from './validation-rule.ts';
import type { ComparisonOperator } from './validation.ts';
import { CellError, type CellValue } from './value.ts';

/**
 * Whether a cell with this validation may hold `value`. Formulas are evaluated for `cell`, which already holds the
 * value where they look at it.
 */
export function acceptsValue(
  { rule, ignoreBlanks }: CompiledValidation,
  value: CellValue,
  cell: FormulaCell,
  engine: Engine,
): boolean {
  if (value === null) return ignoreBlanks;
  switch (rule.type) {
    case 'Entries':
      return acceptsEntry(rule.entries, value);
    case 'Source':
      return acceptsFromRange(rule, value, ignoreBlanks, cell, engine);
    case 'Custom': {
      if (ignoreBlanks && readsBlankCell(rule.shape, cell, engine)) return true;
      const outcome = toBoolean(rule.shape.evaluate(cell));
      return outcome === true;
    }
    case 'Bounds':
      return acceptsBetween(rule, value, ignoreBlanks, cell, engine);
  }
}

/** A list that is written out minds case, one that stands in cells does not. */
function acceptsEntry(entries: readonly string[], value: CellValue): boolean {
  const text = toText(value);
  return typeof text === 'string' && entries.includes(text.trim());
}

function acceptsFromRange(
  rule: Extract<CompiledRule, { type: 'Source' }>,
  value: CellValue,
  ignoreBlanks: boolean,
  cell: FormulaCell,
  engine: Engine,
): boolean {
  const values = listValues(rule.shape.evaluate(cell), engine);
  if (values === undefined) return false;
  const named = rule.shape.names.length > 0 && rule.shape.references.length === 0;
  // A blank in a named list lets everything pass while blanks are ignored.
  if (ignoreBlanks && named && values.includes(null)) return true;
  return values.some((one) =>
    typeof one === 'string' && typeof value === 'string' ? sameText(one, value) : one === value,
  );
}

/** Values of a list's source, blanks included; undefined where it is no single row or column. */
export function listValues(source: Operand, engine: Engine): readonly CellValue[] | undefined {
  if (source instanceof CellError || source === null) return undefined;
  if (source instanceof ArrayOperand) return source.values;
  if (!(source instanceof RangeOperand)) return [source];
  if (source.rows !== 1 && source.columns !== 1) return undefined;
  engine.settle(source);
  const values: CellValue[] = [];
  const bottom = Math.min(source.bottom, lastRow(source));
  const right = Math.min(source.right, source.store.columns.length - 1);
  for (let row = source.top; row <= bottom; row += 1) {
    for (let column = source.left; column <= right; column += 1) {
      values.push(engine.read(source.store, row, column));
    }
  }
  if (bottom < source.bottom || right < source.right) values.push(null);
  return values;
}

function lastRow(range: RangeOperand): number {
  let last = -1;
  for (let column = range.left; column <= Math.min(range.right, range.store.columns.length - 1); column += 1) {
    last = Math.max(last, (range.store.columns[column]?.cells.length ?? 0) - 1);
  }
  return last;
}

function acceptsBetween(
  rule: Extract<CompiledRule, { type: 'Bounds' }>,
  value: CellValue,
  ignoreBlanks: boolean,
  cell: FormulaCell,
  engine: Engine,
): boolean {
  const measured = measure(rule.of, value);
  if (measured === undefined) return false;
  if (ignoreBlanks && rule.bounds.some((bound) => typeof bound !== 'number' && readsBlankCell(bound, cell, engine))) {
    return true;
  }
  const [low, high] = rule.bounds.map((bound) => boundValue(bound, cell, engine));
  if (low === undefined || low instanceof CellError || high instanceof CellError) return false;
  return compares(rule.operator, measured, low, high ?? low);
}

function measure(of: Extract<CompiledRule, { type: 'Bounds' }>['of'], value: CellValue): number | undefined {
  if (of === 'TextLength') {
    const text = toText(value);
    return typeof text === 'string' ? text.length : undefined;
  }
  if (typeof value !== 'number') return undefined;
  return of === 'WholeNumber' && !Number.isInteger(value) ? undefined : value;
}

function boundValue(bound: Bound, cell: FormulaCell, engine: Engine): number | CellError {
  return typeof bound === 'number' ? bound : toNumber(bound.evaluate(cell), engine);
}

function compares(operator: ComparisonOperator, value: number, low: number, high: number): boolean {
  switch (operator) {
    case 'Between':
      return value >= low && value <= high;
    case 'NotBetween':
      return value < low || value > high;
    case 'EqualTo':
      return value === low;
    case 'NotEqualTo':
      return value !== low;
    case 'GreaterThan':
      return value > low;
    case 'LessThan':
      return value < low;
    case 'GreaterThanOrEqualTo':
      return value >= low;
    case 'LessThanOrEqualTo':
      return value <= low;
  }
}

/** True where the formula names one cell (itself or by a name) that is blank: with *ignore blank* anything passes. */
function readsBlankCell(shape: FormulaShape, cell: FormulaCell, engine: Engine): boolean {
  const cells = shape.references.some((reference) => {
    if (reference.kind !== 'cell') return false;
    const store = reference.sheetId === undefined ? cell.store : engine.storeOf(reference.sheetId);
    const area = areaFrom(reference, cell.row, cell.column);
    return store !== undefined && area !== undefined && engine.read(store, area.top, area.left) === null;
  });
  return (
    cells ||
    shape.names.some((name) => {
      const operand = engine.nameOperand(name);
      return operand instanceof RangeOperand && singleValue(operand, engine) === null;
    })
  );
}
