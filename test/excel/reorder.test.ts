import type { WorkbookContents } from '../../src/excel/invoice-workbook.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import type { LineOrder } from '../../src/workbook/model.ts';
import { entryColumns, headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { filledExcel, markAll, type OpenExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

/** The lines with a row key and a mark on each. */
async function marked(excel: OpenExcel): Promise<WorkbookContents> {
  await markAll(excel, profile);
  return excel.workbook.read(profile);
}

const byKey = (contents: WorkbookContents) => new Map(contents.lines.map(({ rowKey, entry }) => [rowKey, { entry }]));

test.each<[string, LineOrder, number]>([
  ['sorting', { kind: 'sort', by: ['memberCin', 'serviceStartDate'] }, 172],
  ['sorting down', { kind: 'sort', by: ['serviceStartDate'], descending: true }, 172],
  ['inserting', { kind: 'insert', before: headerRows + 5 }, 172],
  ['deleting', { kind: 'delete', row: headerRows + 5 }, 171],
  ['removing', { kind: 'remove', rows: [3, 7, 174].map((row) => headerRows - 2 + row) }, 169],
  ['moving', { kind: 'move', from: headerRows + 2, to: headerRows + 90 }, 172],
])('%s keeps row keys with their lines, in one write without a locked cell', async (_, order, count) => {
  const excel = await filledExcel(profile, 200);
  const before = await excel.run(() => marked(excel));
  const { journal } = await excel.counted(() => excel.workbook.reorder(order));
  const after = await excel.run(() => excel.workbook.read(profile));
  expect(after.lines).toHaveLength(count);
  const known = byKey(before);
  for (const { rowKey, entry } of after.lines) expect(known.get(rowKey)).toEqual({ entry });
  expect(new Set(after.lines.map(({ rowKey }) => rowKey)).size).toBe(count);
  expect(journal.requests.filter(({ writes }) => writes.length > 0)).toHaveLength(1);
  expect(journal.lockedWrites).toEqual([]);
  expect(journal.protectionCalls).toEqual([]);
  excel.close();
});

test('sorting sorts', async () => {
  const excel = await filledExcel(profile, 200);
  const cins = await excel.run(async () => {
    await excel.workbook.reorder({ kind: 'sort', by: ['memberCin'] });
    return (await excel.workbook.read(profile)).lines.map(({ entry }) => entry.memberCin);
  });
  expect(cins).toEqual([...cins].sort());
  excel.close();
});

test('a default that nobody typed over stays a formula of its new row', async () => {
  const excel = await filledExcel(profile, 200);
  await excel.run(() => excel.workbook.reorder({ kind: 'move', from: headerRows + 1, to: headerRows + 40 }));
  const invoice = excel.sheet('Invoice');
  const endDates = Array.from({ length: 100 }, (_, index) => invoice.cells.formula(headerRows + index, 37));
  endDates.forEach((formula, index) => {
    if (formula !== null) expect(formula).toContain(`$AK${String(headerRows + 1 + index)}`);
  });
  expect(endDates.filter((formula) => formula !== null).length).toBeGreaterThan(90);
  excel.close();
});

test('inserting into a full sheet loses nothing: it is refused', async () => {
  const excel = await filledExcel(profile, 172);
  await expect(
    excel.run(() => excel.workbook.reorder({ kind: 'insert', before: headerRows + 1 })),
  ).rejects.toMatchObject({ trouble: 'full' });
  excel.close();
});

test('a line that is removed leaves nothing behind: entries, mark and key are gone, defaults are formulas again', async () => {
  const excel = await filledExcel(profile, 200);
  const before = await excel.run(() => marked(excel));
  const rows = before.lines.map(({ row }) => row);
  const staying = before.lines[100];
  const order: LineOrder = { kind: 'remove', rows: rows.filter((row) => row !== staying?.row) };
  await excel.run(() => excel.workbook.reorder(order));
  const after = await excel.run(() => excel.workbook.read(profile));
  expect(after.lines.map(({ row, rowKey, entry }) => ({ row, rowKey, entry }))).toEqual([
    { row: headerRows + 1, rowKey: staying?.rowKey, entry: staying?.entry },
  ]);
  const { cells } = excel.sheet('Invoice');
  const filled = [...entryColumns, invoiceColumn('mark'), invoiceColumn('rowKey')];
  const left = rows
    .filter((row) => row > headerRows + 1)
    .flatMap((row) => filled.map(({ header, index }) => ({ row, header, value: cells.content(row - 1, index) })))
    .filter(({ value }) => value !== null && value !== '' && !String(value).startsWith('='));
  expect(left).toEqual([]);
  excel.close();
});
