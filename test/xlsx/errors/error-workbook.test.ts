import { parse, tokenize } from '@borgar/fx';
import type { PlanProfile } from '../../../src/plan/profile.ts';
import { cellAddress } from '../../../src/workbook/area.ts';
import { headerRows, invoiceColumn } from '../../../src/workbook/invoice-columns.ts';
import { unpackMark } from '../../../src/workbook/mark.ts';
import { columns } from '../../../src/guidance/columns.ts';
import { wordsFor } from '../../../src/guidance/messages/words.ts';
import { invoicesIn, type ErrorReport } from '../../../src/xlsx/errors/error-report.ts';
import { errorWorkbook } from '../../../src/xlsx/errors/error-workbook.ts';
import { dirtyReport, fixedKey, sampleFaults } from '../../support/dirty-report.ts';
import { childOf, childrenOf, readXlsx, type ReadBook, type ReadSheet } from '../../support/read-xlsx.ts';
import { describeFileSheet } from '../../support/same-layout.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { templateFile } from '../../../src/xlsx/template-file.ts';

let profile: PlanProfile;
let report: ErrorReport;
let book: ReadBook;

beforeAll(async () => {
  profile = await samplePlan();
  report = dirtyReport(profile);
  book = readXlsx(await errorWorkbook(report));
});

function sheet(name: string, from = book): ReadSheet {
  const found = from.sheets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function valueAt(from: ReadSheet, row: number, column: number): string | number | null {
  return from.cells.get(`${String(row)}:${String(column)}`)?.value ?? null;
}

/** Notes of a sheet by address. */
function notesOf(from: ReadSheet): ReadonlyMap<string, string> {
  const number = /(\d+)[.]xml$/.exec(from.part)?.[1] ?? '';
  const list = childOf(book.xml(`xl/comments${number}.xml`), 'commentList');
  return new Map(
    childrenOf(list, 'comment').map((comment) => [
      comment.attributes['ref'] ?? '',
      childrenOf(childOf(comment, 'text'), 'r')
        .map((run) => childOf(run, 't')?.text ?? '')
        .join(''),
    ]),
  );
}

/** Rows of a sheet as texts. */
function rowsOf(from: ReadSheet, width: number): readonly (readonly string[])[] {
  const last = Math.max(...[...from.cells.keys()].map((place) => Number(place.split(':')[0])));
  return Array.from({ length: last + 1 }, (_, row) =>
    Array.from({ length: width }, (__, column) => String(valueAt(from, row, column) ?? '')),
  );
}

/** Lines of the report that came back, in the order of the workbook. */
function returnedLines(of: ErrorReport): readonly number[] {
  return invoicesIn(of, 'returned')
    .flatMap(({ lines }) => lines)
    .sort((one, other) => one - other);
}

test('the summary stands first, then the plan’s own workbook, accepted invoices behind it', () => {
  expect(book.sheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'To correct visible',
    'Instructions visible',
    'Setup visible',
    'Members visible',
    'Invoice visible',
    'Receipts visible',
    'Accepted visible',
    'CalAIM lists hidden',
    'CalAIM state veryHidden',
    'CalAIM returned veryHidden',
  ]);
});

test('18 invoices come back with the provider’s own lines and their row keys, none of the 79 accepted', () => {
  expect(invoicesIn(report, 'returned')).toHaveLength(18);
  expect(invoicesIn(report, 'accepted')).toHaveLength(79);
  const invoice = sheet('Invoice');
  const keys = returnedLines(report).map((_, index) =>
    valueAt(invoice, headerRows + index, invoiceColumn('rowKey').index),
  );
  expect(keys).toEqual(returnedLines(report).map(fixedKey));
  expect(valueAt(invoice, headerRows + keys.length, invoiceColumn('rowKey').index)).toBeNull();
  const accepted = new Set(invoicesIn(report, 'accepted').map(({ invoiceNumber }) => invoiceNumber));
  returnedLines(report).forEach((line, index) => {
    const row = headerRows + index;
    const text = report.lines[line]?.text;
    expect(valueAt(invoice, row, invoiceColumn('memberCin').index)).toBe(text?.memberCin);
    const number = valueAt(invoice, row, invoiceColumn('invoiceNumber').index);
    expect(number).toBe(text?.invoiceNumber);
    expect(accepted).not.toContain(number);
  });
});

