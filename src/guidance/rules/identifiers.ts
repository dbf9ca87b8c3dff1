import { elementsWhere } from '../elements.ts';
import { cleaned, isBlank } from '../clean-text.ts';
import { hasNpiCheckDigit, isWellFormed } from '../formats.ts';
import type { Rule } from './rule.ts';
import type { ElementFormat } from '../elements.ts';

/** Elements of a format, and the test that a cell of them is malformed. */
function malformed(format: ElementFormat) {
  return {
    elements: elementsWhere((element) => element.format === format),
    broken: (text: string) => !isWellFormed[format](text),
  };
}

/** Prefixes that the Internal Revenue Service has not assigned; the list grows, and a sole proprietor may use an SSN. */
const unassignedTinPrefixes = new Set([
  '00',
  '07',
  '08',
  '09',
  '17',
  '18',
  '19',
  '28',
  '29',
  '49',
  '69',
  '70',
  '78',
  '79',
  '89',
  '96',
  '97',
]);

const postOfficeBox = /^(?:P\.?\s*O\.?|POST\s+OFFICE)\s*BOX\b/i;

/** Rules on numbers and codes that identify: providers, places, members, invoices, the plan. */
export const identifierRules = [
  {
    code: 'NPI_FORMAT',
    severity: 'error',
    scope: 'cell',
    ...malformed('npi'),
    citation: 'DHCS guidance v1.1, footnotes 8 and 13; 45 CFR 162.406: ten digits, the first 1 or 2',
  },
  {
    code: 'NPI_CHECK_DIGIT',
    severity: 'error',
    scope: 'cell',
    elements: ['billingProviderNpi', 'renderingProviderNpi'],
    citation: 'CMS NPI check digit: Luhn formula with prefix 80840',
    broken: (text) => isWellFormed.npi(text) && !hasNpiCheckDigit(text),
  },
  {
    code: 'TIN_FORMAT',
    severity: 'error',
    scope: 'cell',
    ...malformed('tin'),
    citation: 'X12 837 2010AA REF*EI: nine digits',
  },
  {
    code: 'TIN_SAME_DIGITS',
    severity: 'error',
    scope: 'cell',
    elements: ['billingProviderTin', 'renderingProviderTin'],
    citation: 'X12 837 2010AA REF*EI; no such number is assigned',
    broken: (text) => /^(\d)\1{8}$/.test(text),
  },
  {
    code: 'TIN_PREFIX',
    severity: 'warning',
    scope: 'cell',
    elements: ['billingProviderTin', 'renderingProviderTin'],
    citation: 'Internal Revenue Service: assigned EIN prefixes',
    broken: (text) =>
      isWellFormed.tin(text) && !/^(\d)\1{8}$/.test(text) && unassignedTinPrefixes.has(text.slice(0, 2)),
  },
  {
    code: 'PHONE_FORMAT',
    severity: 'error',
    scope: 'cell',
    ...malformed('phone'),
    citation: 'DHCS guidance v1.1, footnotes 12 and 17: numbers only, no dashes, at most ten',
  },
  {
    code: 'PHONE_LENGTH',
    severity: 'warning',
    scope: 'cell',
    elements: ['billingProviderPhone', 'renderingProviderPhone'],
    citation: 'X12 837 2010AA PER*TE: ten digits; DHCS guidance v1.1, footnote 12 sets only the limit',
    broken: (text) => isWellFormed.phone(text) && text.length < 10,
  },
  {
    code: 'STATE_UNKNOWN',
    severity: 'error',
    scope: 'cell',
    ...malformed('state'),
    citation: 'US Postal Service: state abbreviations; X12 837 N402',
  },
  {
    code: 'ZIP_FORMAT',
    severity: 'error',
    scope: 'cell',
    ...malformed('zip'),
    citation: 'US Postal Service: ZIP and ZIP+4; X12 837 N403',
  },
  {
    code: 'BILLING_ZIP_FIVE_DIGITS',
    severity: 'warning',
    scope: 'cell',
    elements: ['billingProviderZip'],
    citation: 'X12 837 2010AA N403: nine digits for an address in the United States',
    broken: (text) => /^\d{5}$/.test(text),
  },
  {
    code: 'BILLING_ADDRESS_POST_OFFICE_BOX',
    severity: 'warning',
    scope: 'cell',
    elements: ['billingProviderAddress'],
    citation: 'X12 837 2010AA N301: a street address',
    broken: (text) => postOfficeBox.test(cleaned(text)),
  },
  {
    code: 'MEMBER_CIN_FORMAT',
    severity: 'error',
    scope: 'cell',
    ...malformed('cin'),
    citation: 'Medi-Cal Client Index Number: eight digits and a letter; X12 837 2010BA NM109',
  },
  {
    code: 'MEMBER_CIN_FIRST_DIGIT',
    severity: 'warning',
    scope: 'cell',
    elements: ['memberCin'],
    citation: 'Medi-Cal Client Index Number: the first digit is 9 in practice',
    broken: (text) => isWellFormed.cin(text) && !text.startsWith('9'),
  },
  {
    code: 'HOMELESSNESS_INDICATOR',
    severity: 'error',
    scope: 'cell',
    ...malformed('homelessnessIndicator'),
    citation: 'DHCS guidance v1.1, footnote 18: 1 where homeless, blank where not or unknown',
  },
  {
    code: 'INVOICE_NUMBER_FORMAT',
    severity: 'error',
    scope: 'cell',
    ...malformed('invoiceNumber'),
    citation: 'DHCS guidance v1.1, footnote 30: ten digits',
  },
  {
    code: 'PAYER_IDENTIFIER',
    severity: 'error',
    scope: 'line',
    elements: ['payerIdentifier'],
    citation: 'DHCS guidance v1.1, footnote 22: as provided by the plan',
    check(line, { facts }, report) {
      const text = line.text.payerIdentifier;
      if (text !== facts.payerIdentifier && !isBlank(text)) report('payerIdentifier');
    },
  },
  {
    code: 'PAYER_NAME',
    severity: 'error',
    scope: 'line',
    elements: ['payerName'],
    citation: 'DHCS guidance v1.1, table 3: Payer Name',
    check(line, { facts }, report) {
      const text = line.text.payerName;
      if (text !== facts.payerName && !isBlank(text)) report('payerName');
    },
  },
] as const satisfies readonly Rule[];
