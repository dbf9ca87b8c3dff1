import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { invoiceCell, startSite, type OpenWorkbench, type WorkbenchSite } from '../../support/workbench-page.ts';

const dirty = join(import.meta.dirname, '..', '..', '..', 'plans', 'sample', 'harbor-care-2026-10-dirty.csv');

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Stops of the tabulator key that are tried on the way to a button. */
const mostStops = 60;

function frameOf({ page }: OpenWorkbench): Frame {
  const frame = page.frames().find((each) => each.url().includes('pane.html'));
  if (frame === undefined) throw new Error('No pane');
  return frame;
}

/** What has the focus in the pane, as it reads. */
function focused(excel: OpenWorkbench): Promise<string> {
  return frameOf(excel).evaluate(() => document.activeElement?.textContent ?? '');
}

/** Walks to a button with the tabulator key, and presses it. */
async function pressByKeyboard(excel: OpenWorkbench, name: RegExp): Promise<void> {
  await excel.pane.getByRole('button', { name }).waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (name.test(await focused(excel))) {
      await excel.page.keyboard.press('Enter');
      return;
    }
    await excel.page.keyboard.press('Tab');
  }
  throw new Error(`No way by keyboard to ${String(name)}`);
}

/** The month with slips in it on the sheet, none of them repaired on the way. */
async function fillUnrepaired({ pane }: OpenWorkbench): Promise<void> {
  await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await pane.getByText('The invoice sheets are in the workbook.').waitFor();
  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByRole('button', { name: 'Import a list' }).click();
  await pane.locator('input[type=file]').setInputFiles(dirty);
  const kinds = pane.getByRole('checkbox', { name: / · \d+ repairs?$/ });
  await kinds.first().waitFor();
  for (const kind of await kinds.all()) {
    await kind.uncheck();
    await pane.getByRole('button', { name: /^Add .*lines/ }).waitFor();
  }
  await pane.getByRole('button', { name: /^Add .*lines/ }).click();
  await pane.getByText(/lines added/).waitFor();
}

test('all repairs by keyboard alone: previewed, made in the sheet, and taken back', async () => {
  const excel = await site.open();
  const { page, pane } = excel;
  await fillUnrepaired(excel);
  const column = `Invoice!${invoiceCell('memberCin', 3)}:${invoiceCell('memberCin', 180)}`;
  const cins = () => page.evaluate((area) => window.workbench.values(area).map(([cin]) => String(cin ?? '')), column);
  const before = await cins();
  expect(before).toContain('98906828H41234');

  await pane.getByRole('tab', { name: /^Check/ }).focus();
  await page.keyboard.press('Enter');
  await pressByKeyboard(excel, /^Check all lines$/);
  await pane.getByText('The Check column was brought up to date', { exact: false }).waitFor();
  await pressByKeyboard(excel, /^Preview all repairs$/);
  await pane.getByRole('heading', { name: 'Repairs to make' }).waitFor();
  expect(await focused(excel)).toBe('Repairs to make');
  expect(await cins()).toEqual(before);

  await pressByKeyboard(excel, /^Make \d+ repairs$/);
  await pane.getByText(/\d+ repairs made\./).waitFor();
  expect(await focused(excel)).toBe('Check');
  const repaired = await cins();
  expect(repaired).not.toContain('98906828H41234');
  expect(repaired).toContain('98906828H');

  await pressByKeyboard(excel, /^Take \d+ repairs back$/);
  await pane.getByText(/\d+ repairs taken back\./).waitFor();
  expect(await cins()).toEqual(before);
  expect(excel.scriptErrors).toEqual([]);
  await excel.close();
}, 120_000);
