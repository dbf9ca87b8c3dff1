import { cleaned, isBlank } from './clean-text.ts';
import { columnOf, columns, diagnosisKeys, type ColumnKey, type LineText } from './columns.ts';
import { rewrittenDate } from './date-forms.ts';
import { dotted, parseDiagnosisEntry } from './diagnosis-codes.ts';
import type { ElementFormat } from './elements.ts';
import { isWellFormed } from './formats.ts';
import { parseCents, printCents } from './money.ts';
import { parsePlaceEntry } from './places-of-service.ts';
import { stateCodeOfName } from './states.ts';
import { parseUnitCount, printUnitCount } from './unit-count.ts';

/** What a repair does to a cell's text. */
export type RepairCode =
  | 'SPACES'
  | 'UPPER_CASE'
  | 'DIGITS_ONLY'
  | 'CARD_NUMBER'
  | 'STATE_CODE'
  | 'PLACE_CODE'
  | 'DATE_FORM'
  | 'NUMBER_FORM'
  | 'MONEY_FORM'
  | 'DIAGNOSIS_FORM'
  | 'DIAGNOSES_MOVED_UP';

/** A new text for one cell, which says the same in the form that is wanted. */
export interface Repair {
  /** 0-based place of the line. */
  readonly line: number;
  readonly column: ColumnKey;
  readonly code: RepairCode;
  readonly value: string;
}

type Rewriting = readonly [code: RepairCode, rewrite: (text: string) => string | null];

/** Digits alone where the rest is the usual punctuation of numbers, or `.0`, which spreadsheets add to them. */
function digitsOnly(text: string): string | null {
  const number = text.replace(/\.0+$/, '');
  return /^[\d\s().+/-]+$/.test(number) ? number.replace(/\D/g, '') : null;
}

