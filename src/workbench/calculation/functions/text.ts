import { numberFormat } from '../../model/number-format.ts';
import { numberToText } from '../../model/number-text.ts';
import { Refusal } from '../../model/refusal.ts';
import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import { bounded, foldCase, textToNumber, toNumber, toText } from '../values.ts';
import { type FunctionDefinition, maximumArguments, scalar } from './definition.ts';
import { hasWildcards, wildcardPattern } from './wildcards.ts';

const wrong = cellErrors['#VALUE!'];

type TextAndNumbers = (text: string, ...numbers: number[]) => CellValue;

/** A function of a text and whole numbers behind it; an argument that is left out is 1. */
function ofText(minimum: number, maximum: number, calculate: TextAndNumbers): FunctionDefinition {
  return scalar(minimum, maximum, (values, engine) => {
    const text = toText(values[0] ?? null);
    if (text instanceof CellError) return text;
    const numbers: number[] = [];
    for (let place = 1; place < maximum; place += 1) {
      const value = values[place];
      const number = value === undefined ? 1 : toNumber(value, engine);
      if (number instanceof CellError) return number;
      numbers.push(Math.trunc(number));
    }
    return calculate(text, ...numbers);
  });
}

function middle(text: string, start = 1, length = 1): CellValue {
  return start < 1 || length < 0 ? wrong : text.slice(start - 1, start - 1 + length);
}

/** Texts of all arguments, or the first error. */
function texts(values: readonly CellValue[]): readonly string[] | CellError {
  const result: string[] = [];
  for (const value of values) {
    const text = toText(value);
    if (text instanceof CellError) return text;
    result.push(text);
  }
  return result;
}

/** Place of a text within another, counted from 1: FIND by case and as it stands, SEARCH with wildcards. */
function find(search: boolean): FunctionDefinition {
  return scalar(2, 3, (values, engine) => {
    const both = texts(values.slice(0, 2));
    if (both instanceof CellError) return both;
    const [wanted = '', within = ''] = both;
    const from = values[2] === undefined ? 1 : toNumber(values[2], engine);
    if (from instanceof CellError) return from;
    const start = Math.trunc(from) - 1;
    if (start < 0 || start > within.length) return wrong;
    const at = search ? searchPlace(wanted, within, start) : within.indexOf(wanted, start);
    return at < 0 ? wrong : at + 1;
  });
}

function searchPlace(wanted: string, within: string, start: number): number {
  if (!hasWildcards(wanted)) return foldCase(within).indexOf(foldCase(wanted), start);
  const place = within.slice(start).search(wildcardPattern(wanted, 'within'));
  return place < 0 ? -1 : place + start;
}

function substitute(values: readonly CellValue[], engine: Engine): CellValue {
  const all = texts(values.slice(0, 3));
  if (all instanceof CellError) return all;
  const [text = '', old = '', fresh = ''] = all;
  if (values[3] === undefined) return old === '' ? text : bounded(text.replaceAll(old, () => fresh));
  const occurrence = toNumber(values[3], engine);
  if (occurrence instanceof CellError) return occurrence;
  if (occurrence < 1) return wrong;
  if (old === '') return text;
  let at = -1;
  for (let round = 0; round < Math.trunc(occurrence); round += 1) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return bounded(text.slice(0, at) + fresh + text.slice(at + old.length));
}

function replace(values: readonly CellValue[], engine: Engine): CellValue {
  const text = toText(values[0] ?? null);
  const start = toNumber(values[1] ?? null, engine);
  const length = toNumber(values[2] ?? null, engine);
  const fresh = toText(values[3] ?? null);
  if (text instanceof CellError) return text;
  if (start instanceof CellError) return start;
  if (length instanceof CellError) return length;
  if (fresh instanceof CellError) return fresh;
  if (start < 1 || length < 0) return wrong;
  const at = Math.trunc(start) - 1;
  return bounded(text.slice(0, at) + fresh + text.slice(at + Math.trunc(length)));
}

/** TEXT with a format that the workbench does not show is `#VALUE!`; one that is written out is refused on entry. */
function formatted(values: readonly CellValue[], engine: Engine): CellValue {
  const [value = null, code = null] = values;
  const format = toText(code);
  if (format instanceof CellError) return format;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (format === '') return '';
  const shown = (typeof value === 'string' ? textToNumber(value, engine) : null) ?? value ?? 0;
  try {
    if (/^general$/i.test(format)) return typeof shown === 'number' ? numberToText(shown) : shown;
    return numberFormat(format).show(shown, engine.dateSystem).text;
  } catch (refusal) {
    if (refusal instanceof Refusal) return wrong;
    throw refusal;
  }
}

function valueOf(values: readonly CellValue[], engine: Engine): CellValue {
  const [value = null] = values;
  return typeof value === 'boolean' ? wrong : toNumber(value, engine);
}

function plain(change: (text: string) => CellValue): FunctionDefinition {
  return ofText(1, 1, change);
}

export const textFunctions: Readonly<Record<string, FunctionDefinition>> = {
  LEN: plain((text) => text.length),
  LEFT: ofText(1, 2, (text, length = 1) => (length < 0 ? wrong : text.slice(0, length))),
  RIGHT: ofText(1, 2, (text, length = 1) => (length < 0 ? wrong : text.slice(Math.max(text.length - length, 0)))),
  MID: ofText(3, 3, middle),
  FIND: find(false),
  SEARCH: find(true),
  SUBSTITUTE: scalar(3, 4, substitute),
  REPLACE: scalar(4, 4, replace),
  // Only the space itself: a no-break space stays, as in Excel.
  TRIM: plain((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // eslint-disable-next-line no-control-regex -- control characters are what CLEAN takes out
  CLEAN: plain((text) => text.replace(/[\0-\x1f]/g, '')),
  UPPER: plain((text) => text.toUpperCase()),
  LOWER: plain((text) => text.toLowerCase()),
  EXACT: scalar(2, 2, (values) => {
    const both = texts(values);
    return both instanceof CellError ? both : both[0] === both[1];
  }),
  VALUE: scalar(1, 1, valueOf),
  TEXT: scalar(2, 2, formatted),
  CONCATENATE: scalar(1, maximumArguments, (values) => {
    const all = texts(values);
    return all instanceof CellError ? all : bounded(all.join(''));
  }),
  REPT: ofText(2, 2, (text, times = 1) => (times < 0 || text.length * times > 32_767 ? wrong : text.repeat(times))),
  CHAR: scalar(1, 1, ([value = null], engine) => {
    const code = toNumber(value, engine);
    if (code instanceof CellError) return code;
    return code < 1 || code >= 256 ? wrong : characterOf(Math.trunc(code));
  }),
  CODE: plain((text) => (text === '' ? wrong : codeOf(text.charAt(0)))),
};

/** Windows-1252, the code page of CHAR and CODE in an en-US Excel; 0x80 to 0x9F differ from Unicode. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function characterOf(code: number): string {
  return code >= 128 && code < 160 ? windowsCharacters.charAt(code - 128) : String.fromCharCode(code);
}

function codeOf(character: string): number {
  const special = windowsCharacters.indexOf(character);
  if (special >= 0) return special + 128;
  const code = character.charCodeAt(0);
  return code < 256 ? code : 63;
}
