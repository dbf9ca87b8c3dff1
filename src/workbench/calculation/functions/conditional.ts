import { maximumColumns, maximumRows } from '../../model/area.ts';
import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import { type Criterion, criterionKey, readCriterion } from '../criterion.ts';
import type { Engine } from '../engine.ts';
import { lookupTable } from '../lookup-index.ts';
import { type Operand, RangeOperand } from '../operand.ts';
import { finite } from '../values.ts';
import { type FunctionDefinition, maximumArguments, ofRanges } from './definition.ts';

/** A range that must meet a condition. */
interface Condition {
  readonly range: RangeOperand;
  readonly criterion: Criterion;
}

const wrong = cellErrors['#VALUE!'];

/** A column shorter than this is looked through; a table pays only for longer ones. */
const worthTable = 16;

/** Range and criterion alternate in the arguments from `first` on. */
function conditionsOf(operands: readonly Operand[], first: number, engine: Engine): readonly Condition[] | CellError {
  const conditions: Condition[] = [];
  for (let place = first; place < operands.length; place += 2) {
    const range = operands[place];
    const criterion = operands[place + 1];
    if (range instanceof CellError) return range;
    if (!(range instanceof RangeOperand) || criterion === undefined) return wrong;
    const rows = conditions[0]?.range.rows ?? range.rows;
    const columns = conditions[0]?.range.columns ?? range.columns;
    if (range.rows !== rows || range.columns !== columns) return wrong;
    engine.settle(range);
    conditions.push({ range, criterion: readCriterion(criterion as CellValue, engine) });
  }
  return conditions;
}

function stored(range: RangeOperand, row: number, column: number): CellValue {
  return range.store.at(range.top + row, range.left + column)?.value ?? null;
}

function meets(conditions: readonly Condition[], row: number, column: number): boolean {
  return conditions.every(({ range, criterion }) => criterion.matches(stored(range, row, column)));
}

/** Offsets of rows that may meet all conditions, from the table of one that asks for equality. */
function candidateRows(conditions: readonly Condition[], engine: Engine): readonly number[] | undefined {
  for (const { range, criterion } of conditions) {
    if (criterion.key === undefined || range.columns !== 1 || range.rows < worthTable) continue;
    const rows = lookupTable(range, 'criterion', criterionKey(engine)).get(criterion.key) ?? [];
    return rows.map((row) => row - range.top);
  }
  return undefined;
}

/** Feeds the values of `summed` at every place where all conditions hold; blanks may be left out. */
function visitMatching(
  conditions: readonly Condition[],
  summed: RangeOperand,
  engine: Engine,
  visit: (value: CellValue) => void,
): void {
  engine.settle(summed);
  const rows = candidateRows(conditions, engine);
  if (rows !== undefined) {
    for (const row of rows) if (meets(conditions, row, 0)) visit(stored(summed, row, 0));
    return;
  }
  summed.store.visit(summed, (cell, row, column) => {
    if (meets(conditions, row - summed.top, column - summed.left)) visit(cell.value);
  });
}

function total(conditions: readonly Condition[], summed: RangeOperand, engine: Engine): CellValue {
  let sum = 0;
  let error: CellError | undefined;
  visitMatching(conditions, summed, engine, (value) => {
    if (typeof value === 'number') sum += value;
    else if (value instanceof CellError) error ??= value;
  });
  return error ?? finite(sum);
}

/** The range of the same size as `size` that begins where `range` begins. */
function resized(range: RangeOperand, size: RangeOperand): RangeOperand {
  return new RangeOperand(
    range.store,
    range.top,
    range.left,
    Math.min(range.top + size.rows, maximumRows) - 1,
    Math.min(range.left + size.columns, maximumColumns) - 1,
  );
}

function sumIf(operands: readonly Operand[], engine: Engine): CellValue {
  const conditions = conditionsOf(operands.slice(0, 2), 0, engine);
  if (conditions instanceof CellError) return conditions;
  const [condition] = conditions;
  const summed = operands[2] ?? operands[0];
  if (summed instanceof CellError) return summed;
  if (condition === undefined || !(summed instanceof RangeOperand)) return wrong;
  return total(conditions, resized(summed, condition.range), engine);
}

function sumIfs(operands: readonly Operand[], engine: Engine): CellValue {
  const [summed] = operands;
  if (summed instanceof CellError) return summed;
  const conditions = conditionsOf(operands, 1, engine);
  if (conditions instanceof CellError) return conditions;
  const size = conditions[0]?.range;
  if (!(summed instanceof RangeOperand) || size === undefined) return wrong;
  if (summed.rows !== size.rows || summed.columns !== size.columns) return wrong;
  return total(conditions, summed, engine);
}

function countIfs(operands: readonly Operand[], engine: Engine): CellValue {
  const conditions = conditionsOf(operands, 0, engine);
  if (conditions instanceof CellError) return conditions;
  const [first] = conditions;
  if (first === undefined) return wrong;
  const rows = candidateRows(conditions, engine);
  if (rows !== undefined) return rows.filter((row) => meets(conditions, row, 0)).length;
  const choosy = conditions.find(({ criterion }) => !criterion.matches(null));
  return choosy === undefined ? countWithBlanks(conditions, first.range) : countStored(conditions, choosy.range);
}

function countStored(conditions: readonly Condition[], range: RangeOperand): number {
  let count = 0;
  range.store.visit(range, (_cell, row, column) => {
    if (meets(conditions, row - range.top, column - range.left)) count += 1;
  });
  return count;
}

/** Every condition accepts blanks: look at places where anything is stored, the others all count. */
function countWithBlanks(conditions: readonly Condition[], size: RangeOperand): number {
  const failing = new Set<number>();
  for (const { range, criterion } of conditions) {
    range.store.visit(range, (cell, row, column) => {
      if (!criterion.matches(cell.value)) failing.add((row - range.top) * maximumColumns + column - range.left);
    });
  }
  return size.rows * size.columns - failing.size;
}

const rangesAtEven = (place: number): boolean => place % 2 === 0;

export const conditionalFunctions: Readonly<Record<string, FunctionDefinition>> = {
  SUMIF: ofRanges(2, 3, sumIf, rangesAtEven),
  SUMIFS: ofRanges(3, maximumArguments, sumIfs, (place) => place === 0 || place % 2 === 1),
  COUNTIF: ofRanges(2, 2, countIfs, rangesAtEven),
  COUNTIFS: ofRanges(2, maximumArguments - 1, countIfs, rangesAtEven),
};
