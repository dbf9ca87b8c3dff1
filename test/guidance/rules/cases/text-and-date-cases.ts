import { units, perDay, perMonth, perQuarterHour, withService, type RuleCase } from './rule-case.ts';

/** Cases of `src/guidance/rules`. */
export const textAndDateCases: readonly RuleCase[] = [
  {
    code: 'TEXT_LENGTH',
    broken: [
      [{ memberFirstName: 'a'.repeat(36) }, '0 memberFirstName'],
      [{ authorizationNumber: '1'.repeat(51) }, '0 authorizationNumber'],
    ],
    kept: [{ memberFirstName: 'a'.repeat(35) }, { memberFirstName: 'ß'.repeat(17) }],
  },
  {
    code: 'TEXT_CHARACTERS',
    broken: [
      [{ memberAddress: 'c/o: Smith' }, '0 memberAddress'],
      [{ medicalRecordNumber: 'A*1' }, '0 medicalRecordNumber'],
      [{ memberLastName: '李' }, '0 memberLastName'],
      [{ memberLastName: '\u0301' }, '0 memberLastName'],
    ],
    kept: [{ memberAddress: '22 Olive St. #4 (rear), Apt B-2' }],
  },
  {
    code: 'TEXT_TRANSLITERATED',
    broken: [[{ memberLastName: 'Núñez' }, '0 memberLastName']],
    kept: [{ memberLastName: "O'Brien-Smith" }],
  },
  {
    code: 'CITY_LENGTH',
    broken: [
      [{ memberCity: 'X' }, '0 memberCity'],
      [{ billingProviderCity: 'X' }, '0 billingProviderCity'],
      [{ renderingProviderCity: 'X' }, '0 renderingProviderCity'],
    ],
    kept: [{ memberCity: 'LA' }],
  },
  {
    code: 'TEXT_SPACES',
    broken: [
      [{ memberLastName: ' Doe' }, '0 memberLastName'],
      [{ memberLastName: 'De\u00a0la Cruz' }, '0 memberLastName'],
    ],
    kept: [{ memberLastName: 'De la  Cruz' }],
  },
  {
    code: 'DATE_FORMAT',
    broken: [
      [{ serviceStartDate: '10/32/2026' }, '0 serviceStartDate'],
      [{ invoiceDate: '11/2/2026' }, '0 invoiceDate'],
      [{ memberDateOfBirth: '1971' }, '0 memberDateOfBirth'],
    ],
    kept: [{}],
  },
  {
    code: 'DATE_TWO_DIGIT_YEAR',
    broken: [
      [{ memberDateOfBirth: '2/3/61' }, '0 memberDateOfBirth'],
      [{ memberDateOfBirth: '02-03-61' }, '0 memberDateOfBirth'],
    ],
    kept: [{}],
  },
  {
    code: 'SERVICE_END_BEFORE_START',
    broken: [[{ serviceEndDate: '10/13/2026' }, '0 serviceEndDate']],
    kept: [{}],
  },
  {
    code: 'SERVICE_SPAN',
    broken: [[{ serviceEndDate: '10/15/2026' }, '0 serviceEndDate']],
    kept: [{ ...perMonth, serviceEndDate: '10/15/2026', ...units('1', '80.00') }],
  },
  {
    code: 'SERVICE_SPAN_UNUSUAL',
    facts: { spansDays: true, services: withService('T2038-U4', { spansDays: true }) },
    broken: [
      [{ serviceEndDate: '10/15/2026' }, '0 serviceEndDate'],
      [{ ...perQuarterHour, serviceEndDate: '10/15/2026' }, '0 serviceEndDate'],
    ],
    kept: [
      {},
      { ...perDay, serviceEndDate: '10/15/2026' },
      { ...perMonth, serviceEndDate: '10/15/2026', ...units('1', '80.00') },
      {
        procedureCode: 'T2038',
        procedureCodeModifier1: 'U4',
        serviceName: '',
        serviceEndDate: '10/15/2026',
        ...units('1', '80.00'),
      },
    ],
  },
  {
    code: 'SERVICE_FILED_LATE',
    facts: { filingLimitDays: 90 },
    broken: [
      [{ serviceStartDate: '08/25/2026', serviceEndDate: '08/25/2026' }, '0 serviceStartDate'],
      [
        { ...perMonth, ...units('1', '80.00'), serviceStartDate: '08/01/2026', serviceEndDate: '08/25/2026' },
        '0 serviceStartDate',
      ],
    ],
    // 08/26 is 90 days before 11/24. A span counts from its last day.
    kept: [
      { serviceStartDate: '08/26/2026', serviceEndDate: '08/26/2026' },
      { ...perMonth, ...units('1', '80.00'), serviceStartDate: '08/01/2026', serviceEndDate: '08/26/2026' },
      { serviceStartDate: '', serviceEndDate: '' },
    ],
  },
  {
    code: 'SERVICE_IN_FUTURE',
    broken: [
      [
        {
          ...perMonth,
          ...units('1', '80.00'),
          serviceEndDate: '11/25/2026',
          serviceStartDate: '11/24/2026',
          invoiceDate: '11/25/2026',
        },
        ['0 serviceEndDate', 'INVOICE_DATE_IN_FUTURE @ 0 invoiceDate'],
      ],
      [
        { serviceStartDate: '11/25/2026', serviceEndDate: '11/25/2026' },
        ['0 serviceStartDate', 'INVOICE_DATE_BEFORE_SERVICE @ 0 invoiceDate'],
      ],
    ],
    kept: [{ serviceStartDate: '11/24/2026', serviceEndDate: '11/24/2026', invoiceDate: '11/24/2026' }],
  },
  {
    code: 'SERVICE_BEFORE_PROGRAM',
    broken: [[{ serviceStartDate: '12/31/2021', serviceEndDate: '12/31/2021' }, '0 serviceStartDate']],
    kept: [{ serviceStartDate: '01/01/2022', serviceEndDate: '01/01/2022' }],
  },
  {
    code: 'INVOICE_DATE_IN_FUTURE',
    broken: [[{ invoiceDate: '11/25/2026' }, '0 invoiceDate']],
    kept: [{ invoiceDate: '11/24/2026' }],
  },
  {
    code: 'INVOICE_DATE_BEFORE_SERVICE',
    broken: [
      [{ invoiceDate: '10/13/2026' }, '0 invoiceDate'],
      [
        { ...perMonth, ...units('1', '80.00'), serviceEndDate: '10/20/2026', invoiceDate: '10/19/2026' },
        '0 invoiceDate',
      ],
    ],
    kept: [{ invoiceDate: '10/14/2026' }],
  },
  {
    code: 'BIRTH_IN_FUTURE',
    broken: [[{ memberDateOfBirth: '11/25/2026' }, '0 memberDateOfBirth']],
    kept: [{ memberDateOfBirth: '10/14/2026' }],
  },
  {
    code: 'BIRTH_AFTER_SERVICE',
    broken: [[{ memberDateOfBirth: '10/15/2026' }, '0 memberDateOfBirth']],
    kept: [{ memberDateOfBirth: '10/14/2026' }],
  },
  {
    code: 'BIRTH_LONG_AGO',
    broken: [[{ memberDateOfBirth: '11/24/1905' }, '0 memberDateOfBirth']],
    kept: [{ memberDateOfBirth: '11/25/1905' }],
  },
];
