import { checkLines } from '../../src/guidance/check.ts';
import { civilDate } from '../../src/guidance/civil-date.ts';
import { openInvoiceWorkbook } from '../../src/excel/open-invoice-workbook.ts';
import { planFacts } from '../../src/plan/facts.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { ExcelHost } from '../../src/workbench/host/excel-host.ts';
import type { Book } from '../../src/workbench/model/book.ts';
import type { Sheet } from '../../src/workbench/model/sheet.ts';
import { openOfficeInNode } from '../../src/workbench/office/open-office-in-node.ts';
import { headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { invoicesIn, type ErrorReport } from '../../src/xlsx/errors/error-report.ts';
import { errorWorkbook } from '../../src/xlsx/errors/error-workbook.ts';
import { faultColors } from '../../src/xlsx/errors/fault-marks.ts';
import { dirtyReport, fixedKey } from '../support/dirty-report.ts';
import { openFile } from '../support/open-file.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
let report: ErrorReport;
let book: Book;

beforeAll(async () => {
  profile = await samplePlan({ rows: 100 });
  report = dirtyReport(profile);
  book = openFile(readXlsx(await errorWorkbook(report)), ['Invoice', 'Members']);
});

function sheet(name: string): Sheet {
  const found = book.sheet(name);
  if (found === undefined) throw new Error('no sheet');
  return found;
}

/** 0-based sheet row of the line of a row of the sample. */
function rowOf(sourceRow: number): number {
  const returned = invoicesIn(report, 'returned')
    .flatMap(({ lines }) => lines)
    .sort((one, other) => one - other);
  return headerRows + returned.findIndex((line) => report.lines[line]?.sourceRow === sourceRow);
}

const cin = invoiceColumn('memberCin').index;
const units = invoiceColumn('serviceUnitCount').index;

test('the pane recognises it as the plan’s own workbook, with its lines, attempt, accepted numbers and receipt', async () => {
  const office = await openOfficeInNode(new ExcelHost(book, { payloadLimits: 'web' }));
  try {
    await office.run(async () => {
      const workbook = openInvoiceWorkbook();
      expect(await workbook.state()).toMatchObject({
        kind: 'template',
        planId: profile.id,
        rows: 100,
        untouched: true,
      });
      const { lines, setup } = await workbook.read(profile);
      const returned = report.lines
        .map((line, index) => ({ ...line, index }))
        .filter(({ index }) => invoicesIn(report, 'returned').some((invoice) => invoice.lines.includes(index)));
      expect(lines.map(({ rowKey }) => rowKey)).toEqual(returned.map(({ index }) => fixedKey(index)));
      expect(lines.map(({ text }) => text.invoiceNumber)).toEqual(returned.map(({ text }) => text.invoiceNumber));
      expect(setup).toMatchObject({ attested: true, purpose: 'new' });
      expect(await workbook.submissionState()).toEqual({
        attempt: 2,
        accepted: invoicesIn(report, 'accepted').map(({ invoiceNumber }) => invoiceNumber),
      });
      expect(await workbook.receipts()).toMatchObject([
        { invoices: 97, lines: 172, receipt: 'header.payload.signature' },
      ]);
    });
  } finally {
    office.close();
  }
});

test('a mark goes away when its cell is corrected, and the summary counts it', () => {
  const [invoice, summary] = [sheet('Invoice'), sheet('To correct')];
  const violet = faultColors.error.fill.toUpperCase();
  const row = rowOf(9);
  const standing = (address: string) => {
    for (let line = 0; line < 60; line += 1)
      if (summary.cells.text(line, 11) === address) return summary.cells.text(line, 0);
    return 'not there';
  };
  const left = () => {
    for (let line = 0; line < 30; line += 1) {
      if (summary.cells.text(line, 0) === 'Left to correct') return Number(summary.cells.text(line, 2));
    }
    return -1;
  };
  const before = left();
  expect(invoice.displayed(row, cin).fillColour?.toUpperCase()).toBe(violet);
  expect(standing(`U${String(row + 1)}`)).toBe('To correct');
  invoice.cells.enter(row, cin, '98906828H');
  expect(invoice.displayed(row, cin).fillColour?.toUpperCase()).not.toBe(violet);
  expect(standing(`U${String(row + 1)}`)).toBe('Changed');
  expect(left()).toBe(before - 1);
  invoice.cells.enter(rowOf(29), units, 1);
  expect(left()).toBe(before - 2);
});

test('what was corrected is checked as corrected, under the same row keys', async () => {
  const office = await openOfficeInNode(new ExcelHost(book, { payloadLimits: 'web' }));
  const today = civilDate(2026, 11, 24);
  if (today === null) throw new Error('no day');
  try {
    const { lines } = await office.run(() => openInvoiceWorkbook().read(profile));
    const findings = checkLines(
      lines.map(({ text }) => text),
      planFacts(profile),
      today,
    );
    const errorsOf = (sourceRow: number) =>
      findings.filter(({ line, severity }) => severity === 'error' && lines[line]?.row === rowOf(sourceRow) + 1);
    expect(errorsOf(9)).toEqual([]);
    expect(errorsOf(29)).toEqual([]);
    expect(errorsOf(7)).not.toEqual([]);
    const key = report.lines.findIndex(({ sourceRow }) => sourceRow === 9);
    expect(lines.find(({ row }) => row === rowOf(9) + 1)?.rowKey).toBe(fixedKey(key));
  } finally {
    office.close();
  }
});
