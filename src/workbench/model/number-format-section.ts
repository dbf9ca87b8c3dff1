import { Refusal } from './refusal.ts';

/** A digit place, the decimal point, or text that stands among them. */
export type DigitPart =
  | { readonly type: 'digit'; readonly place: '0' | '#' | '?' }
  | { readonly type: 'point' }
  | { readonly type: 'literal'; readonly text: string };

export type DatePart =
  | { readonly type: 'literal'; readonly text: string }
  | {
      readonly type: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'weekday';
      /** Letters in the code: `mm` is 2, `mmm` the short name. */
      readonly width: number;
    }
  /** `AM/PM` or `A/P`. */
  | { readonly type: 'half'; readonly short: boolean };

export interface NumberSection {
  readonly kind: 'number';
  readonly parts: readonly DigitPart[];
  readonly thousands: boolean;
  /** Commas behind the last digit: each divides by a thousand. */
  readonly thousandths: number;
  readonly percents: number;
  /** Digits of the exponent and whether `+` is shown; absent where the format is not scientific. */
  readonly exponent?: { readonly digits: number; readonly plus: boolean };
  readonly colour?: string;
}

export interface DateSection {
  readonly kind: 'date';
  readonly parts: readonly DatePart[];
  readonly twelveHours: boolean;
  readonly colour?: string;
}

export type Section =
  | NumberSection
  | DateSection
  | { readonly kind: 'general'; readonly before: string; readonly after: string; readonly colour?: string }
  /** `null` stands for the text itself. */
  | { readonly kind: 'text'; readonly parts: readonly (string | null)[]; readonly colour?: string };

const colours: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  cyan: '#00FFFF',
  green: '#00FF00',
  magenta: '#FF00FF',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

type Piece = { readonly literal: string } | { readonly code: string };

/** Reads one section of a number format; `code` is the whole format, for the message of a refusal. */
export function parseSection(section: string, code: string): Section {
  const { pieces, colour } = splitPieces(section, code);
  const own = colour === undefined ? {} : { colour };
  const codes = pieces.flatMap((piece) => ('code' in piece ? [piece.code] : []));
  if (codes.includes('General')) {
    const at = pieces.findIndex((piece) => 'code' in piece);
    if (codes.length > 1) throw refusal(code);
    const text = (some: readonly Piece[]): string =>
      some.map((piece) => ('literal' in piece ? piece.literal : '')).join('');
    return { kind: 'general', before: text(pieces.slice(0, at)), after: text(pieces.slice(at + 1)), ...own };
  }
  if (codes.includes('@')) {
    if (codes.some((one) => one !== '@')) throw refusal(code);
    return { kind: 'text', parts: pieces.map((piece) => ('literal' in piece ? piece.literal : null)), ...own };
  }
  if (codes.some((one) => /^(?:[ymdhs]|AM\/PM|A\/P)/i.test(one))) return { ...dateSection(pieces, code), ...own };
  return { ...numberSection(pieces, code), ...own };
}

const piecePattern =
  /"([^"]*)"|\\(.)|_(.)|\[([^\]]*)\]|(General|AM\/PM|A\/P|y+|m+|d+|h+|s+|E[+-]|[0#?.,%@])|([$+\-/():!^&'~{}<>= ])|([^])/gi;

function splitPieces(section: string, code: string): { pieces: Piece[]; colour?: string } {
  const pieces: Piece[] = [];
  let colour: string | undefined;
  for (const match of section.matchAll(piecePattern)) {
    const [, quoted, escaped, spaced, bracketed, symbol, plain] = match;
    const literal = quoted ?? escaped ?? plain;
    if (literal !== undefined) pieces.push({ literal });
    else if (spaced !== undefined) pieces.push({ literal: ' ' });
    else if (symbol !== undefined) pieces.push({ code: /^general$/i.test(symbol) ? 'General' : symbol });
    else if (bracketed !== undefined) {
      const named = colours[bracketed.toLowerCase()];
      const currency = /^\$([^-\]]*)-(?:en-US|0*409)$/i.exec(bracketed);
      if (named !== undefined) colour = named;
      else if (currency !== null) pieces.push({ literal: currency[1] ?? '' });
      else throw refusal(code);
    } else throw refusal(code);
  }
  return colour === undefined ? { pieces } : { pieces, colour };
}

