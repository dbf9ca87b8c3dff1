import { lastSerial, type DateSystem } from './serial.ts';
import { generalText } from './number-text.ts';
import { parseSection, type Section } from './number-format-section.ts';
import { showDate } from './number-format-date.ts';
import { showNumber } from './number-format-digits.ts';
import { Refusal } from './refusal.ts';
import { CellError, type CellValue } from './value.ts';

export interface ShownValue {
  readonly text: string;
  /** Named by the format, as in `[Red]`: `#RRGGBB`. */
  readonly colour?: string;
}

/** A parsed number format code. */
export interface NumberFormat {
  readonly code: string;
  /** `@`: what is entered stays text. */
  readonly isText: boolean;
  readonly isDate: boolean;
  /** Entries are read as per cent. */
  readonly isPercent: boolean;
  readonly show: (value: CellValue, system: DateSystem) => ShownValue;
}

const known = new Map<string, NumberFormat>();

/**
 * The format of a code in Excel's en-US notation. Modelled: General, text, digits with decimals, thousands, per cent,
 * scientific, up to four sections, colours, literals, dates and times.
 * @throws Refusal `notModelled` for conditions, fractions, fills, elapsed time and other locales.
 */
export function numberFormat(code: string): NumberFormat {
  let format = known.get(code);
  if (format === undefined) {
    format = build(code);
    known.set(code, format);
  }
  return format;
}

function build(code: string): NumberFormat {
  const sections = splitSections(code).map((section) => parseSection(section, code));
  const first = sections[0];
  if (first === undefined || sections.length > 4) throw new Refusal('invalidFormat', `Number format ${code}`);
  return {
    code,
    isText: code === '@',
    isDate: first.kind === 'date',
    isPercent: first.kind === 'number' && first.percents > 0,
    show: (value, system) => show(sections, first, value, system),
  };
}

function splitSections(code: string): string[] {
  const pieces = code.match(/"[^"]*"?|\\.?|_.?|\*.?|\[[^\]]*\]?|[^]/g) ?? [];
  const sections: string[] = [];
  let section = '';
  for (const piece of pieces) {
    if (piece === ';') {
      sections.push(section);
      section = '';
    } else section += piece;
  }
  return [...sections, section];
}

function show(sections: readonly Section[], first: Section, value: CellValue, system: DateSystem): ShownValue {
  if (value === null) return { text: '' };
  if (value instanceof CellError) return { text: value.code };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'string') return showText(sections, value);
  return showNumeric(sections, first, value, system);
}

function showText(sections: readonly Section[], value: string): ShownValue {
  const section = sections[3] ?? (sections.length === 1 && sections[0]?.kind === 'text' ? sections[0] : undefined);
  if (section?.kind !== 'text') return { text: section === undefined ? value : '' };
  const text = section.parts.map((part) => part ?? value).join('');
  return withColour(text, section.colour);
}

function showNumeric(sections: readonly Section[], first: Section, value: number, system: DateSystem): ShownValue {
  const numeric = sections.slice(0, 3).filter((section) => section.kind !== 'text' || sections.length === 1);
  const [section, ownSign] = chooseSection(numeric, first, value);
  const magnitude = ownSign ? Math.abs(value) : value;
  switch (section.kind) {
    case 'text':
      return { text: generalText(value) };
    case 'general':
      return withColour(section.before + generalText(magnitude) + section.after, section.colour);
    case 'date':
      return value < 0 || value >= lastSerial(system) + 1
        ? { text: '########' }
        : withColour(showDate(section, value, system), section.colour);
    case 'number':
      return withColour(showNumber(section, magnitude), section.colour);
  }
}

/** The section of a number, and whether that section says itself how a negative looks. */
function chooseSection(numeric: readonly Section[], first: Section, value: number): readonly [Section, boolean] {
  if (value < 0 && numeric[1] !== undefined) return [numeric[1], true];
  if (value === 0 && numeric[2] !== undefined) return [numeric[2], false];
  return [numeric[0] ?? first, false];
}

function withColour(text: string, colour: string | undefined): ShownValue {
  return colour === undefined ? { text } : { text, colour };
}
