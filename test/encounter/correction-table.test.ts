import {
  asCorrection,
  correctionHeaders,
  correctionWords,
  readCorrections,
} from '../../src/encounter/correction-table.ts';
import type { Invoice } from '../../src/encounter/invoice.ts';
import { line } from '../guidance/sample-lines.ts';

const head = Object.values(correctionHeaders);
const invoice: Invoice = { lines: [line()], submission: { kind: 'original' }, adjudication: null };

function submissionOf(...rows: readonly (readonly string[])[]) {
  const table = readCorrections([head, ...rows]);
  if (table.kind === 'problems') throw new Error(table.problems.map(({ code }) => code).join());
  return asCorrection(invoice, table.source).submission;
}

test('an invoice that was several claims has a row for each, in their order', () => {
  const rows = ['D1', 'D2'].map((reference) => ['4100001001', '', 'Replacement', reference]);
  expect(submissionOf(...rows)).toEqual({ kind: 'replacement', originalReferences: ['D1', 'D2'] });
});

test('a row that names the provider goes before one that does not; what the list does not name is an original', () => {
  const rows = [
    ['4100001001', '', 'void', 'D1'],
    ['4100001001', '1234567893', 'void', 'D2'],
  ];
  expect(submissionOf(...rows)).toEqual({ kind: 'void', originalReferences: ['D2'] });
  expect(submissionOf(['4100001002', '', 'void', 'D1'])).toEqual({ kind: 'original' });
  expect(submissionOf(['4100001001', '1558598797', 'void', 'D1'])).toEqual({ kind: 'original' });
});

test.each<[readonly string[], string]>([
  [['41', '', 'void', 'D1'], 'Invoice Number: INVOICE_NUMBER_FORM'],
  [['4100001002', '1', 'void', 'D1'], 'Billing Provider NPI: NPI_FORM'],
  [['4100001002', '', 'undo', 'D1'], 'Kind: KIND_UNKNOWN'],
  [['4100001001', '', 'replacement', 'D1'], 'Kind: KIND_UNKNOWN'],
  [['4100001002', '', 'void', ''], 'Receiver Claim Number: REFERENCE_FORM'],
  [['4100001002', '', 'void', 'x'.repeat(51)], 'Receiver Claim Number: REFERENCE_FORM'],
  [['4100001002', '', 'void', 'a~b'], 'Receiver Claim Number: REFERENCE_FORM'],
])('%j is told with its row and header', (row, expected) => {
  const table = readCorrections([head, ['4100001001', '', 'void', 'D0'], row]);
  const problems = table.kind === 'problems' ? table.problems : [];
  expect(problems.map((problem) => `${String(problem.row)} ${problem.header}: ${problem.code}`)).toEqual([
    `3 ${expected}`,
  ]);
  for (const { code } of problems) expect(correctionWords[code]).toMatch(/\.$/);
});

test('headers that are missing are told alone', () => {
  expect(readCorrections([['Invoice Number']])).toEqual({
    kind: 'problems',
    problems: ['Kind', 'Receiver Claim Number'].map((header) => ({ row: 1, header, code: 'HEADER_MISSING' })),
  });
});
