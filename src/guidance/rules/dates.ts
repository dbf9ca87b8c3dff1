import { elementsWhere } from '../elements.ts';
import { ageOn, civilDate, type CivilDate } from '../civil-date.ts';
import { cleaned } from '../clean-text.ts';
import { isWellFormed } from '../formats.ts';
import type { PreparedLine } from './prepared-line.ts';
import type { Rule } from './rule.ts';

const dates = elementsWhere((element) => element.format === 'date');

/** Day and month as digits, a year of two: `2/3/61`. */
const twoDigitYear = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/;

/** First day of ECM and Community Supports. */
const programStart = civilDate(2022, 1, 1) ?? 0;

/** Completed years beyond which a date of birth is more likely a slip. */
const oldestAge = 120;

/** The last day of a line's service; null where no day can be read. */
function lastDay({ startDate, endDate }: PreparedLine): CivilDate | null {
  return startDate !== null && (endDate === null || endDate < startDate) ? startDate : endDate;
}

/** Rules on dates and their order. */
export const dateRules = [
  {
    code: 'DATE_FORMAT',
    severity: 'error',
    scope: 'cell',
    elements: dates,
    citation: 'DHCS guidance v1.1, tables 2 and 4: MM/DD/YYYY',
    broken: (text) => !isWellFormed.date(text) && !twoDigitYear.test(cleaned(text)),
  },
  {
    code: 'DATE_TWO_DIGIT_YEAR',
    severity: 'error',
    scope: 'cell',
    elements: dates,
    citation: 'DHCS guidance v1.1, tables 2 and 4: MM/DD/YYYY',
    broken: (text) => twoDigitYear.test(cleaned(text)),
  },
  {
    code: 'SERVICE_END_BEFORE_START',
    severity: 'error',
    scope: 'line',
    elements: ['serviceStartDate', 'serviceEndDate'],
    citation: 'X12 837 2400 DTP*472: a range runs forward',
    check({ startDate, endDate }, _context, report) {
      if (startDate !== null && endDate !== null && endDate < startDate) report('serviceEndDate');
    },
  },
  {
    code: 'SERVICE_SPAN',
    severity: 'error',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceEndDate'],
    citation: 'DHCS guidance v1.1, section 2(2): services rendered on a single day; the plan may allow spans',
    check({ startDate, endDate, service }, { facts }, report) {
      if (facts.spansDays || service === null || service.spansDays) return;
      if (startDate !== null && endDate !== null && endDate > startDate) report('serviceEndDate');
    },
  },
  {
    code: 'SERVICE_SPAN_UNUSUAL',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceEndDate'],
    citation: 'DHCS HCPCS coding guidance for ECM and Community Supports: units of a day or a month span days',
    // Where the plan allows spans for every line; elsewhere SERVICE_SPAN speaks.
    check({ startDate, endDate, service }, { facts }, report) {
      if (!facts.spansDays || service === null || service.spansDays) return;
      if (service.unitBasis === 'day' || service.unitBasis === 'month') return;
      if (startDate !== null && endDate !== null && endDate > startDate) report('serviceEndDate');
    },
  },
  {
    code: 'SERVICE_FILED_LATE',
    severity: 'warning',
    scope: 'line',
    elements: ['serviceStartDate', 'serviceEndDate'],
    citation: 'Design: the filing limit of the plan, in calendar days from the last day of the service',
    check(line, { facts, today }, report) {
      const last = lastDay(line);
      if (facts.filingLimitDays === null || last === null) return;
      if (today - last > facts.filingLimitDays) report('serviceStartDate');
    },
  },
  {
    code: 'SERVICE_IN_FUTURE',
    severity: 'error',
    scope: 'line',
    elements: ['serviceStartDate', 'serviceEndDate'],
    citation: 'DHCS guidance v1.1, section 2(2): services rendered',
    check({ startDate, endDate }, { today }, report) {
      if (startDate !== null && startDate > today) report('serviceStartDate');
      else if (endDate !== null && endDate > today) report('serviceEndDate');
    },
  },
  {
    code: 'SERVICE_BEFORE_PROGRAM',
    severity: 'error',
    scope: 'line',
    elements: ['serviceStartDate'],
    citation: 'CalAIM: ECM and Community Supports began on 01/01/2022',
    check({ startDate }, _context, report) {
      if (startDate !== null && startDate < programStart) report('serviceStartDate');
    },
  },
  {
    code: 'INVOICE_DATE_IN_FUTURE',
    severity: 'error',
    scope: 'line',
    elements: ['invoiceDate'],
    citation: 'DHCS guidance v1.1, table 4: Invoice Date',
    check({ invoiceDate }, { today }, report) {
      if (invoiceDate !== null && invoiceDate > today) report('invoiceDate');
    },
  },
  {
    code: 'INVOICE_DATE_BEFORE_SERVICE',
    severity: 'error',
    scope: 'line',
    elements: ['serviceStartDate', 'serviceEndDate', 'invoiceDate'],
    citation: 'DHCS guidance v1.1, section 2(2): services rendered, then invoiced',
    check(line, _context, report) {
      const last = lastDay(line);
      if (line.invoiceDate === null || line.startDate === null || last === null) return;
      if (line.invoiceDate < last) report('invoiceDate');
    },
  },
  {
    code: 'BIRTH_IN_FUTURE',
    severity: 'error',
    scope: 'line',
    elements: ['memberDateOfBirth'],
    citation: 'X12 837 2010BA DMG02',
    check({ birthDate }, { today }, report) {
      if (birthDate !== null && birthDate > today) report('memberDateOfBirth');
    },
  },
  {
    code: 'BIRTH_AFTER_SERVICE',
    severity: 'error',
    scope: 'line',
    elements: ['memberDateOfBirth', 'serviceStartDate'],
    citation: 'X12 837 2010BA DMG02',
    check({ birthDate, startDate }, { today }, report) {
      if (birthDate === null || startDate === null || birthDate > today) return;
      if (birthDate > startDate) report('memberDateOfBirth');
    },
  },
  {
    code: 'BIRTH_LONG_AGO',
    severity: 'warning',
    scope: 'line',
    elements: ['memberDateOfBirth'],
    citation: 'Design: an age above 120 years is mostly a slip of the keys or of a spreadsheet',
    check({ birthDate }, { today }, report) {
      if (birthDate !== null && ageOn(birthDate, today) > oldestAge) report('memberDateOfBirth');
    },
  },
] as const satisfies readonly Rule[];
