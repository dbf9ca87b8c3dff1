import { parseCivilDate } from '../../../src/guidance/civil-date.ts';
import { decisionOf, type DecidedPart } from '../../../src/intake/adjudication/decision.ts';
import { readDecisions } from '../../../src/intake/adjudication/read-decisions.ts';
import { readTable } from '../../../src/xlsx/delimited-table.ts';

const today = parseCivilDate('12/20/2026');
if (today === null) throw new RangeError('No such day');
const headers = 'Invoice Number,Billing Provider NPI,Line,Status,Decision Date,Paid Amount,Reason,Plan Claim Number';

const read = (...rows: readonly string[]) => readDecisions(readTable([headers, ...rows].join('\n'), ','), today);

function faultsOf(...rows: readonly string[]): string[] {
  const list = read(...rows);
  return list.kind === 'decisions'
    ? []
    : list.faults.map(({ row, header, code }) => `${String(row)} ${header}: ${code}`);
}

test('a row for a whole invoice, rows for each line, and rows that are no decision yet', () => {
  expect(
    read(
      '4100000001,,,Paid,12/10/2026,45.00,,CLM-1',
      '4100000002,1234567893,2,denied,12/11/2026,,Not eligible on the day,',
      '4100000002,1234567893,1,paid,12/12/2026,10.5,Above the rate,CLM-2',
      '4100000003,,,pending,,,,',
      ',,,,,,,',
    ),
  ).toEqual({
    kind: 'decisions',
    decisions: [
      {
        ...{ row: 2, invoiceNumber: '4100000001', billingProviderNpi: null, decision: 'paid', paidCents: 4500 },
        ...{ decidedOn: parseCivilDate('12/10/2026'), planClaimNumber: 'CLM-1' },
        lines: [{ line: null, status: 'paid', paidCents: 4500, reason: null, adjustments: [], paidUnits: null }],
      },
      {
        ...{ row: 3, invoiceNumber: '4100000002', billingProviderNpi: '1234567893', decision: 'paid', paidCents: 1050 },
        ...{ decidedOn: parseCivilDate('12/12/2026'), planClaimNumber: 'CLM-2' },
        lines: [
          { line: 1, status: 'paid', paidCents: 1050, reason: 'Above the rate', adjustments: [], paidUnits: null },
          {
            line: 2,
            status: 'denied',
            paidCents: 0,
            reason: 'Not eligible on the day',
            adjustments: [],
            paidUnits: null,
          },
        ],
      },
    ],
  });
});

const withAdjustments = 'Invoice Number,Line,Status,Decision Date,Paid Amount,Adjustments';
const readAdjusted = (...rows: readonly string[]) =>
  readDecisions(readTable([withAdjustments, ...rows].join('\n'), ','), today);