/** Ten digits of a telephone number without the country's 1. */
function phoneDigits(text: string): string | null {
  const digits = digitsOnly(text);
  return digits !== null && /^1\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

function upperCase(text: string): string {
  return text.toUpperCase();
}

function withoutBlanks(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

/** First nine characters of the fourteen on a Medi-Cal card: then come a check digit and the date of issue. */
function cinOfCardNumber(text: string): string | null {
  return /^(\d{8}[A-Z])\d{5}$/.exec(withoutBlanks(text))?.[1] ?? null;
}

function plainNumber(text: string): string {
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(/^\./, '0.');
}

function plainUnits(text: string): string | null {
  const units = parseUnitCount(plainNumber(text));
  return units === null ? null : printUnitCount(units);
}

/** Without dollar mark, thousands marks and decimals beyond the cents that are zero. */
function plainMoney(text: string): string | null {
  const number = plainNumber(text.replace(/^(?:US)?\$\s*|\s*(?:USD|\$)$/gi, ''));
  const cents = parseCents(number.replace(/(\.\d\d)0+$/, '$1'));
  return cents === null ? null : printCents(cents);
}

/** Two digits: from the list's entry, or with the leading zero that a number loses. */
function placeCode(text: string): string | null {
  const number = /^(\d{1,2})(?:\.0+)?$/.exec(text)?.[1];
  return number?.padStart(2, '0') ?? parsePlaceEntry(text)?.code ?? null;
}

/** The indicator as a spreadsheet writes a number; Y, N and 0 are answers in another code, for the biller to give. */
function indicator(text: string): string {
  return text.replace(/\.0+$/, '');
}

const diagnosisForms = [
  // Z59..02, Z59 . 02
  /^([A-Z]\d[\dA-Z])\s*\.[\s.]*([\dA-Z]{1,4})$/,
  // Z59 02, Z59-02; what begins with a letter might be a second code
  /^([A-Z]\d[\dA-Z])[\s-]+(\d[\dA-Z]{0,3})$/,
  // z5902, Z5.902, Z5902.
  /^([\dA-Z]+)\.?([\dA-Z]*)$/,
] as const;

/** The code alone, in upper case, with its dot in its place. */
function diagnosisForm(text: string): string | null {
  const code = parseDiagnosisEntry(text).toUpperCase();
  const match = diagnosisForms.map((form) => form.exec(code)).find((each) => each !== null);
  return match === undefined ? null : dotted(`${match[1] ?? ''}${match[2] ?? ''}`);
}

/** What is tried on a malformed cell after its outer spaces, in turn; the first that gives a well-formed text is it. */
const rewritings: Readonly<Record<ElementFormat, readonly Rewriting[]>> = {
  text: [],
  npi: [['DIGITS_ONLY', digitsOnly]],
  tin: [['DIGITS_ONLY', digitsOnly]],
  phone: [['DIGITS_ONLY', phoneDigits]],
  state: [
    ['UPPER_CASE', upperCase],
    ['STATE_CODE', stateCodeOfName],
  ],
  zip: [['DIGITS_ONLY', digitsOnly]],
  cin: [
    ['UPPER_CASE', withoutBlanks],
    ['CARD_NUMBER', cinOfCardNumber],
  ],
  homelessnessIndicator: [['NUMBER_FORM', indicator]],
  date: [['DATE_FORM', rewrittenDate]],
  procedureCode: [['UPPER_CASE', withoutBlanks]],
  modifier: [['UPPER_CASE', withoutBlanks]],
  unitCount: [['NUMBER_FORM', plainUnits]],
  placeOfService: [['PLACE_CODE', placeCode]],
  diagnosisCode: [['DIAGNOSIS_FORM', diagnosisForm]],
  money: [['MONEY_FORM', plainMoney]],
  invoiceNumber: [['DIGITS_ONLY', digitsOnly]],
};

/** The deterministic repair of a cell's form, or null where it needs none or only a person can tell. */
function repairOf(column: ColumnKey, text: string): Pick<Repair, 'code' | 'value'> | null {
  if (text === '' || isBlank(text)) return null;
  const { format } = columnOf(column).element;
  const tidy = cleaned(text);
  if (format === 'text') return tidy === text ? null : { code: 'SPACES', value: tidy };
  const fits = isWellFormed[format];
  if (fits(text)) return null;
  if (fits(tidy)) return { code: 'SPACES', value: tidy };
  for (const [code, rewrite] of rewritings[format]) {
    const value = rewrite(tidy);
    if (value !== null && fits(value)) return { code, value };
  }
  return null;
}

/** Whether a repair is offered for a cell. */
export function hasRepair(column: ColumnKey, text: string): boolean {
  return repairOf(column, text) !== null;
}

/**
 * Repairs of form for every cell that has one: digits, case, spaces, leading zeros, dots, money marks, dates that can
 * mean one day only. They never choose between meanings and never touch what is well-formed. Each stands alone, so
 * they may be applied one by one or all together.
 */
export function offerRepairs(lines: readonly LineText[]): readonly Repair[] {
  return lines.flatMap((text, line) =>
    columns.flatMap(({ key }): readonly Repair[] => {
      const repair = repairOf(key, text[key]);
      return repair === null ? [] : [{ line, column: key, ...repair }];
    }),
  );
}

/**
 * For every line whose first diagnosis cell is blank while others are filled: the move of the others up, as the
 * repairs of its cells, to be applied together. It makes another diagnosis the principal one, so it is apart from
 * {@link offerRepairs}: a person asks for it, line by line.
 */
export function offerDiagnosisMoves(lines: readonly LineText[]): readonly (readonly Repair[])[] {
  return lines.flatMap((text, line) => {
    const filled = diagnosisKeys.map((key) => text[key]).filter((code) => !isBlank(code));
    if (filled.length === 0 || !isBlank(text.diagnosisCode1)) return [];
    return [
      diagnosisKeys.flatMap((column, place): readonly Repair[] => {
        const value = filled[place] ?? '';
        return value === text[column] ? [] : [{ line, column, code: 'DIAGNOSES_MOVED_UP', value }];
      }),
    ];
  });
}

/** The lines with the repairs in place; lines without one are the same objects. */
export function applyRepairs(lines: readonly LineText[], repairs: readonly Repair[]): readonly LineText[] {
  const repaired = [...lines];
  for (const { line, column, value } of repairs) {
    const text = repaired[line];
    if (text !== undefined) repaired[line] = { ...text, [column]: value };
  }
  return repaired;
}
