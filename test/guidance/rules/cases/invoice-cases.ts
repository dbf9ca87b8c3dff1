import type { LineText } from '../../../../src/guidance/columns.ts';
import { acceptedNumber } from '../../sample-lines.ts';
import { inBoth, pair, units, homeless, perDay, perMonth, type RuleCase } from './rule-case.ts';

/** Cases of `src/guidance/rules`. */
export const invoiceCases: readonly RuleCase[] = [
  {
    code: 'INVOICE_NUMBER_ACCEPTED',
    broken: [
      [{ invoiceNumber: acceptedNumber }, '0 invoiceNumber'],
      [pair({ invoiceNumber: acceptedNumber }, { invoiceNumber: acceptedNumber }), inBoth('invoiceNumber')],
    ],
    kept: [{}],
  },
  {
    code: 'INVOICE_BILLING_PROVIDER',
    broken: [
      [pair({}, { billingProviderNpi: '1558598797' }), inBoth('billingProviderNpi')],
      [pair({}, { billingProviderTin: '951234567' }), inBoth('billingProviderTin')],
    ],
    kept: [pair({}, { billingProviderName: 'HARBOR CARE COLLECTIVE' })],
  },
  {
    code: 'INVOICE_RENDERING_PROVIDER',
    broken: [
      [
        pair({}, { renderingProviderName: 'Harbor Care Street Team', renderingProviderNpi: '1234567893' }),
        inBoth('renderingProviderName'),
      ],
      [pair({}, { renderingProviderNpi: '1234567893' }), inBoth('renderingProviderNpi')],
    ],
    kept: [pair({}, { renderingProviderNpi: '' })],
  },
  {
    code: 'INVOICE_MEMBER',
    broken: [
      [pair({}, { memberCin: '91234568B', memberFirstName: 'Ana' }), inBoth('memberCin')],
      [pair({}, { memberDateOfBirth: '03/16/1971' }), inBoth('memberDateOfBirth')],
      [
        [...[0, 1].map(() => ({ invoiceAmount: '480.00' })), { invoiceAmount: '480.00', memberCin: '91234568B' }].map(
          (change, place) => ({ ...change, procedureCodeModifier1: ['U2', 'U8', 'U2'][place] ?? '', serviceName: '' }),
        ),
        '2 memberCin',
      ],
    ],
    kept: [pair({}, {}), [{}, { memberCin: '91234568B', invoiceNumber: '4100001002' }]],
  },
  {
    code: 'INVOICE_DATE',
    broken: [[pair({}, { invoiceDate: '11/03/2026' }), inBoth('invoiceDate')]],
    kept: [pair({}, {})],
  },
  {
    code: 'INVOICE_SERVICE_DAY',
    broken: [[pair({}, { serviceStartDate: '10/15/2026', serviceEndDate: '10/15/2026' }), inBoth('serviceStartDate')]],
    kept: [
      pair(
        { ...perDay, ...units('1', '80.00'), invoiceAmount: '160.00' },
        {
          ...perMonth,
          ...units('1', '80.00'),
          invoiceAmount: '160.00',
          serviceStartDate: '10/01/2026',
          serviceEndDate: '10/31/2026',
        },
      ),
    ],
  },
  {
    code: 'INVOICE_DETAIL_DIFFERS',
    broken: [
      [pair({}, { memberAddress: '23 Olive St' }), inBoth('memberAddress')],
      [pair({}, homeless), inBoth('memberHomelessnessIndicator')],
    ],
    kept: [pair({}, { medicalRecordNumber: '', memberCity: 'FRESNO' })],
  },
  {
    code: 'INVOICE_MIXED_PROGRAMS',
    broken: [[pair({}, { ...perDay, ...units('1', '80.00'), invoiceAmount: '240.00' }), '0 procedureCode']].map(
      ([lines, cells]) => [
        (lines as Partial<LineText>[]).map((each) => ({ ...each, invoiceAmount: '240.00' })),
        cells as string,
      ],
    ),
    kept: [pair({}, {})],
  },
  {
    code: 'DUPLICATE_LINE',
    broken: [
      [[{}, { invoiceNumber: '4100001002' }], inBoth('procedureCode')],
      [
        [
          { renderingProviderNpi: '' },
          {
            renderingProviderNpi: '',
            invoiceNumber: '4100001002',
            serviceUnitCount: '1',
            serviceChargeAmount: '80.00',
            invoiceAmount: '80.00',
          },
        ],
        inBoth('procedureCode'),
      ],
      // Without NPIs the billing provider stands for both.
      [
        [
          { renderingProviderNpi: '' },
          { renderingProviderNpi: '', renderingProviderName: 'Street Team', invoiceNumber: '4100001002' },
        ],
        inBoth('procedureCode'),
      ],
    ],
    kept: [
      [{}, { invoiceNumber: '4100001002', memberCin: '91234568B' }],
      [{}, { invoiceNumber: '4100001002', serviceStartDate: '10/15/2026', serviceEndDate: '10/15/2026' }],
      [{}, { invoiceNumber: '4100001002', procedureCodeModifier1: 'U8', serviceName: '' }],
    ],
  },
];
