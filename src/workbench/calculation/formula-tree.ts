import type { AstExpression } from '@borgar/fx';
import { Refusal } from '../model/refusal.ts';
import { CellError, type CellValue } from '../model/value.ts';
import type { Engine } from './engine.ts';
import type { ScalarFunction } from './functions/definition.ts';

export type Tree = AstExpression;
export type Call = Extract<Tree, { type: 'CallExpression' }>;
export type Reference = Extract<Tree, { type: 'ReferenceIdentifier' }>;
export type Operator = Extract<Tree, { type: 'UnaryExpression' | 'BinaryExpression' }>;
export type ArrayLiteral = Extract<Tree, { type: 'ArrayExpression' }>;

/** Refuses a call with too few or too many arguments, as Excel does. */
export function checkArguments(tree: Call, minimum: number, maximum: number): void {
  const count = tree.arguments.length;
  if (count < minimum) throw new Refusal('invalidFormula', "You've entered too few arguments for this function.");
  if (count > maximum) throw new Refusal('invalidFormula', "You've entered too many arguments for this function.");
}

export function argumentAt(tree: Operator | Call, place: number): Tree | null {
  return (tree.arguments as readonly (Tree | null)[])[place] ?? null;
}

/** The value of a function of single values for worked-out arguments. */
export function applyScalar(definition: ScalarFunction, values: readonly CellValue[], engine: Engine): CellValue {
  if (definition.passesErrors) {
    for (const value of values) if (value instanceof CellError) return value;
  }
  return definition.evaluate(values, engine);
}
