import { DiagnosisList } from '../../../../src/guidance/diagnosis-list.ts';
import { day } from '../../sample-lines.ts';
import { inBoth, pair, homeless, deposit, free, units, withService, type RuleCase } from './rule-case.ts';

const entries = [
  { code: 'A00', reportable: false },
  { code: 'A00.0', reportable: true },
  { code: 'Z59', reportable: false },
  { code: 'Z59.1', reportable: true },
  { code: 'Z60.2', reportable: true },
];
/** The lists of the good line's day of service, and of the year before. */
const current = DiagnosisList.of(2027, entries);
const old = DiagnosisList.of(2026, entries);

/** Cases of `src/guidance/rules`. */
export const diagnosisAndAmountCases: readonly RuleCase[] = [
  {
    code: 'DIAGNOSIS_FORMAT',
    broken: [[{ diagnosisCode2: 'E11.9;I10' }, '0 diagnosisCode2']],
    kept: [{ diagnosisCode2: 'E119' }],
  },
  {
    code: 'DIAGNOSIS_HEADER',
    broken: [
      [{ diagnosisCode1: 'Z59.1' }, '0 diagnosisCode1'],
      [{ diagnosisCode3: 'Z597' }, '0 diagnosisCode3'],
    ],
    kept: [
      { diagnosisCode1: 'Z59.1', serviceStartDate: '09/30/2023', serviceEndDate: '09/30/2023' },
      { diagnosisCode1: 'Z59.10' },
    ],
  },
  {
    code: 'DIAGNOSIS_HEADER',
    facts: { diagnosisLists: [old, current] },
    broken: [
      [{ diagnosisCode2: 'A00' }, '0 diagnosisCode2'],
      [{ diagnosisCode3: 'Z59' }, '0 diagnosisCode3'],
    ],
    // The list of the day knows better than the built-in table.
    kept: [{ diagnosisCode2: 'Z59.1' }, { diagnosisCode2: 'A000' }],
  },
  {
    code: 'DIAGNOSIS_UNKNOWN',
    facts: { diagnosisLists: [old, current] },
    broken: [
      [{ diagnosisCode2: 'A00.1' }, '0 diagnosisCode2'],
      [{ diagnosisCode2: 'A000', diagnosisCode4: 'Z59.7' }, '0 diagnosisCode4'],
    ],
    kept: [{ diagnosisCode2: 'A00.0' }, { diagnosisCode2: 'A00' }],
  },
  {
    code: 'DIAGNOSIS_UNKNOWN',
    facts: { diagnosisLists: [old] },
    broken: [],
    kept: [{ diagnosisCode2: 'A00.1' }, { diagnosisCode2: 'A00' }],
  },
  {
    code: 'DIAGNOSIS_NOT_IN_OLD_LIST',
    facts: { diagnosisLists: [old] },
    broken: [
      [{ diagnosisCode2: 'A00.1' }, '0 diagnosisCode2'],
      [{ diagnosisCode2: 'A00' }, '0 diagnosisCode2'],
    ],
    // Z59.01 is built in; Z59.7 is a header by the built-in table, which is an error.
    kept: [{ diagnosisCode2: 'A00.0' }, { ...homeless, diagnosisCode2: 'Z59.01' }, { diagnosisCode2: 'Z59.7' }],
  },
  {
    code: 'DIAGNOSIS_FIRST_BLANK',
    broken: [[{ diagnosisCode1: '', diagnosisCode2: 'Z60.2' }, '0 diagnosisCode1']],
    kept: [{ diagnosisCode3: 'I10' }],
  },
  {
    code: 'DIAGNOSIS_REPEATED',
    broken: [[{ diagnosisCode2: 'I10', diagnosisCode4: 'Z602' }, '0 diagnosisCode4']],
    kept: [{ diagnosisCode2: 'I10' }],
  },
  {
    code: 'DIAGNOSES_TOO_MANY',
    broken: [
      [
        pair(
          {
            diagnosisCode2: 'A01',
            diagnosisCode3: 'A02',
            diagnosisCode4: 'A03',
            diagnosisCode5: 'A04',
            diagnosisCode6: 'A05',
          },
          {
            diagnosisCode2: 'B01',
            diagnosisCode3: 'B02',
            diagnosisCode4: 'B03',
            diagnosisCode5: 'B04',
            diagnosisCode6: 'B05',
          },
        ),
        inBoth('diagnosisCode1'),
      ],
    ],
    kept: [pair({ diagnosisCode2: 'A01' }, { diagnosisCode2: 'B01' })],
  },
  {
    code: 'HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR',
    broken: [[{ diagnosisCode2: 'Z59.01' }, '0 memberHomelessnessIndicator']],
    kept: [{ ...homeless, diagnosisCode2: 'Z59.01' }, { diagnosisCode2: 'Z59.811' }],
  },
  {
    code: 'HOMELESSNESS_DIAGNOSES_SEVERAL',
    broken: [[{ ...homeless, diagnosisCode2: 'Z59.01', diagnosisCode4: 'Z5902' }, '0 diagnosisCode4']],
    kept: [{ ...homeless, diagnosisCode2: 'Z59.01' }],
  },
  {
    code: 'MONEY_FORMAT',
    broken: [
      [{ serviceUnitCost: '$80.00' }, '0 serviceUnitCost'],
      [{ invoiceAmount: '-160.00' }, '0 invoiceAmount'],
      [{ serviceUnitCost: '00000000080.00' }, '0 serviceUnitCost'],
    ],
    kept: [{ serviceUnitCost: '80', serviceChargeAmount: '160', invoiceAmount: '160.0' }],
  },
  {
    code: 'AMOUNT_TOO_LARGE',
    broken: [
      [
        { ...units('1', '100000000.00'), serviceUnitCost: '100000000.00' },
        ['0 serviceUnitCost', '0 serviceChargeAmount', '0 invoiceAmount'],
      ],
    ],
    kept: [{ ...units('1', '99999999.99'), serviceUnitCost: '99999999.99' }],
  },
  { code: 'UNIT_COST_ZERO', broken: [[free, '0 serviceUnitCost']], kept: [{}] },
  {
    code: 'ACTUAL_COST_ZERO',
    broken: [[{ ...deposit, ...free, serviceUnitCount: '1' }, '0 serviceUnitCost']],
    kept: [{}],
  },
  {
    code: 'UNIT_COST_NOT_RATE',
    facts: {
      expectsPlanRates: true,
      services: withService('G9012-U2', {
        rates: [
          { from: null, cents: 7500 },
          { from: day(2026, 10, 1), cents: 8000 },
        ],
      }),
    },
    broken: [
      [{ ...units('2', '150.00'), serviceUnitCost: '75.00' }, '0 serviceUnitCost'],
      [{ serviceStartDate: '09/30/2026', serviceEndDate: '09/30/2026' }, '0 serviceUnitCost'],
    ],
    kept: [
      {},
      { ...units('2', '160.00'), serviceUnitCost: '80' },
      {
        ...units('2', '150.00'),
        serviceUnitCost: '75.00',
        serviceStartDate: '09/30/2026',
        serviceEndDate: '09/30/2026',
      },
      free,
      { ...deposit, ...units('1', '80.00') },
    ],
  },
  {
    code: 'CHARGE_AMOUNT',
    broken: [
      [{ serviceChargeAmount: '80.00' }, '0 serviceChargeAmount'],
      [{ serviceChargeAmount: '160.01' }, '0 serviceChargeAmount'],
    ],
    kept: [{ serviceChargeAmount: '160.0' }],
  },
  {
    code: 'INVOICE_AMOUNT',
    broken: [
      [{ invoiceAmount: '7.77' }, '0 invoiceAmount'],
      [pair({}, { invoiceAmount: '160.00' }), '1 invoiceAmount'],
    ],
    kept: [pair({}, {})],
  },
];