test('each of the 20 faults is marked at its cell, with its words in a note', () => {
  const invoice = sheet('Invoice');
  const notes = notesOf(invoice);
  const lines = returnedLines(report);
  for (const fault of sampleFaults) {
    const line = report.lines.findIndex(({ sourceRow }) => sourceRow === fault.row);
    const row = headerRows + lines.indexOf(line);
    const column = columns.find(({ header }) => header === fault.column);
    if (column === undefined) throw new Error('no column');
    const { index } = invoiceColumn(column.key);
    const mark = unpackMark(String(valueAt(invoice, row, invoiceColumn('mark').index)));
    expect({ fault, flag: mark?.flags.charAt(index) }).toEqual({ fault, flag: 'e' });
    const finding = report.lines[line]?.findings.find(
      (each) => each.severity === 'error' && each.column === column.key,
    );
    if (finding === undefined) throw new Error('no finding');
    const { title, message, fix } = wordsFor(finding, 'en');
    const note = notes.get(cellAddress(row, index)) ?? '';
    for (const words of [`To correct: ${title}`, message, fix, finding.code]) expect(note).toContain(words);
  }
});

test('the summary has one row per fault of a returned invoice, with links that lead to cells; errors before warnings', () => {
  const summary = sheet('To correct');
  const rows = rowsOf(summary, 13);
  const faults = rows.filter((row) => row[6] === 'Error' || row[6] === 'Warning');
  const findings = returnedLines(report).flatMap((line) => report.lines[line]?.findings ?? []);
  expect(faults).toHaveLength(findings.length);
  expect(faults.map((row) => row[6]).join()).toMatch(/^(Error,)+(Warning,)*Warning$/);
  const links = new Map(
    childrenOf(childOf(summary.xml, 'hyperlinks'), 'hyperlink').map(({ attributes }) => [
      attributes['ref'],
      attributes['location'],
    ]),
  );
  rows.forEach((row, index) => {
    if (row[6] !== 'Error' && row[6] !== 'Warning') return;
    expect(links.get(cellAddress(index, 1))).toBe(row[1]);
    expect(links.get(cellAddress(index, 11))).toBe(`Invoice!${row[11] ?? ''}`);
  });
  expect(rows.filter((row) => row[0] === 'To correct').length).toBe(
    valueAt(
      summary,
      rows.findIndex((row) => row[0] === 'Left to correct'),
      2,
    ),
  );
  expect(rows.flat()).toContain(
    '18 of 97 invoices came back, with 21 errors. The other 79 are accepted: do not send them again.',
  );
});

test('summary, notes and accepted list quote no cell but invoice numbers', () => {
  const words = [
    ...rowsOf(sheet('To correct'), 13).flat(),
    ...rowsOf(sheet('Accepted'), 5).flat(),
    ...[...notesOf(sheet('Invoice')).values(), ...notesOf(sheet('Members')).values()],
  ].join('\n');
  for (const { text } of report.lines) {
    for (const value of [text.memberCin, text.memberLastName, text.memberAddress, text.authorizationNumber]) {
      // The word stands in a rule's own fix.
      if (value.length > 4 && value !== 'HOMELESS') expect(words).not.toContain(value);
    }
  }
  expect(words).not.toContain('41-77');
});

test('members’ data stands in no other part than the sheets, and not in the document’s properties', () => {
  const outside = [...book.parts]
    .filter(([name]) => !name.startsWith('xl/worksheets/sheet'))
    .map(([, bytes]) => Buffer.from(bytes).toString('latin1'))
    .join('\n');
  for (const { text } of report.lines) {
    if (text.memberCin.length > 4) expect(outside).not.toContain(text.memberCin);
  }
});

