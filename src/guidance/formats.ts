import { parseCivilDate } from './civil-date.ts';
import { isDiagnosisShape } from './diagnosis-codes.ts';
import type { ElementFormat } from './elements.ts';
import { parseCents } from './money.ts';
import { placeOfServiceOf } from './places-of-service.ts';
import { isState } from './states.ts';
import { parseUnitCount } from './unit-count.ts';

/**
 * Whether a cell's text is well-formed, one function per format. They look at one text alone and are asked of cells
 * that are not blank; what depends on other cells, on the plan or on the day is a rule.
 */

const npi = /^[12]\d{9}$/;
const nineDigits = /^\d{9}$/;
const phone = /^\d{1,10}$/;
const zip = /^\d{5}(?:-?\d{4})?$/;
const cin = /^\d{8}[A-Z]$/;
const procedureCode = /^[A-V]\d{4}$/;
const modifier = /^[A-Z0-9]{2}$/;
const invoiceNumber = /^\d{10}$/;

/** Well-formed text per format; sources are those of the rules in `rules/`. */
export const isWellFormed: Readonly<Record<ElementFormat, (text: string) => boolean>> = {
  text: () => true,
  /** Ten digits, the first 1 or 2; see {@link hasNpiCheckDigit}. */
  npi: (text) => npi.test(text),
  tin: (text) => nineDigits.test(text),
  /** Footnotes 12 and 17: numbers only, no dashes, at most ten. */
  phone: (text) => phone.test(text),
  state: isState,
  zip: (text) => zip.test(text),
  cin: (text) => cin.test(text),
  /** Footnote 18: 1 where homeless; blank, which is not asked here, where not or unknown. */
  homelessnessIndicator: (text) => text === '1',
  date: (text) => parseCivilDate(text) !== null,
  procedureCode: (text) => procedureCode.test(text),
  modifier: (text) => modifier.test(text),
  unitCount: (text) => parseUnitCount(text) !== null,
  placeOfService: (text) => placeOfServiceOf(text) !== null,
  diagnosisCode: isDiagnosisShape,
  money: (text) => parseCents(text) !== null,
  /** Footnote 30: a ten-digit, numeric code. */
  invoiceNumber: (text) => invoiceNumber.test(text),
};

/**
 * Whether the last digit of a well-formed NPI is its check digit: the Luhn formula over the NPI with the prefix 80840
 * (ISO 7812, the prefix of US health identifiers), whose share of the sum is 24.
 */
export function hasNpiCheckDigit(npiText: string): boolean {
  let sum = 24;
  for (let place = 0; place < npiText.length; place += 1) {
    const digit = npiText.charCodeAt(place) - 48;
    const counted = (npiText.length - place) % 2 === 0 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** Whether a text is an NPI: well-formed, with its check digit. */
export function isNpi(text: string): boolean {
  return isWellFormed.npi(text) && hasNpiCheckDigit(text);
}
