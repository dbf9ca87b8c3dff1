import type { PlanProfile } from '../../../src/plan/profile.ts';
import { invoicesIn, type ErrorReport } from '../../../src/xlsx/errors/error-report.ts';
import { errorWorkbook } from '../../../src/xlsx/errors/error-workbook.ts';
import { readErrorWorkbook } from '../../../src/xlsx/errors/read-error-workbook.ts';
import { templateFile } from '../../../src/xlsx/template-file.ts';
import { invoiceColumn } from '../../../src/workbook/invoice-columns.ts';
import { correctedFile } from '../../support/corrected-file.ts';
import { dirtyReport } from '../../support/dirty-report.ts';
import { samplePlan } from '../../support/sample-plan.ts';

let profile: PlanProfile;
let report: ErrorReport;
let bytes: Uint8Array;

beforeAll(async () => {
  profile = await samplePlan();
  report = dirtyReport(profile);
  bytes = await errorWorkbook(report);
});

function read(from: Uint8Array) {
  const file = readErrorWorkbook(from, profile);
  if (file.kind !== 'errors') throw new Error(file.reason);
  return file;
}

test('the same findings come out as went in, on the same lines, with the receipt', () => {
  const file = read(bytes);
  const sent = invoicesIn(report, 'returned').flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const { findings, rowKey } = report.lines[line] ?? { findings: [], rowKey: '' };
      return findings.map(({ code, column, severity }) => `${rowKey} ${column} ${severity} ${code}`);
    }),
  );
  const came = file.findings.map(({ code, column, rowKey, severity }) => `${rowKey} ${column} ${severity} ${code}`);
  expect(came.length).toBeGreaterThan(0);
  expect([...came].sort()).toEqual([...sent].sort());
  expect(file.receipt).toBe(report.origin.kind === 'submission' ? report.origin.receipt : '');
});

test('in a file that nobody has touched nothing counts as corrected', () => {
  expect(read(bytes).corrected).toEqual([]);
});

test('a repair that is offered is still offered', () => {
  const offered = (repairs: readonly { readonly repair: boolean }[]) => repairs.filter(({ repair }) => repair).length;
  const returned = invoicesIn(report, 'returned').flatMap(({ lines }) =>
    lines.flatMap((line) => report.lines[line]?.findings ?? []),
  );
  expect(offered(returned)).toBeGreaterThan(0);
  expect(offered(read(bytes).findings)).toBe(offered(returned));
});

test('a marked cell that was corrected in the file is told with its line, and no other cell', () => {
  const first = read(bytes).findings.find(({ column }) => column === 'memberCin');
  const line = read(bytes).lines.find(({ rowKey }) => rowKey === first?.rowKey);
  const other = read(bytes).lines.find(({ rowKey }) => rowKey !== first?.rowKey);
  if (first === undefined || line === undefined || other === undefined) throw new Error('nothing to correct');
  const cin = correctedFile(bytes, 'Invoice', `${invoiceColumn('memberCin').letters}${String(line.row)}`, '91234567C');
  // A cell without a mark is the biller's own affair.
  const both = correctedFile(cin, 'Invoice', `${invoiceColumn('controlNumber').letters}${String(line.row)}`, 'C-1');
  const file = read(both);
  expect(file.corrected).toEqual([{ rowKey: first.rowKey, changes: { memberCin: '91234567C' } }]);
  // What was found stays told: only the plan says when it is mended.
  expect(file.findings).toEqual(read(bytes).findings);
});

test.each([
  ['an empty file', () => Promise.resolve(new Uint8Array()), 'empty'],
  ['a text', () => Promise.resolve(new TextEncoder().encode('a,b\n1,2\n')), 'notAnErrorWorkbook'],
  ['a PDF', () => Promise.resolve(new TextEncoder().encode('%PDF-1.7 …')), 'pdf'],
  ['the blank template', () => templateFile(profile, { addInId: 'a', version: '1.0.0.0' }), 'notAnErrorWorkbook'],
  [
    'another plan’s error workbook',
    () => errorWorkbook({ ...report, profile: { ...profile, id: 'other' } }),
    'otherPlan',
  ],
] as const)('%s is refused', async (_, make, reason) => {
  expect(readErrorWorkbook(await make(), profile)).toEqual({ kind: 'refused', reason });
});

test('a file that is cut off is refused', () => {
  expect(readErrorWorkbook(bytes.subarray(0, bytes.length / 2), profile)).toMatchObject({ kind: 'refused' });
});