test('accepted invoices: number, lines, amount, state, and nothing to correct; the pane finds the numbers', () => {
  const rows = rowsOf(sheet('Accepted'), 4).slice(4);
  expect(rows.map(([number]) => number)).toEqual(
    invoicesIn(report, 'accepted').map(({ invoiceNumber }) => invoiceNumber),
  );
  expect(new Set(rows.map(([, , , state]) => state))).toEqual(new Set(['Accepted']));
  const total = rows.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0);
  expect(total).toBe(invoicesIn(report, 'accepted').reduce((sum, { chargeCents }) => sum + chargeCents, 0));
  expect(valueAt(sheet('CalAIM state'), 1, 3)).toBe(rows[0]?.[0]);
});

test('text that a spreadsheet would run is text', async () => {
  const [first, ...others] = report.lines;
  if (first === undefined) throw new Error('no line');
  const text = { ...first.text, controlNumber: '=1+1', memberFirstName: '@SUM(A1)' };
  const risky = readXlsx(await errorWorkbook({ ...report, lines: [{ ...first, text }, ...others] }));
  const cell = sheet('Invoice', risky).cells.get(
    `${String(headerRows)}:${String(invoiceColumn('controlNumber').index)}`,
  );
  expect(cell).toMatchObject({ value: '=1+1', formula: null });
  const formats = childrenOf(childOf(risky.styles, 'cellXfs'), 'xf');
  expect(formats[cell?.style ?? 0]?.attributes['quotePrefix']).toBe('1');
});

test('every formula parses, those of marks too', () => {
  for (const { cells, xml } of book.sheets) {
    for (const { formula } of cells.values()) {
      if (formula !== null) expect(() => parse(tokenize(formula))).not.toThrow();
    }
    for (const rule of childrenOf(xml, 'conditionalFormatting').flatMap((each) => childrenOf(each, 'cfRule'))) {
      expect(() => parse(tokenize(`=${childOf(rule, 'formula')?.text ?? ''}`))).not.toThrow();
    }
  }
});

test('the same report gives the same bytes', async () => {
  expect(Buffer.from(await errorWorkbook(report)).equals(await errorWorkbook(report))).toBe(true);
});

test('in Spanish: the summary, the notes and the list of accepted invoices', async () => {
  const spanish = readXlsx(await errorWorkbook(report, { language: 'es' }));
  expect(spanish.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Por corregir', 'Aceptadas', 'Invoice']),
  );
  expect(rowsOf(sheet('Por corregir', spanish), 1).flat()).toContain('Qué hacer');
});

test('more sites than Setup has room for, and members without a CIN, are no reason to fail', async () => {
  const lines = report.lines.map((line, index) => ({
    ...line,
    text: { ...line.text, renderingProviderName: `Site ${String(index)}`, memberCin: '' },
  }));
  const invoices = report.invoices.map((invoice) => ({ ...invoice, state: 'returned' as const }));
  const odd = readXlsx(await errorWorkbook({ ...report, lines, invoices }));
  expect(odd.sheets.map(({ name }) => name)).not.toContain('Accepted');
  expect(valueAt(sheet('Members', odd), headerRows, 3)).toBe(report.lines[0]?.text.memberLastName);
});

test.each(['Setup', 'Members', 'Invoice'])(
  '%s has the template’s locks, lists, prompts and protection',
  async (name) => {
    const template = readXlsx(
      await templateFile(profile, { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' }),
    );
    const extent = { rows: 40, columns: 66 };
    const own = describeFileSheet(book, sheet(name), extent);
    const theirs = describeFileSheet(template, sheet(name, template), extent);
    expect(own.validations).toEqual(theirs.validations);
    expect(own.protection).toEqual(theirs.protection);
    expect(own.conditionalFormats.slice(-theirs.conditionalFormats.length)).toEqual(theirs.conditionalFormats);
    for (const [place, { look }] of theirs.cells)
      expect({ place, look: own.cells.get(place)?.look }).toEqual({ place, look });
  },
);
