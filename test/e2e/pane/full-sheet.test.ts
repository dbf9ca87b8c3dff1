import { printCsv } from '../../../src/xlsx/csv.ts';
import { tiledLines } from '../../../bench/sample-lines.ts';
import { invoiceCell, startSite, type OpenWorkbench, type WorkbenchSite } from '../../support/workbench-page.ts';

const count = 5_000;

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/**
 * Presses Stop in the pane at the moment at which it appears, however short the work is.
 *
 * @param beside a button that must be there as well: what is stopped is then the work that shows it
 */
async function stopAtOnce({ page }: OpenWorkbench, beside = 'Stop'): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('pane.html'));
  if (frame === undefined) throw new Error('No pane');
  await frame.evaluate((other) => {
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    const observer = new MutationObserver(() => {
      const stop = button('Stop');
      if (stop === undefined || button(other) === undefined) return;
      observer.disconnect();
      stop.click();
    });
    observer.observe(document.body, { subtree: true, childList: true });
  }, beside);
}

/** Opens a list of as many lines as a workbook holds. */
async function openFullList({ pane }: OpenWorkbench): Promise<void> {
  const buffer = Buffer.from(printCsv(tiledLines('harbor-care-2026-10', count)));
  await pane.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
}

test('5,000 lines: the preview and the full check say how far they are, and stop when they are told to', async () => {
  const excel = await site.open();
  const { page, pane } = excel;
  const shown = (cell: string) => page.evaluate((address) => window.workbench.text(address), `Invoice!${cell}`);
  await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await pane.getByText('The invoice sheets are in the workbook.').waitFor();
  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByRole('button', { name: 'Import a list' }).click();

  // While the file is read: nothing comes of it, and it can be opened again.
  const stopped = pane.getByText('Stopped. Nothing was written to the workbook.');
  await stopAtOnce(excel);
  await openFullList(excel);
  await stopped.waitFor();
  expect(page.workers()).toEqual([]);
  expect(await pane.getByRole('button', { name: 'Use another list' }).count()).toBe(0);

  // While the preview is worked out.
  await stopAtOnce(excel, 'Use another list');
  await openFullList(excel);
  await pane.getByRole('button', { name: 'Use another list' }).waitFor();
  await stopped.waitFor();
  expect(await shown(invoiceCell('memberCin', 3))).toBe('');

  // What was stopped is begun again where it stands.
  await pane.getByRole('button', { name: 'Preview', exact: true }).click();
  const add = pane.getByRole('button', { name: 'Add 5,000 lines' });
  await add.click({ timeout: 120_000 });
  await pane.getByText('5,000 lines added', { exact: false }).waitFor({ timeout: 240_000 });

  await pane.getByRole('tab', { name: /^Check/ }).click();
  await stopAtOnce(excel);
  await pane.getByRole('button', { name: 'Check all lines' }).click();
  await stopped.waitFor({ timeout: 60_000 });
  expect(await shown(invoiceCell('check', 3))).toBe('');

  await pane.getByRole('button', { name: 'Check all lines' }).click();
  await pane.getByText('The Check column was brought up to date', { exact: false }).waitFor({ timeout: 240_000 });
  await pane.getByText(/5,000 lines checked:/).waitFor();
  expect(excel.scriptErrors).toEqual([]);
  await excel.close();
}, 600_000);
