import { absoluteAddress, quotedSheetName } from '../../model/address.ts';
import { type DateSystem, serialOf } from '../../model/serial.ts';
import type { ComparisonOperator, ValidationRule } from '../../model/validation.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { flag, given, record, text, word } from '../arguments.ts';
import { type Argument, HostObject } from '../object-model.ts';
import { RangeTarget } from '../range-target.ts';
import type { Json, JsonObject } from '../wire.ts';

const location = 'DataValidation.rule';

/** An inline list of entries may be this long; longer ones name a range. */
const maximumInlineList = 255;

/** Kinds of rule with an operator: name in `Excel.DataValidationRule` and type. */
const comparisons = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
} as const;

type ComparisonKind = keyof typeof comparisons;

const operators: readonly ComparisonOperator[] = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
];

/** Reads an `Excel.DataValidationRule`: exactly one kind, with what it needs. */
export function readRule(value: Argument, dateSystem: DateSystem): ValidationRule {
  const rule = record(value, location);
  const [kind, ...more] = Object.keys(rule).filter((key) => rule[key] !== null);
  if (kind === undefined || more.length > 0) throw new ApiError('InvalidArgument', location);
  const body = record(rule[kind], location);
  if (kind === 'list') return readList(body);
  if (kind === 'custom') return readCustom(body);
  if (!(kind in comparisons)) throw new ApiError('InvalidArgument', location);
  const type = comparisons[kind as ComparisonKind];
  const operator = word(body['operator'], operators, location);
  const isDated = type === 'Date' || type === 'Time';
  const formula1 = bound(body['formula1'], isDated, dateSystem);
  if (operator !== 'Between' && operator !== 'NotBetween') return { type, operator, formula1 };
  return { type, operator, formula1, formula2: bound(body['formula2'], isDated, dateSystem) };
}

/**
 * Stands in the model for cells that have a prompt or an alert and accept anything (*Any value* in Excel's dialog): it
 * accepts anything too. The host tells it as no rule.
 */
export const anyValue = { type: 'Custom', formula: '=TRUE' } as const satisfies ValidationRule;

function isAnyValue(rule: ValidationRule): boolean {
  return rule.type === 'Custom' && rule.formula === anyValue.formula;
}

function readCustom(body: Readonly<Record<string, Argument>>): ValidationRule {
  const rule: ValidationRule = { type: 'Custom', formula: formula(body['formula']) };
  if (isAnyValue(rule)) throw notModelled(location, 'a custom rule that is true for everything');
  return rule;
}

/** `Excel.DataValidationType` of cells with this rule. */
export function ruleType(rule: ValidationRule | undefined): 'None' | ValidationRule['type'] {
  return rule === undefined || isAnyValue(rule) ? 'None' : rule.type;
}

function readList(body: Readonly<Record<string, Argument>>): ValidationRule {
  const source = body['source'];
  const inCellDropDown = given(body['inCellDropDown'], true, (value) => flag(value, location));
  if (isRange(source)) return { type: 'List', source: reference(source.target), inCellDropDown };
  const entries = text(source, location);
  if (entries === '' || (!entries.startsWith('=') && entries.length > maximumInlineList)) {
    throw new ApiError('InvalidArgument', location);
  }
  return { type: 'List', source: entries, inCellDropDown };
}

function formula(value: Argument | undefined): string {
  const written = text(value, location);
  return written.startsWith('=') ? written : `=${written}`;
}

/** A bound: number, formula, range, or for dates and times a moment in ISO 8601. */
function bound(value: Argument | undefined, isDated: boolean, dateSystem: DateSystem): number | string {
  if (typeof value === 'number') return value;
  if (isRange(value)) return reference(value.target);
  const written = text(value, location);
  if (written.startsWith('=')) return written;
  if (isDated) return serialOfMoment(written, dateSystem);
  const number = Number(written);
  if (written.trim() === '' || Number.isNaN(number)) throw new ApiError('InvalidArgument', location);
  return number;
}

function serialOfMoment(written: string, dateSystem: DateSystem): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(written);
  if (parts === null) throw notModelled(location, 'dates other than ISO 8601 without a time zone');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0));
  const serial = serialOf({ year, month, day }, dateSystem);
  if (serial === undefined) throw new ApiError('InvalidArgument', location);
  return serial + (hour * 3600 + minute * 60 + second) / 86_400;
}

function isRange(value: Argument | undefined): value is HostObject & { readonly target: RangeTarget } {
  return value instanceof HostObject && value.target instanceof RangeTarget;
}

function reference({ sheet, area }: RangeTarget): string {
  return `=${quotedSheetName(sheet.name)}!${absoluteAddress(area)}`;
}

/** The rule as `Excel.DataValidationRule`; `{}` for none. */
export function writeRule(rule: ValidationRule | undefined): JsonObject {
  if (rule === undefined || isAnyValue(rule)) return {};
  if (rule.type === 'List') return { list: { inCellDropDown: rule.inCellDropDown, source: rule.source } };
  if (rule.type === 'Custom') return { custom: { formula: rule.formula } };
  const kind = (Object.keys(comparisons) as ComparisonKind[]).find((key) => comparisons[key] === rule.type);
  const body: Record<string, Json> = { formula1: rule.formula1, operator: rule.operator };
  if (rule.formula2 !== undefined) body['formula2'] = rule.formula2;
  return { [kind ?? '']: body };
}
