import { columnOf, type ColumnKey } from '../../src/guidance/columns.ts';
import type { Finding, Severity } from '../../src/guidance/finding.ts';
import { packMark, unpackMark } from '../../src/workbook/mark.ts';

const finding = (column: ColumnKey, severity: Severity): Finding => ({
  code: 'ANY',
  severity,
  column,
  element: columnOf(column).element.number,
  line: 0,
  repair: false,
});

test.each<[string, readonly Finding[], string]>([
  ['nothing', [], 'Ready · checked 11/02/2026 9:14 AM'],
  ['one error', [finding('memberCin', 'error')], '1 error to mend · checked 11/02/2026 9:14 AM'],
  [
    'both',
    [finding('memberCin', 'error'), finding('memberZip', 'error'), finding('diagnosisCode2', 'warning')],
    '2 errors to mend, 1 warning to look at · checked 11/02/2026 9:14 AM',
  ],
])('says in words what was found: %s', (_, findings, words) => {
  expect(unpackMark(packMark(findings, '11/02/2026 9:14 AM'))?.words).toBe(words);
});

test('flags the column of each finding, an error over a warning', () => {
  const flags = unpackMark(
    packMark(
      [finding('memberCin', 'error'), finding('memberCin', 'warning'), finding('billingProviderNpi', 'warning')],
      '',
    ),
  )?.flags;
  expect(flags).toBe(`w${'.'.repeat(19)}e${'.'.repeat(37)}`);
});

test('another text is no mark', () => {
  expect(unpackMark('Ready')).toBeNull();
});