test('what was taken off a line stands with it', () => {
  expect(readAdjusted('4100000001,1,paid,12/10/2026,40.00,CO-45 6.00; OA-23 -1.00')).toMatchObject({
    decisions: [
      {
        lines: [
          {
            adjustments: [
              { group: 'CO', reason: '45', cents: 600 },
              { group: 'OA', reason: '23', cents: -100 },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  ['4100000001,1,paid,12/10/2026,40.00,CO-45', 'ADJUSTMENTS_FORM'],
  ['4100000001,1,paid,12/10/2026,40.00,XX-45 5.00', 'ADJUSTMENTS_FORM'],
  ['4100000001,,paid,12/10/2026,40.00,CO-45 5.00', 'ADJUSTED_AS_A_WHOLE'],
])('%s is told as: %s', (row, code) => {
  expect(readAdjusted(row)).toMatchObject({ faults: [{ row: 2, header: 'Adjustments', code }] });
});

test.each<[string, string]>([
  ['41000000,,,paid,12/10/2026,45.00,,', '2 Invoice Number: INVOICE_NUMBER_FORM'],
  ['4100000001,1234567890,,paid,12/10/2026,45.00,,', '2 Billing Provider NPI: NPI_FORM'],
  ['4100000001,,0,paid,12/10/2026,45.00,,', '2 Line: LINE_FORM'],
  ['4100000001,,,settled,12/10/2026,45.00,,', '2 Status: STATUS_UNKNOWN'],
  ['4100000001,,,paid,12/10/26,45.00,,', '2 Decision Date: DATE_FORM'],
  ['4100000001,,,paid,12/21/2026,45.00,,', '2 Decision Date: DATE_IN_FUTURE'],
  ['4100000001,,,paid,12/10/2026,$45,,', '2 Paid Amount: AMOUNT_FORM'],
  ['4100000001,,,paid,12/10/2026,,,', '2 Paid Amount: AMOUNT_FORM'],
  ['4100000001,,,paid,12/10/2026,-45.00,,', '2 Paid Amount: AMOUNT_FORM'],
  ['4100000001,,,denied,12/10/2026,1.00,Not eligible,', '2 Paid Amount: DENIED_BUT_PAID'],
  ['4100000001,,,denied,12/10/2026,0.00,,', '2 Reason: REASON_MISSING'],
  ['4100000001,,,contested,12/10/2026,,,', '2 Reason: REASON_MISSING'],
  [`4100000001,,,contested,12/10/2026,,${'x'.repeat(501)},`, '2 Reason: REASON_LONG'],
  [`4100000001,,,paid,12/10/2026,45.00,,${'x'.repeat(51)}`, '2 Plan Claim Number: CLAIM_NUMBER_FORM'],
  // A row has one fault, its first.
  ['41,12,x,settled,never,free,,', '2 Invoice Number: INVOICE_NUMBER_FORM'],
])('%s is told as: %s', (row, fault) => {
  expect(faultsOf(row)).toEqual([fault]);
});

test.each<[string, readonly string[]]>([
  ['a line twice', ['4100000001,,1,paid,12/10/2026,1,,', '4100000001,,01,paid,12/10/2026,1,,']],
  ['a line beside the whole invoice', ['4100000001,,,paid,12/10/2026,1,,', '4100000001,,1,paid,12/10/2026,1,,']],
  ['the whole invoice beside a line', ['4100000001,,1,paid,12/10/2026,1,,', '4100000001,,,paid,12/10/2026,1,,']],
])('%s is repeated', (_, rows) => {
  expect(faultsOf(...rows)).toEqual(['3 Line: LINE_REPEATED']);
});

test('each row with a fault is told, and headers that are missing', () => {
  expect(faultsOf('41,,,paid,12/10/2026,1,,', '4100000001,,,paid,12/10/2026,1,,', '42,,,paid,12/10/2026,1,,')).toEqual([
    '2 Invoice Number: INVOICE_NUMBER_FORM',
    '4 Invoice Number: INVOICE_NUMBER_FORM',
  ]);
  const list = readDecisions([['invoice number', 'Status']], today);
  expect(list).toMatchObject({
    faults: [
      { row: 1, header: 'Decision Date', code: 'HEADER_MISSING' },
      { row: 1, header: 'Paid Amount', code: 'HEADER_MISSING' },
    ],
  });
});

test('no list, and a list of headers alone', () => {
  expect(readDecisions(readTable(`${headers}\n"41`, ','), today)).toMatchObject({ faults: [{ code: 'NOT_A_LIST' }] });
  expect(faultsOf()).toEqual(['2 Invoice Number: NO_ROWS']);
  expect(faultsOf(...Array.from({ length: 20_001 }, () => '4100000001,,,pending,,,,'))).toEqual([
    '20002 Invoice Number: TOO_MANY_ROWS',
  ]);
});

const paid: DecidedPart = { status: 'paid', paidCents: 1, reason: null };
const contested: DecidedPart = { status: 'contested', paidCents: 0, reason: 'r' };
const denied: DecidedPart = { status: 'denied', paidCents: 0, reason: 'r' };

test.each([
  [[paid], 'paid'],
  [[paid, denied], 'paid'],
  [[denied, denied], 'denied'],
  [[paid, contested, denied], 'contested'],
] as const)('%j make an invoice %s', (parts, decision) => {
  expect(decisionOf(parts)).toBe(decision);
});