function numberSection(pieces: readonly Piece[], code: string): NumberSection {
  const parts: DigitPart[] = [];
  const digitAt = pieces.map((piece) => 'code' in piece && /^[0#?]$/.test(piece.code));
  const lastDigit = digitAt.lastIndexOf(true);
  let thousands = false;
  let thousandths = 0;
  let percents = 0;
  let exponent: NumberSection['exponent'];
  pieces.forEach((piece, index) => {
    if ('literal' in piece) {
      // A stroke between digit places makes a fraction.
      if (piece.literal === '/' && index < lastDigit) throw refusal(code);
      parts.push({ type: 'literal', text: piece.literal });
      return;
    }
    const symbol = piece.code;
    if (symbol === '.') {
      if (parts.some((part) => part.type === 'point')) throw refusal(code);
      parts.push({ type: 'point' });
    } else if (symbol === ',') {
      if (!digitAt.slice(0, index).includes(true)) throw refusal(code);
      if (index < lastDigit) thousands = true;
      else thousandths += 1;
    } else if (symbol === '%') {
      percents += 1;
      parts.push({ type: 'literal', text: '%' });
    } else if (/^E[+-]$/i.test(symbol)) {
      if (exponent !== undefined || index > lastDigit) throw refusal(code);
      exponent = { digits: 0, plus: symbol.endsWith('+') };
    } else if (exponent !== undefined) {
      exponent = { ...exponent, digits: exponent.digits + 1 };
    } else parts.push({ type: 'digit', place: symbol as '0' | '#' | '?' });
  });
  const wholeDigits = parts.slice(
    0,
    parts.findIndex((part) => part.type === 'point'),
  ).length;
  if (exponent !== undefined && wholeDigits > 1) throw refusal(code);
  return { kind: 'number', parts, thousands, thousandths, percents, ...(exponent === undefined ? {} : { exponent }) };
}

function dateSection(pieces: readonly Piece[], code: string): DateSection {
  const parts: DatePart[] = pieces.map((piece): DatePart => {
    if ('literal' in piece) return { type: 'literal', text: piece.literal };
    const symbol = piece.code;
    const width = symbol.length;
    switch (symbol.charAt(0).toLowerCase()) {
      case 'y':
        return { type: 'year', width };
      case 'm':
        return { type: 'month', width };
      case 'd':
        return width > 2 ? { type: 'weekday', width } : { type: 'day', width };
      case 'h':
        return { type: 'hour', width };
      case 's':
        return { type: 'second', width };
      case 'a':
        return { type: 'half', short: symbol.length === 3 };
      case ',':
        return { type: 'literal', text: ',' };
      case '.':
        return { type: 'literal', text: '.' };
      default:
        throw refusal(code);
    }
  });
  return { kind: 'date', parts: minutes(parts), twelveHours: parts.some((part) => part.type === 'half') };
}

/** `m` next to hours or seconds means minutes. */
function minutes(parts: readonly DatePart[]): DatePart[] {
  const timed = parts.flatMap((part, index) =>
    part.type === 'literal' || part.type === 'half' ? [] : [{ part, index }],
  );
  const result = [...parts];
  timed.forEach(({ part, index }, place) => {
    const beside = timed[place - 1]?.part.type === 'hour' || timed[place + 1]?.part.type === 'second';
    if (part.type === 'month' && part.width <= 2 && beside) result[index] = { type: 'minute', width: part.width };
  });
  return result;
}

function refusal(code: string): Refusal {
  return new Refusal('notModelled', `The workbench cannot show the number format ${code}`);
}
