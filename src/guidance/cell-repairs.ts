import { cleaned, isBlank } from './clean-text.ts';
import type { ExcelDateSystem } from './civil-date.ts';
import { columnOf, type ColumnKey } from './columns.ts';
import { rewrittenDate } from './date-forms.ts';
import { diagnosisDescription, dotted } from './diagnosis-codes.ts';
import type { ElementFormat } from './elements.ts';
import { isWellFormed } from './formats.ts';
import { parseCents, printCents } from './money.ts';
import { placeLabel, placeOfServiceOf } from './places-of-service.ts';
import type { FormRepairCode } from './repair.ts';
import { stateCodeOfName } from './states.ts';
import { parseUnitCount, printUnitCount } from './unit-count.ts';

/** The new text of one cell, and what was done to it. */
export interface CellRepair {
  readonly code: FormRepairCode;
  readonly value: string;
}

type Rewriting = readonly [code: FormRepairCode, rewrite: (text: string, dates: ExcelDateSystem) => string | null];

/**
 * Digits alone where the rest is the usual punctuation of numbers, or `.0`, which spreadsheets add to them. A sign, an
 * exponent or a decimal fraction makes another number of it, and the digits of `4.100001E9` are lost for good.
 */
function digitsOnly(text: string): string | null {
  const number = text.replace(/\.0+$/, '');
  if (/^\d+\.\d+$/.test(number)) return null;
  return /^[+(]?\s*\d[\d\s().-]*$/.test(number) ? number.replace(/\D/g, '') : null;
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

/** Without thousands marks that stand where they belong, a point at the end and zeros that say nothing. */
function plainNumber(text: string): string {
  const bare = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;
  return bare.replace(/^\.(?=\d)/, '0.').replace(/\.0*$/, '');
}

function plainUnits(text: string): string | null {
  const units = parseUnitCount(plainNumber(text).replace(/(\.\d*[1-9])0+$/, '$1'));
  return units === null ? null : printUnitCount(units);
}

/** Without dollar mark, thousands marks and decimals beyond the cents that are zero. */
function plainMoney(text: string): string | null {
  const number = plainNumber(text.replace(/^(?:US\$|USD|\$)\s*|\s*(?:USD|\$)$/gi, ''));
  const cents = parseCents(number.replace(/(\.\d\d)0+$/, '$1'));
  return cents === null ? null : printCents(cents);
}

/** Two digits: from the list's entry, or with the leading zero that a number loses. */
function placeCode(text: string): string | null {
  const number = /^(\d{1,2})(?:\.0+)?$/.exec(text)?.[1]?.padStart(2, '0');
  if (number !== undefined) return number;
  const code = /^(\d{1,2})\s*[·:–-]/.exec(text)?.[1]?.padStart(2, '0') ?? '';
  const place = placeOfServiceOf(code);
  // A name that is not the code's own might be what is meant, and the code the slip.
  return place !== null && sameWords(text, placeLabel(place)) ? code : null;
}

/** Whether two texts are the same words, whatever stands between them and however a number is padded. */
function sameWords(left: string, right: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()
      .replace(/^0/, '');
  return words(left) === words(right);
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

/**
 * The code alone, in upper case, with its dot in its place; null where the text is no single code.
 */
export function diagnosisForm(text: string): string | null {
  const code = diagnosisAlone(text)
    .replace(/[\s,;]+$/, '')
    .toUpperCase();
  const match = diagnosisForms.map((form) => form.exec(code)).find((each) => each !== null);
  const form = match === undefined ? null : dotted(`${match[1] ?? ''}${match[2] ?? ''}`);
  return form !== null && isWellFormed.diagnosisCode(form) ? form : null;
}

/** The code in front of its description, where nothing of the description could be a further code. */
function diagnosisAlone(text: string): string {
  const mark = text.indexOf('·');
  if (mark < 0) return text;
  const code = text.slice(0, mark).trim();
  const description = text.slice(mark + 1).trim();
  return !/\d/.test(description) || description === diagnosisDescription(code) ? code : text;
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

/** What exports write so that a spreadsheet takes digits as text: `="0123"` and `'0123`. */
function withoutTextMark(text: string): string {
  return text.replace(/^="([^"]*)"$/, '$1').replace(/^'/, '');
}

/**
 * The deterministic repair of one cell's form, or null where it needs none or only a person can tell.
 *
 * @param dates how the workbook counts days that the text comes from, for a date that stands there as a number
 */
export function cellRepair(column: ColumnKey, text: string, dates: ExcelDateSystem): CellRepair | null {
  if (text === '' || isBlank(text)) return null;
  const { format, maximumLength } = columnOf(column).element;
  const tidy = cleaned(text);
  if (format === 'text') return tidy === text ? null : { code: 'SPACES', value: tidy };
  if (isWellFormed[format](text)) return null;
  const fits = (repaired: string) => repaired.length <= maximumLength && isWellFormed[format](repaired);
  if (fits(tidy)) return { code: 'SPACES', value: tidy };
  const bare = withoutTextMark(tidy);
  if (fits(bare)) return { code: 'TEXT_MARK', value: bare };
  for (const [code, rewrite] of rewritings[format]) {
    const value = rewrite(bare, dates);
    if (value !== null && fits(value)) return { code, value };
  }
  return null;
}
