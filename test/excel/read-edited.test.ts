import type { ColumnKey } from '../../src/guidance/columns.ts';
import type { WorkbookContents } from '../../src/excel/invoice-workbook.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { areaOf } from '../../src/workbench/model/area.ts';
import { Person } from '../../src/workbench/person/person.ts';
import { headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { filledExcel, markAll, type OpenExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

/** A filled workbook that is watched and has been read, with a person at it. */
async function watched(): Promise<{
  readonly excel: OpenExcel;
  /** Enters something, and waits until the watcher is told. */
  readonly enter: (sheet: string, row: number, column: number, text: string) => Promise<void>;
  readonly type: (row: number, column: ColumnKey, text: string) => Promise<void>;
  readonly read: () => Promise<WorkbookContents>;
}> {
  const excel = await filledExcel(profile, 200);
  const person = new Person(excel.book);
  let told = (): void => undefined;
  const read = (): Promise<WorkbookContents> => excel.workbook.readEdited(profile);
  await excel.run(async () => {
    await excel.workbook.watch(() => {
      told();
    });
    await read();
  });
  const enter = (sheet: string, row: number, column: number, text: string): Promise<void> =>
    excel.run(async () => {
      const notice = new Promise<void>((resolve) => (told = resolve));
      person.goTo(excel.sheet(sheet));
      person.select(areaOf(row - 1, column, row - 1, column));
      person.type(text, 'Yes');
      await notice;
    });
  // The first selection may have been edited before the watch began.
  await enter('Invoice', 3, invoiceColumn('controlNumber').index, '1');
  await excel.run(read);
  return { excel, enter, read, type: (row, column, text) => enter('Invoice', row, invoiceColumn(column).index, text) };
}

/** Places of the lines that are other objects. */
function changed(before: WorkbookContents, after: WorkbookContents): readonly number[] {
  return after.lines.flatMap((line, place) => (line.text === before.lines[place]?.text ? [] : [place]));
}

test('after an edit its row alone is read, and its line alone is another', async () => {
  const { excel, read, type } = await watched();
  const before = await excel.run(read);
  await type(9, 'controlNumber', '77');
  const { result, journal } = await excel.counted(read);
  expect(changed(before, result)).toEqual([9 - headerRows - 1]);
  expect(result.lines[6]?.text.controlNumber).toBe('77');
  expect(journal.syncs).toBe(1);
  expect(journal.writes).toEqual([]);
  expect(journal.largestResponse).toBeLessThan(10_000);
  // Nothing happened since: nothing is other.
  expect(changed(result, await excel.run(read))).toEqual([]);
  excel.close();
});

test('lines of the same invoice take its new amount along', async () => {
  const { excel, read, type } = await watched();
  const before = await excel.run(read);
  const place = before.lines.findIndex(
    ({ text }, at) => text.invoiceNumber === before.lines[at + 1]?.text.invoiceNumber,
  );
  const invoice = before.lines[place]?.text.invoiceNumber;
  await type(before.lines[place]?.row ?? 0, 'serviceUnitCount', '3');
  const after = await excel.run(read);
  const whole = await excel.run(() => excel.workbook.read(profile));
  expect(after.lines.map(({ text }) => text)).toEqual(whole.lines.map(({ text }) => text));
  expect(changed(before, after)).toEqual(
    before.lines.flatMap(({ text }, at) => (text.invoiceNumber === invoice ? [at] : [])),
  );
  excel.close();
});

test.each<[string, string, number, number, string]>([
  ['a member', 'Members', 3, 2, 'Another'],
  ['the first site', 'Setup', 24, 0, 'Another Site'],
  ['the billing provider’s city', 'Setup', 12, 1, 'Elsewhere'],
])('an edit of %s is seen on every line that takes from it', async (_, sheet, row, column, text) => {
  const { excel, enter, read } = await watched();
  const before = await excel.run(read);
  await enter(sheet, row, column, text);
  const after = await excel.run(read);
  expect(changed(before, after).length).toBeGreaterThan(0);
  expect(after).toEqual(await excel.run(() => excel.workbook.read(profile)));
  excel.close();
});

test('our own writes are read in full afterwards; keys beside the lines are known without a read', async () => {
  const { excel, read, type } = await watched();
  await excel.run(() => markAll(excel, profile));
  await type(5, 'controlNumber', '78');
  const { result, journal } = await excel.counted(read);
  expect(journal.largestResponse).toBeLessThan(10_000);
  expect(result).toEqual(await excel.run(() => excel.workbook.read(profile)));
  expect(result.lines.every(({ rowKey }) => rowKey !== null)).toBe(true);
  const [first] = result.lines;
  if (first === undefined) throw new Error('no line');
  await excel.run(() => excel.workbook.writeLine(3, { ...first.entry, controlNumber: '79' }));
  expect((await excel.run(read)).lines[0]?.text.controlNumber).toBe('79');
  excel.close();
});

test('a cell that is being edited ends an unasked look at once; the edit before it is not lost', async () => {
  const { excel, read, type } = await watched();
  await type(7, 'controlNumber', '80');
  excel.book.setCellEdit({ sheet: excel.sheet('Invoice'), row: 2, column: 20, text: '9' });
  await expect(excel.run(() => excel.workbook.readEdited(profile, 'giveUp'))).rejects.toMatchObject({
    trouble: 'cellEdit',
  });
  excel.book.setCellEdit(undefined);
  expect((await excel.run(read)).lines[4]?.text.controlNumber).toBe('80');
  excel.close();
});
