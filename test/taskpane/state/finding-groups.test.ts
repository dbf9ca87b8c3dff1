import { blankLine } from '../../../src/guidance/columns.ts';
import type { Finding } from '../../../src/guidance/finding.ts';
import type { InvoiceResult, SubmissionFinding } from '../../../src/submission/result.ts';
import { byLine, byRule, placedFindings } from '../../../src/taskpane/state/finding-groups.ts';
import { blankEntry } from '../../../src/workbook/entry-cells.ts';
import type { RowKey, WorkbookLine } from '../../../src/workbook/model.ts';

const line = (row: number, rowKey: string): WorkbookLine => ({
  row,
  rowKey: rowKey as RowKey,
  entry: blankEntry,
  text: blankLine,
});

const own = (place: number, code: string, severity: Finding['severity'] = 'error'): Finding => ({
  code,
  severity,
  column: 'memberCin',
  element: 21,
  line: place,
  repair: false,
});

const returned = (rowKey: string, code: string): SubmissionFinding => ({
  code,
  severity: 'error',
  column: 'memberCin',
  element: 21,
  rowKey,
  position: 0,
  repair: false,
});

function returnedWith(findings: SubmissionFinding[]): readonly InvoiceResult[] {
  return [{ invoiceNumber: '1000000001', state: 'rejected', lines: 1, chargeCents: 0, findings }];
}

test('the plan’s findings land on the line with their key, wherever it has been moved to', () => {
  const lines = [line(3, 'b'), line(4, 'a')];
  const placed = placedFindings(lines, [], returnedWith([returned('a', 'NEW_RULE'), returned('gone', 'NEW_RULE')]));
  expect(placed).toMatchObject([{ line: { row: 4 }, fromPlan: true, finding: { line: 1 } }]);
});

test('what the pane found itself is not told twice', () => {
  const placed = placedFindings([line(3, 'a')], [own(0, 'CIN_FORMAT')], returnedWith([returned('a', 'CIN_FORMAT')]));
  expect(placed).toHaveLength(1);
  expect(placed[0]?.fromPlan).toBe(false);
});

test('groups by line run from top to bottom; groups by rule have errors first, then the most frequent', () => {
  const lines = [line(3, 'a'), line(4, 'b'), line(5, 'c')];
  const findings = [own(0, 'W', 'warning'), own(1, 'W', 'warning'), own(1, 'E'), own(2, 'F'), own(0, 'F')];
  const placed = placedFindings(lines, findings, []);
  expect(byLine(placed).map(({ key }) => key)).toEqual(['3', '4', '5']);
  expect(byRule(placed).map(({ key }) => key)).toEqual(['error F', 'error E', 'warning W']);
});
