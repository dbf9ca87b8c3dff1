import Papa from 'papaparse';
import { columnOf } from '../../src/guidance/columns.ts';
import { printErrorFile } from '../../src/xlsx/error-file.ts';
import type { ErrorReport } from '../../src/xlsx/errors/error-report.ts';
import { dirtyReport, sampleFaults } from '../support/dirty-report.ts';
import { samplePlan } from '../support/sample-plan.ts';

let report: ErrorReport;
beforeAll(async () => {
  report = dirtyReport(await samplePlan({ filingLimitDays: 180 }));
});

function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

test('one row per fault: where, what, how to fix it, as what and by when to send it again, and who helps', () => {
  const rows = rowsOf(printErrorFile(report));
  expect(rows).toHaveLength(report.lines.flatMap(({ findings }) => findings).length);
  for (const { row, element, column } of sampleFaults) {
    const found = rows.filter(
      (each) => each['Row in your file'] === String(row) && each['Element'] === String(element),
    );
    expect(found.some((each) => each['Severity'] === 'error' && each['Column'] === column)).toBe(true);
  }
  expect(rows.find((each) => each['Row in your file'] === '9' && each['Element'] === '21')).toMatchObject({
    Submission: '019aaaaa-0000-7000-8000-000000000001',
    'Date received': '11/24/2026',
    'Invoice Number': '4100001005',
    'Invoice state': 'returned',
    'Cell of the error workbook': 'U9',
    Code: 'MEMBER_CIN_FORMAT',
    'Allowed values': '',
    'Send again as': 'new',
    'Respond by': expect.stringMatching(/^04\/\d\d\/2027$/) as string,
    Contact: expect.stringContaining(report.profile.support.phone) as string,
  });
});

test('what a cell may hold is said where it is not the member’s own', () => {
  const rows = rowsOf(printErrorFile(report));
  const allowed = (row: number, element: number) =>
    rows.find((each) => each['Row in your file'] === String(row) && each['Element'] === String(element))?.[
      'Allowed values'
    ];
  expect(allowed(41, 31)).toBe(report.profile.name);
  expect(allowed(17, 33)).toMatch(/^T2033 U6/);
  expect(allowed(37, 25)).toBe('1, blank');
  expect(allowed(21, 38)).toContain('12');
});

test('it never says what a cell holds, and an invoice number only where it is one', () => {
  const text = printErrorFile(report);
  for (const { now } of sampleFaults) if (now.trim().length > 4) expect(text).not.toContain(now);
  expect(
    rowsOf(text).find((each) => each['Row in your file'] === '35' && each['Element'] === '44')?.['Invoice Number'],
  ).toBe('');
});

test.each(['=', '+', '-', '@', '\t', '\r'])('text that begins with %j has one apostrophe', (mark) => {
  const [first, ...lines] = report.lines;
  if (first === undefined) throw new Error('no line');
  const profile = { ...report.profile, support: { ...report.profile.support, name: `${mark}cmd` } };
  const risky: ErrorReport = { ...report, profile, lines: [first, ...lines] };
  expect(rowsOf(printErrorFile(risky))[0]?.['Contact']).toMatch(new RegExp(`^'[${mark === '-' ? '\\-' : mark}]cmd`));
});

test('in Spanish the words are Spanish, and headers and codes stay', () => {
  const [english] = rowsOf(printErrorFile(report));
  const [spanish] = rowsOf(printErrorFile(report, 'es'));
  expect(Object.keys(spanish ?? {})).toEqual(Object.keys(english ?? {}));
  expect(spanish?.['Code']).toBe(english?.['Code']);
  expect(spanish?.['How to fix it']).not.toBe(english?.['How to fix it']);
});

test('an invoice that was accepted before comes again as a replacement', () => {
  const [first, ...others] = report.lines;
  if (first === undefined) throw new Error('no line');
  const finding = {
    code: 'INVOICE_NUMBER_ACCEPTED',
    severity: 'error',
    column: 'invoiceNumber',
    repair: false,
  } as const;
  const again: ErrorReport = { ...report, lines: [{ ...first, findings: [finding] }, ...others] };
  const row = rowsOf(printErrorFile(again)).find((each) => each['Code'] === finding.code);
  expect(row?.['Send again as']).toBe('replacement');
  expect(row?.['Column']).toBe(columnOf('invoiceNumber').header);
});
