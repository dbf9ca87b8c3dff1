import { parseDateEntry } from './entry-date.ts';
import { parseNumberEntry } from './entry-number.ts';
import { numberFormat } from './number-format.ts';
import { Refusal } from './refusal.ts';
import type { CivilDate, DateSystem } from './serial.ts';
import { cellErrors, type CellValue, isErrorCode } from './value.ts';

/** What can be entered: by a person always text, by an add-in also numbers and booleans. */
export type Entry = string | number | boolean;

/** What the entry depends on beside its text. */
export interface EntryContext {
  /** The cell's number format code before the entry. */
  readonly format: string;
  readonly dateSystem: DateSystem;
  /** Dates without a year are of this year. */
  readonly today: CivilDate;
  /** A person's `+A1` and `-A1` are formulas, and a per cent cell takes 5 for 5%. */
  readonly byPerson: boolean;
}

/** What Excel makes of an entry. `numberFormat` is set where the entry brings one. */
export type EntryResult =
  | { readonly type: 'formula'; readonly text: string }
  | {
      readonly type: 'literal';
      readonly value: CellValue;
      readonly numberFormat?: string;
      readonly quotePrefix: boolean;
    };

/** Characters that a cell holds. */
export const maximumTextLength = 32_767;

/**
 * Reads an entry as Excel in en-US does: a text cell (`@`) keeps text, an apostrophe makes text, `=` a formula, and
 * numbers, per cents, amounts, dates, times, TRUE and FALSE become what they look like.
 * @throws Refusal `tooLarge` beyond 32,767 characters; `notModelled` for fractions and hours beyond a day.
 */
export function readEntry(entry: Entry, context: EntryContext): EntryResult {
  const format = numberFormat(context.format);
  if (typeof entry !== 'string') return literal(format.isText ? textOf(entry) : entry);
  if (entry.length > maximumTextLength) throw new Refusal('tooLarge', 'A cell holds at most 32,767 characters.');
  if (entry.startsWith("'")) {
    return { type: 'literal', value: entry.slice(1), quotePrefix: true };
  }
  if (entry === '') return literal(null);
  if (format.isText) return literal(entry);
  if (entry.startsWith('=') && entry.length > 1) return { type: 'formula', text: entry };
  const typed = readTyped(entry, context);
  if (typed !== undefined) return withFormat(typed, context, format.isPercent);
  if (context.byPerson && /^[+-][^+-]/.test(entry)) return { type: 'formula', text: '=' + entry };
  return literal(entry);
}

function literal(value: CellValue): EntryResult {
  return { type: 'literal', value, quotePrefix: false };
}

function textOf(entry: number | boolean): string {
  return typeof entry === 'boolean' ? (entry ? 'TRUE' : 'FALSE') : String(entry);
}

/** A value read from text, with the number format that Excel gives a General cell for it. */
export interface TypedText {
  readonly value: CellValue;
  readonly numberFormat?: string;
  /** Written with a per cent sign. */
  readonly percent?: boolean;
}

function readTyped(text: string, context: EntryContext): TypedText | undefined {
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { value: true };
  if (/^false$/i.test(trimmed)) return { value: false };
  const upper = trimmed.toUpperCase();
  if (isErrorCode(upper)) return { value: cellErrors[upper] };
  return readNumber(trimmed, context.dateSystem, context.today);
}

/** A number, amount, per cent, date or time in text; undefined where Excel sees text only. */
export function readNumber(
  text: string,
  dateSystem: DateSystem,
  today: CivilDate,
): (TypedText & { readonly value: number }) | undefined {
  if (!/\d/.test(text)) return undefined;
  return parseNumberEntry(text) ?? parseDateEntry(text, dateSystem, today);
}

function withFormat(typed: TypedText, context: EntryContext, percentCell: boolean): EntryResult {
  const { value } = typed;
  if (context.format !== 'General') {
    const perCent =
      context.byPerson && percentCell && typed.percent !== true && typeof value === 'number' && Math.abs(value) >= 1;
    return literal(perCent ? value / 100 : value);
  }
  return typed.numberFormat === undefined
    ? literal(value)
    : { type: 'literal', value, numberFormat: typed.numberFormat, quotePrefix: false };
}
