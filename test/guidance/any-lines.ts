import fc from 'fast-check';
import {
  columnOf,
  columns,
  diagnosisKeys,
  modifierKeys,
  type ColumnKey,
  type LineText,
} from '../../src/guidance/columns.ts';
import { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import type { ElementFormat } from '../../src/guidance/elements.ts';
import type { PlanFacts } from '../../src/guidance/plan-facts.ts';
import type { OfferedService } from '../../src/guidance/services.ts';
import { acceptedNumber, allServices, day, goodLine } from './sample-lines.ts';

/**
 * Lines for laws: mostly near a line that is well, so that rules that look at several cells have something to look at,
 * with texts of every format on both sides of its rules, and some that are wild.
 */

/** Texts per format, good and bad; few, so that lines share them. */
const texts: Readonly<Record<ElementFormat, readonly string[]>> = {
  text: [
    '',
    ' ',
    'Doe',
    ' Doe',
    'DOE',
    'Núñez',
    '李',
    'a*b',
    'HOMELESS',
    'homeless ',
    'PO Box 4',
    'x'.repeat(61),
    'SHP01',
  ],
  npi: ['', '1234567893', '1558598797', '1234567890', '123456789', '1234567893.0', ' 1234567893'],
  tin: ['', '941234567', '94-1234567', '951234567', '000000000', '071234567'],
  phone: ['', '5105550100', '(510) 555-0100', '5550100', '+1 510 555 0100', 'x'],
  state: ['', 'CA', 'ca', 'California', 'NV', 'ZZ'],
  zip: ['', '94601', '946011200', '94601-1200', '94601.0', '9460'],
  cin: ['', '91234567A', '91234568B', '91234567a', '91234567A41234', '81234567A', '9123'],
  homelessnessIndicator: ['', ' ', '1', '1.0', '0', 'Y'],
  date: ['', '10/14/2026', '10/15/2026', '09/30/2026', '10/31/2026', '11/02/2026', '12/31/2025', '12/31/2021'].concat([
    '11/25/2026',
    '01/02/2027',
    '03/15/1971',
    '11/24/1905',
    '1/5/2026',
    '46350',
    '2/3/61',
    '10/32/2026',
  ]),
  procedureCode: [
    '',
    'G9012',
    'G9008',
    'H0044',
    'T2033',
    'T2040',
    'S9452',
    'T1016',
    'T2038',
    'H2016',
    'S5165',
    'A0001',
  ].concat(['g9012', 'G9012-U2', 'G9012 U2 GQ', 'T42041']),
  modifier: ['', 'U1', 'U2', 'U3', 'U5', 'U6', 'U8', 'GQ', '95', 'u2', 'U2 GQ', 'U2GQ', 'HOME'],
  unitCount: ['', '0', '1', '2', '1.5', '2.50', '97', '-1', '1,000', 'two'],
  placeOfService: ['', '02', '10', '11', '12', '27', '81', '4', '12 · Home', '00'],
  diagnosisCode: ['', 'Z60.2', 'Z59.1', 'Z59.01', 'Z5902', 'z5901', 'A00', 'A00.0', 'A00.1', 'I10', 'Z59.7'].concat([
    'Z59.02, F10.20',
    'E11 I10',
    'B01',
    'B02',
    'B03',
    'B04',
  ]),
  money: [
    '',
    '0.00',
    '80.00',
    '160.00',
    '320.00',
    '75.00',
    '$80.00',
    '1,250',
    '-1',
    '12.345',
    '99999999999.99',
    '$99,999,999,999.99',
  ],
  invoiceNumber: ['', ' ', '4100001001', '4100001002', acceptedNumber, '4100-001-001', '41-77'],
};

/** Any text for a cell of a column. */
export function anyTextOf(key: ColumnKey): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(goodLine[key]) },
    { weight: 6, arbitrary: fc.constantFrom(...texts[columnOf(key).element.format]) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  );
}

/** The cells that most rules read together come up more often than the others. */
const crowded: readonly ColumnKey[] = [
  'memberHomelessnessIndicator',
  'memberAddress',
  'memberCin',
  'procedureCode',
  ...modifierKeys,
  'serviceStartDate',
  'serviceEndDate',
  'serviceUnitCount',
  'placeOfService',
  'serviceUnitCost',
  'serviceChargeAmount',
  'invoiceAmount',
  'invoiceDate',
  'invoiceNumber',
  ...diagnosisKeys.slice(0, 4),
];

const anyKey = fc.oneof(
  fc.constantFrom(...columns.map((column): ColumnKey => column.key)),
  fc.constantFrom(...crowded),
);

/** A new text for one cell. */
export const anyChange: fc.Arbitrary<readonly [ColumnKey, string]> = anyKey.chain((key) =>
  anyTextOf(key).map((text) => [key, text] as const),
);

/** A line that differs from the good one in up to so many cells. */
export function anyLine(mostChanges = 8): fc.Arbitrary<LineText> {
  return fc
    .array(anyChange, { maxLength: mostChanges })
    .map((changes): LineText => ({ ...goodLine, ...Object.fromEntries(changes) }));
}

/** Services whose meaning changed with the month of the good line: each rule on services then depends on the day. */
function changedWithOctober(service: OfferedService): readonly OfferedService[] {
  const september: OfferedService = {
    ...service,
    id: `${service.id}-before`,
    name: `${service.name} before`,
    program: service.program === 'ecm' ? 'communitySupports' : 'ecm',
    unitBasis: service.unitBasis === 'day' ? 'month' : 'service',
    unitsConfigurable: false,
    actualBilledAmount: !service.actualBilledAmount,
    usualPlaces: service.usualPlaces === null ? ['12'] : null,
    rates: [{ from: null, cents: 7500 }],
    spansDays: !service.spansDays,
    expectsAuthorization: true,
    validTo: day(2026, 9, 30),
  };
  return [september, { ...service, rates: [{ from: null, cents: 8000 }], validFrom: day(2026, 10, 1) }];
}

const entries = [
  { code: 'A00', reportable: false },
  { code: 'A00.0', reportable: true },
  { code: 'Z59', reportable: false },
  { code: 'Z60.2', reportable: true },
];

/** Plans that make use of everything that they may set, and one that sets nothing. */
export const plansForLaws: readonly PlanFacts[] = [
  allServices,
  {
    ...allServices,
    services: allServices.services.flatMap(changedWithOctober),
    fractionalUnits: true,
    extraModifiers: ['95', 'U5', 'U6'],
    diagnosisLists: [DiagnosisList.of(2026, entries), DiagnosisList.of(2027, entries)],
    filingLimitDays: 30,
    expectsControlNumber: true,
    expectsPlanRates: true,
    servicesConfirmedThrough: day(2026, 10, 14),
  },
  {
    ...allServices,
    services: allServices.services.flatMap(changedWithOctober),
    spansDays: true,
    diagnosisLists: [DiagnosisList.of(2025, entries)],
  },
];

/** One of {@link plansForLaws}. */
export const anyPlan = fc.constantFrom(...plansForLaws);
