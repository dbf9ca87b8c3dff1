import type { Calculator } from '../calculation/calculator.ts';
import type { RangeShape } from '../calculation/operand.ts';
import { adjustParts, type FormulaPlace, type ReferenceChange } from '../calculation/reference-adjustment.ts';
import type { FormulaShape } from './cell-store.ts';
import { Refusal } from './refusal.ts';
import type { ComparisonOperator, Validation, ValidationRule } from './validation.ts';

/** A bound as given: a number or a formula. */
export type Bound = number | FormulaShape;

/** A rule whose formulas are read; like them it does not depend on the cell. */
export type CompiledRule =
  | {
      readonly type: 'Entries';
      readonly source: string;
      readonly entries: readonly string[];
      readonly dropDown: boolean;
    }
  | { readonly type: 'Source'; readonly shape: RangeShape; readonly dropDown: boolean }
  | {
      readonly type: 'Bounds';
      readonly of: 'WholeNumber' | 'Decimal' | 'Date' | 'Time' | 'TextLength';
      readonly operator: ComparisonOperator;
      readonly bounds: readonly Bound[];
    }
  | { readonly type: 'Custom'; readonly shape: FormulaShape };

export interface CompiledValidation {
  /** Equal for equal validations. */
  readonly key: string;
  readonly rule: CompiledRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: Validation['prompt'];
  readonly alert: Validation['alert'];
}

const maximumSourceLength = 255;
const twoBounds: readonly ComparisonOperator[] = ['Between', 'NotBetween'];

/**
 * Reads a validation whose formulas are as seen from `row`, `column`.
 * @throws Refusal for texts beyond Excel's limits, for formulas that cannot be read, and for missing bounds.
 */
export function compileValidation(
  validation: Validation,
  row: number,
  column: number,
  calculator: Calculator,
): CompiledValidation {
  const { prompt, alert, ignoreBlanks } = validation;
  checkLength(prompt.title, 32, 'The title of a prompt');
  checkLength(prompt.message, 255, 'A prompt');
  checkLength(alert.title, 32, 'The title of an alert');
  checkLength(alert.message, 224, 'An alert');
  return withKey({ rule: compileRule(validation.rule, row, column, calculator), prompt, alert, ignoreBlanks });
}

function withKey(validation: Omit<CompiledValidation, 'key'>): CompiledValidation {
  const shown = (_name: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'evaluate' in value ? (value as unknown as FormulaShape).key : value;
  return { ...validation, key: JSON.stringify(validation, shown) };
}

function compileRule(rule: ValidationRule, row: number, column: number, { library }: Calculator): CompiledRule {
  switch (rule.type) {
    case 'List': {
      const { source, inCellDropDown: dropDown } = rule;
      if (source.startsWith('=')) return { type: 'Source', shape: library.readRange(source, row, column), dropDown };
      if (source === '') throw new Refusal('invalidArgument', 'A list needs a source.');
      checkLength(source, maximumSourceLength, 'A list of entries');
      return { type: 'Entries', source, entries: source.split(',').map((entry) => entry.trim()), dropDown };
    }
    case 'Custom':
      return { type: 'Custom', shape: library.read(asFormula(rule.formula), row, column) };
    default: {
      const given = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])];
      const wanted = twoBounds.includes(rule.operator) ? 2 : 1;
      if (given.length < wanted) throw new Refusal('invalidArgument', 'The rule needs two bounds.');
      const bounds = given.slice(0, wanted).map((bound) => compileBound(bound, row, column, library));
      return { type: 'Bounds', of: rule.type, operator: rule.operator, bounds };
    }
  }
}

function compileBound(bound: number | string, row: number, column: number, library: Calculator['library']): Bound {
  if (typeof bound === 'number') return bound;
  const number = Number(bound);
  return bound.trim() !== '' && !Number.isNaN(number) ? number : library.read(asFormula(bound), row, column);
}

function asFormula(text: string): string {
  return text.startsWith('=') ? text : `=${text}`;
}

/** The validation as text, with formulas as seen from a cell. */
export function describeValidation(
  { rule, prompt, alert, ignoreBlanks }: CompiledValidation,
  row: number,
  column: number,
  { library }: Calculator,
): Validation {
  return { rule: describeRule(rule, row, column, library), prompt, alert, ignoreBlanks };
}

function describeRule(rule: CompiledRule, row: number, column: number, library: Calculator['library']): ValidationRule {
  switch (rule.type) {
    case 'Entries':
      return { type: 'List', source: rule.source, inCellDropDown: rule.dropDown };
    case 'Source':
      return { type: 'List', source: library.write(rule.shape, row, column), inCellDropDown: rule.dropDown };
    case 'Custom':
      return { type: 'Custom', formula: library.write(rule.shape, row, column) };
    case 'Bounds': {
      const [formula1 = 0, formula2] = rule.bounds.map((bound) =>
        typeof bound === 'number' ? bound : library.write(bound, row, column),
      );
      const second = formula2 === undefined ? {} : { formula2 };
      return { type: rule.of, operator: rule.operator, formula1, ...second };
    }
  }
}

/** The validation after rows, columns, cells or sheets moved or went; the same object where nothing changes. */
export function adjustValidation(
  validation: CompiledValidation,
  before: FormulaPlace,
  after: FormulaPlace,
  change: ReferenceChange,
  { library }: Calculator,
): CompiledValidation {
  const formula = (shape: FormulaShape): FormulaShape => {
    const parts = adjustParts(shape.parts, before, after, change);
    return parts === shape.parts ? shape : library.fromParts(parts, after.row, after.column);
  };
  const { rule } = validation;
  switch (rule.type) {
    case 'Entries':
      return validation;
    case 'Source': {
      const parts = adjustParts(rule.shape.parts, before, after, change);
      if (parts === rule.shape.parts) return validation;
      return withKey({
        ...validation,
        rule: { ...rule, shape: library.rangeFromParts(parts, after.row, after.column) },
      });
    }
    case 'Custom': {
      const shape = formula(rule.shape);
      return shape === rule.shape ? validation : withKey({ ...validation, rule: { ...rule, shape } });
    }
    case 'Bounds': {
      const bounds = rule.bounds.map((bound) => (typeof bound === 'number' ? bound : formula(bound)));
      const same = bounds.every((bound, place) => bound === rule.bounds[place]);
      return same ? validation : withKey({ ...validation, rule: { ...rule, bounds } });
    }
  }
}

function checkLength(text: string, maximum: number, what: string): void {
  if (text.length > maximum) throw new Refusal('tooLarge', `${what} has at most ${String(maximum)} characters.`);
}
