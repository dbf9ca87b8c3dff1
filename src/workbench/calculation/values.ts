import { fifteenDigits } from '../model/decimal.ts';
import { readNumber } from '../model/entry.ts';
import { numberToText } from '../model/number-text.ts';
import { maximumTextLength } from '../model/entry.ts';
import type { CivilDate, DateSystem } from '../model/serial.ts';
import { CellError, cellErrors, type CellValue } from '../model/value.ts';

/** How texts that look like dates are read in a calculation. */
export interface Calendar {
  readonly dateSystem: DateSystem;
  readonly today: () => CivilDate;
}

/** A value as a number, the way arithmetic and function arguments take it: blank is 0, TRUE is 1, "5" is 5. */
export function toNumber(value: CellValue, calendar: Calendar): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return value;
  return textToNumber(value, calendar) ?? cellErrors['#VALUE!'];
}

/** The number that a text shows, as VALUE reads it; undefined where it shows none. */
export function textToNumber(text: string, calendar: Calendar): number | undefined {
  if (!/\d/.test(text)) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  try {
    return readNumber(text.trim(), calendar.dateSystem, calendar.today())?.value;
  } catch {
    // A fraction or a time beyond a day: the workbench does not read it.
    return undefined;
  }
}

/** A value as text: blank is "", numbers have up to 15 digits. */
export function toText(value: CellValue): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return numberToText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** A value as a condition: numbers but 0 are TRUE; texts other than TRUE and FALSE are no condition. */
export function toBoolean(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (value instanceof CellError) return value;
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  return cellErrors['#VALUE!'];
}

/** A calculated number as a value: what is no number any more is `#NUM!`. */
export function finite(value: number): CellValue {
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : cellErrors['#NUM!'];
}

/** A calculated text as a value: beyond 32,767 characters it is `#VALUE!`. */
export function bounded(text: string): CellValue {
  return text.length > maximumTextLength ? cellErrors['#VALUE!'] : text;
}

const collator = new Intl.Collator('en-US', { sensitivity: 'accent' });

/** Texts are equal whatever their case. */
export function sameText(one: string, other: string): boolean {
  return one === other || (one.length === other.length && foldCase(one) === foldCase(other));
}

/** The form in which texts of different case are equal. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/** Order of texts: whatever their case, by the alphabet. */
export function compareTexts(one: string, other: string): number {
  if (sameText(one, other)) return 0;
  const order = collator.compare(one, other);
  if (order !== 0) return order;
  return foldCase(one) < foldCase(other) ? -1 : 1;
}

/** Numbers before texts before booleans; a blank is 0, "" or FALSE, as its partner is; errors stand last. */
export function compareValues(one: CellValue, other: CellValue): number {
  if (typeof one === 'number' && typeof other === 'number') return compareNumbers(one, other);
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  const left = one ?? blankLike(other);
  const right = other ?? blankLike(one);
  const order = rank(left) - rank(right);
  if (order !== 0) return order;
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return Number(left) - Number(right);
}

function compareNumbers(one: number, other: number): number {
  if (one === other) return 0;
  const difference = fifteenDigits(one) - fifteenDigits(other);
  return difference === 0 ? 0 : difference < 0 ? -1 : 1;
}

function blankLike(partner: CellValue): number | string | boolean {
  return typeof partner === 'string' ? '' : typeof partner === 'boolean' ? false : 0;
}

function rank(value: number | string | boolean | CellError): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;
}
