import { join } from 'node:path';
import { invoiceCell, startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';

const sample = join(import.meta.dirname, '..', '..', 'plans', 'sample', 'harbor-care-2026-10.csv');
const lines = 172;

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** What stands on each line in use, by its row key. */
async function linesByKey({ page }: OpenWorkbench): Promise<Map<string, string>> {
  const column = (key: Parameters<typeof invoiceCell>[0]) => (rows: string) =>
    `Invoice!${invoiceCell(key, 3)}:${invoiceCell(key, Number(rows))}`;
  const read = (address: string) =>
    page.evaluate((at) => window.workbench.values(at).map(([value]) => String(value ?? '')), address);
  const last = String(3 + lines + 5);
  const [keys, ...texts] = await Promise.all([
    read(`Invoice!BI3:BI${last}`),
    ...(['memberCin', 'procedureCode', 'serviceStartDate', 'serviceUnitCost', 'invoiceNumber'] as const).map((key) =>
      read(column(key)(last)),
    ),
  ]);
  return new Map(keys.flatMap((key, index) => (key === '' ? [] : [[key, texts.map((text) => text[index]).join('|')]])));
}

test('sorting, inserting and deleting through the pane keep row keys with their lines', async () => {
  const excel = await site.open();
  const { page, pane } = excel;
  await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await pane.getByText('The invoice sheets are in the workbook.').waitFor();
  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByRole('button', { name: 'Import a list' }).click();
  await pane.locator('input[type=file]').setInputFiles(sample);
  await pane.getByRole('button', { name: `Add ${String(lines)} lines` }).click();
  await pane.getByRole('tab', { name: /^Check/ }).click();
  await pane.getByRole('button', { name: 'Check all lines' }).click();
  await pane.getByText('The Check column was brought up to date', { exact: false }).waitFor();
  const before = await linesByKey(excel);
  expect(before.size).toBe(lines);

  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByLabel('Sort all lines by').selectOption({ label: 'Member, then date' });
  await pane.getByRole('button', { name: 'Sort', exact: true }).click();
  await pane.getByText('The lines are sorted.').waitFor();
  expect(await linesByKey(excel)).toEqual(before);
  const cins = await page.evaluate(() => window.workbench.values('Invoice!U3:U174').map(([cin]) => String(cin)));
  expect(cins).toEqual([...cins].sort());

  await excel.goTo(`Invoice!${invoiceCell('memberCin', 10)}`);
  await pane.getByRole('button', { name: 'Insert line above' }).click();
  await page.waitForFunction(() => window.workbench.value('Invoice!U10') === null);
  expect(await linesByKey(excel)).toEqual(before);
  expect(await page.evaluate(() => window.workbench.value('Invoice!U10'))).toBeNull();

  const gone = await page.evaluate(() => String(window.workbench.value('Invoice!BI11')));
  await excel.goTo(`Invoice!${invoiceCell('memberCin', 11)}`);
  await pane.getByRole('button', { name: 'Delete line' }).click();
  await pane.getByRole('button', { name: 'Yes, delete it' }).click();
  await page.waitForFunction((key) => String(window.workbench.value('Invoice!BI11')) !== key, gone);
  before.delete(gone);
  expect(await linesByKey(excel)).toEqual(before);
  expect(excel.scriptErrors).toEqual([]);
  await excel.close();
});
