import { CellError, cellErrors, type CellValue, isErrorCode } from '../model/value.ts';
import { hasWildcards, wildcardPattern } from './functions/wildcards.ts';
import type { LookupKey } from './lookup-index.ts';
import { type Calendar, compareTexts, foldCase, sameText, textToNumber } from './values.ts';

/** A condition of SUMIF, COUNTIF and their plural forms. */
export interface Criterion {
  readonly matches: (value: CellValue) => boolean;
  /** Set where the condition is equality with one key, so that a table finds its rows. */
  readonly key?: LookupKey;
}

/**
 * Reads a condition as Excel does: `">5"`, `"<>x"`, `"=*y"`, or a value to equal. Texts that look like numbers equal
 * numbers and such texts; `""` finds blanks and empty texts, `"="` only blanks, a blank criterion is 0.
 */
export function readCriterion(criterion: CellValue, calendar: Calendar): Criterion {
  if (typeof criterion !== 'string') return equality(criterion ?? 0, calendar);
  if (criterion === '') return { matches: (value) => value === null || value === '' };
  const parts = /^(>=|<=|<>|=|>|<)?([^]*)$/.exec(criterion);
  const operator = parts?.[1];
  const rest = parts?.[2] ?? '';
  const operand = typedOperand(rest, calendar);
  switch (operator) {
    case undefined:
      return equality(operand, calendar);
    case '=':
      return rest === '' ? { matches: (value) => value === null } : equality(operand, calendar);
    case '<>': {
      if (rest === '') return { matches: (value) => value !== null };
      const equal = equality(operand, calendar);
      return { matches: (value) => !equal.matches(value) };
    }
    default:
      return ordering(operator, operand);
  }
}

function typedOperand(text: string, calendar: Calendar): CellValue {
  const upper = text.toUpperCase();
  if (upper === 'TRUE') return true;
  if (upper === 'FALSE') return false;
  if (isErrorCode(upper)) return cellErrors[upper];
  return textToNumber(text, calendar) ?? text;
}

function equality(operand: CellValue, calendar: Calendar): Criterion {
  if (typeof operand === 'number') {
    return {
      key: operand,
      matches: (value) => value === operand || (typeof value === 'string' && textToNumber(value, calendar) === operand),
    };
  }
  if (typeof operand !== 'string') {
    return operand === null || operand instanceof CellError
      ? { matches: (value) => value === operand }
      : { key: operand, matches: (value) => value === operand };
  }
  if (hasWildcards(operand)) {
    const pattern = wildcardPattern(operand, 'whole');
    return { matches: (value) => typeof value === 'string' && pattern.test(value) };
  }
  return { key: foldCase(operand), matches: (value) => typeof value === 'string' && sameText(value, operand) };
}

function ordering(operator: string, operand: CellValue): Criterion {
  const holds = (order: number): boolean =>
    operator === '>' ? order > 0 : operator === '<' ? order < 0 : operator === '>=' ? order >= 0 : order <= 0;
  return {
    matches: (value) => {
      if (typeof value === 'number' && typeof operand === 'number') return holds(value - operand);
      if (typeof value === 'string' && typeof operand === 'string') return holds(compareTexts(value, operand));
      if (typeof value === 'boolean' && typeof operand === 'boolean') return holds(Number(value) - Number(operand));
      return false;
    },
  };
}

/** Keys of a column for criteria: a text that looks like a number is found under that number. */
export function criterionKey(calendar: Calendar): (value: CellValue) => LookupKey | undefined {
  return (value) => {
    if (typeof value === 'string') return textToNumber(value, calendar) ?? foldCase(value);
    return value === null || value instanceof CellError ? undefined : value;
  };
}
