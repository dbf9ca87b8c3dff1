import { columns } from '../../src/guidance/columns.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { headerRows } from '../../src/workbook/invoice-columns.ts';
import { filledExcel, markAll, openExcel } from '../support/excel.ts';
import { manyEntries, sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

test('the sheet’s formulas and the deriver agree on every cell of the sample month', async () => {
  const excel = await filledExcel(profile, 200);
  const { lines } = sampleContents(profile);
  const invoice = excel.sheet('Invoice');
  const shown = lines.map((_, index) =>
    Object.fromEntries(
      columns.map(({ key, element }, column) => {
        const text = invoice.cells.text(headerRows + index, column);
        const code = /^(\S+)/.exec(text)?.[1] ?? '';
        const listed = ['procedureCode', 'placeOfService', 'diagnosisCode'].includes(element.format);
        return [key, listed ? code : element.format === 'money' ? text.replaceAll(',', '') : text];
      }),
    ),
  );
  expect(shown).toEqual(lines);
  const read = await excel.run(() => excel.workbook.read(profile));
  expect(read.lines.map(({ text }) => text)).toEqual(lines);
  expect(read.freeRows).toBe(200 - lines.length);
  excel.close();
});

test('5,000 full rows: one read, one mark, no protection call, no locked cell', async () => {
  const { entries } = sampleContents(profile);
  const excel = await filledExcel(profile, 5_000, manyEntries(entries, 5_000));
  const { result, journal } = await excel.counted(() => markAll(excel, profile));
  expect(result.lines).toHaveLength(5_000);
  expect(journal.syncs).toBe(2);
  expect(journal.requests.filter(({ reads }) => reads.some(({ member }) => member.includes('values')))).toHaveLength(1);
  expect(journal.writes.map(({ sheet, address }) => [sheet, address])).toEqual([['Invoice', 'BH3:BI5002']]);
  expect(journal.protectionCalls).toEqual([]);
  expect(journal.lockedWrites).toEqual([]);
  expect(journal.largestResponse).toBeLessThan(5 * 1024 * 1024);
  excel.close();
});

test('looking again after an edit is one read and no write', async () => {
  const excel = await filledExcel(profile, 200);
  const { journal } = await excel.counted(() => excel.workbook.read(profile));
  expect(journal.syncs).toBe(1);
  expect(journal.writes).toEqual([]);
  excel.close();
});

test('filling, marking and receipts write no locked cell and call no protection', async () => {
  const excel = await openExcel();
  await excel.run(() => excel.workbook.install(profile, 200));
  const { setup, members, entries } = sampleContents(profile);
  const { journal } = await excel.counted(async () => {
    await excel.workbook.writeSetup(setup);
    await excel.workbook.writeMembers(members);
    await excel.workbook.appendLines(entries);
    await markAll(excel, profile);
    await excel.workbook.writeSubmissionState({ attempt: 2, accepted: ['4100001001', '4100001002'] });
    await excel.workbook.writeReceipt({
      submissionId: 's-1',
      receivedAt: '2026-11-02T09:14:00-08:00',
      invoices: 97,
      lines: 172,
      totalCents: 1_234_56,
      state: '97 accepted',
      receipt: 'x'.repeat(70_000),
    });
  });
  expect(journal.lockedWrites).toEqual([]);
  expect(journal.protectionCalls).toEqual([]);
  expect(await excel.run(() => excel.workbook.receipts())).toMatchObject([
    { submissionId: 's-1', totalCents: 1_234_56, receipt: 'x'.repeat(70_000) },
  ]);
  expect(await excel.run(() => excel.workbook.submissionState())).toEqual({
    attempt: 2,
    accepted: ['4100001001', '4100001002'],
  });
  excel.close();
});

test('the Check column says what the mark says', async () => {
  const excel = await filledExcel(profile, 200);
  await excel.run(() => markAll(excel, profile));
  expect(excel.sheet('Invoice').cells.value(headerRows, 58)).toBe('Ready · checked 11/02/2026 9:14 AM');
  excel.close();
});

test.each([1900, 1904] as const)('dates read the same in the %i date system', async (dateSystem) => {
  const excel = await openExcel({ book: { dateSystem } });
  const { setup, members, entries, lines } = sampleContents(profile);
  const read = await excel.run(async () => {
    await excel.workbook.install(profile, 200);
    await excel.workbook.writeSetup(setup);
    await excel.workbook.writeMembers(members);
    await excel.workbook.appendLines(entries);
    return excel.workbook.read(profile);
  });
  expect(read.lines.map(({ text }) => text)).toEqual(lines);
  excel.close();
});

test('under manual calculation the lines are still right', async () => {
  const excel = await filledExcel(profile, 200);
  excel.book.setCalculationMode('manual');
  const { entries } = sampleContents(profile);
  const first = entries[0];
  if (first === undefined) throw new Error('no entries');
  const read = await excel.run(async () => {
    await excel.workbook.appendLines([
      { ...first, serviceStartDate: '10/17/2026', serviceEndDate: null, invoiceNumber: '4100009999' },
    ]);
    return excel.workbook.read(profile);
  });
  expect(read.lines.at(-1)?.text).toMatchObject({ serviceStartDate: '10/17/2026', serviceEndDate: '10/17/2026' });
  excel.close();
});

test('a list that does not fit is refused whole', async () => {
  const excel = await filledExcel(profile, 200);
  const { entries } = sampleContents(profile);
  await expect(excel.run(() => excel.workbook.appendLines(entries))).rejects.toMatchObject({ trouble: 'full' });
  expect((await excel.run(() => excel.workbook.read(profile))).lines).toHaveLength(entries.length);
  excel.close();
});

test('a cell that is being edited is waited out, and said', async () => {
  const waits: boolean[] = [];
  const excel = await openExcel({ waitingForCell: (waiting) => waits.push(waiting) });
  await excel.run(() => excel.workbook.install(profile, 50));
  const invoice = excel.sheet('Invoice');
  excel.book.setCellEdit({ sheet: invoice, row: 2, column: 20, text: '9' });
  const reading = excel.run(() => excel.workbook.read(profile));
  await new Promise<void>((resolve) => {
    const look = () => {
      if (waits.length > 0) resolve();
      else setImmediate(look);
    };
    look();
  });
  excel.book.setCellEdit(undefined);
  await expect(reading).resolves.toMatchObject({ lines: [] });
  expect(waits).toEqual([true, false]);
  excel.close();
});

test('an Excel that does not answer is said within the deadline', async () => {
  const excel = await openExcel({ deadline: 50 });
  void excel.host.faults.ignoreNextRequest();
  await expect(excel.run(() => excel.workbook.state())).rejects.toMatchObject({ trouble: 'notAnswering' });
  excel.close();
});
