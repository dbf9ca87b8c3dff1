import fc from 'fast-check';
import { adjudicationSource } from '../../src/encounter/adjudication.ts';
import { adjudicationHeaders, readAdjudications } from '../../src/encounter/adjudication-table.ts';
import { adjudicationWords } from '../../src/encounter/adjudication-words.ts';
import { day } from '../guidance/sample-lines.ts';
import { proofCount } from '../support/proofs.ts';

const head = Object.values(adjudicationHeaders);
const good = ['4100001001', '1234567893', '2', 'paid', '11/23/2026', '100.00', '1.50', 'CO-45 59.50; OA-A1 -.5', 'PL1'];
const row = (...change: readonly (readonly [keyof typeof adjudicationHeaders, string])[]) => {
  const cells = [...good];
  cells[7] = 'CO-45 60.00';
  for (const [column, text] of change) cells[Object.keys(adjudicationHeaders).indexOf(column)] = text;
  return cells;
};

function shown(...rows: readonly (readonly string[])[]): readonly string[] {
  const table = readAdjudications([head, ...rows]);
  if (table.kind === 'decisions') return [];
  return table.problems.map((problem) => `${String(problem.row)} ${problem.header}: ${problem.code}`);
}

test('a list is read with its headers in any order and without those that may be missing', () => {
  const table = readAdjudications([
    ['LINE', 'status ', 'Note', 'Paid Amount', 'Decision Date', 'Invoice Number', 'Adjustments'],
    ['1', 'Paid', 'x', '160', '11/23/2026', '4100001001', ''],
    ['2', 'denied', '', '0.00', '11/24/2026', '4100001001', 'CO-50 100.00; PI-B7 20;OA-23 -20.5'],
    ['3', 'pending', '', '', '', '4100001001', ''],
    ['', '', '', '', '', '', ''],
  ]);
  const whole = { invoiceNumber: '4100001001', billingNpi: null, paidUnits: null, planClaimNumber: '' };
  expect(table).toEqual({
    kind: 'decisions',
    decisions: [
      { ...whole, line: 1, status: 'paid', date: day(2026, 11, 23), paidCents: 16_000, adjustments: [] },
      {
        ...whole,
        line: 2,
        status: 'denied',
        date: day(2026, 11, 24),
        paidCents: 0,
        adjustments: [
          { group: 'CO', reason: '50', cents: 10_000 },
          { group: 'PI', reason: 'B7', cents: 2000 },
          { group: 'OA', reason: '23', cents: -2050 },
        ],
      },
    ],
  });
});

test.each<[string, readonly string[]]>([
  ['invoiceNumber', ['', '41', '41000010011', '410000100A']],
  ['billingNpi', ['1', '1234567890']],
  ['line', ['', '0', '1.5', '-1', 'one']],
  ['status', ['', 'open', 'reversed']],
  ['date', ['', '2026-11-23', '02/30/2026']],
  ['paid', ['', '$100', '-1', '1,000.00', '1.005']],
  ['paidUnits', ['x', '1.0001']],
  ['adjustments', ['CO 45 1', 'XX-45 1.00', 'CO-45', 'CO-45 1.005', '45 1.00', 'CO-45 1.00, CO-24 2.00']],
  ['planClaimNumber', ['a*b', 'x'.repeat(51), '李']],
])('%s: what is none is told with its row and header', (column, texts) => {
  const name = column as keyof typeof adjudicationHeaders;
  for (const text of texts) {
    const problems = shown(row(), row([name, text], ...(name === 'line' ? [] : [['line', '3'] as const])));
    expect(problems).toEqual([expect.stringMatching(`^3 ${adjudicationHeaders[name]}: [A-Z_]+$`)]);
  }
});

test('one problem hides no other', () => {
  expect(shown(row(), row(), row(['line', '4'], ['status', 'denied']), row(['line', '5'], ['date', 'soon']))).toEqual([
    '3 Line: LINE_REPEATED',
    '4 Paid Amount: DENIED_BUT_PAID',
    '5 Decision Date: DATE_FORM',
  ]);
  expect(readAdjudications([['Invoice Number', 'Status'], good])).toEqual({
    kind: 'problems',
    problems: ['Line', 'Decision Date', 'Paid Amount'].map((header) => ({ row: 1, header, code: 'HEADER_MISSING' })),
  });
  expect(readAdjudications([]).kind).toBe('problems');
});

test('decisions are found by provider and number, or by the number alone where the list names no provider', () => {
  const table = readAdjudications([
    head,
    row(),
    row(['line', '1']),
    row(['billingNpi', ''], ['invoiceNumber', '4100001002']),
  ]);
  const source = adjudicationSource(table.kind === 'decisions' ? table.decisions : []);
  expect([...(source.find('1234567893', '4100001001') ?? [])].map(([line]) => line)).toEqual([2, 1]);
  expect(source.find('1558598797', '4100001001')).toBeNull();
  expect(source.find('1558598797', '4100001002')?.get(2)?.paidCents).toBe(10_000);
});

test('whatever a list holds, it is read to its end, and every problem has words', () => {
  const cell = fc.oneof(fc.constantFrom(...good, ...head), fc.string());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 5 }), (rows) => {
      const table = readAdjudications([head, ...rows]);
      if (table.kind === 'problems') {
        for (const { code } of table.problems) expect(adjudicationWords[code]).toMatch(/\.$/);
      }
    }),
    { numRuns: proofCount(200, 5000) },
  );
});
