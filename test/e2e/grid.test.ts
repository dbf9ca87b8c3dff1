import { invoiceCell, startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';

let site: WorkbenchSite;
let excel: OpenWorkbench;

const row = 3;
const cell = (column: Parameters<typeof invoiceCell>[0]) => `Invoice!${invoiceCell(column, row)}`;
const locked = cell('memberFirstName');
const place = cell('placeOfService');
const number = cell('invoiceNumber');

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  excel = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await excel.pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await excel.pane.getByText('The invoice sheets are in the workbook.').waitFor();
});
afterEach(async () => {
  expect(excel.scriptErrors).toEqual([]);
  await excel.close();
});

const input = (address: string) => excel.page.evaluate((at) => window.workbench.input(at), address);
const alert = () => excel.page.getByRole('alertdialog');

/** Enters something into a cell of the person's own sheet and copies it. */
async function copyFromOwnSheet(text: string) {
  await excel.goTo('Sheet1!A1');
  await excel.page.keyboard.type(text);
  await excel.page.keyboard.press('Enter');
  await excel.page.waitForFunction(() => window.workbench.editing() === null);
  await excel.goTo('Sheet1!A1');
  await excel.page.keyboard.press('Control+c');
}

async function refusedWith(words: RegExp) {
  await alert().waitFor();
  expect(await alert().innerText()).toMatch(words);
  await alert().getByRole('button').first().click();
  await alert().waitFor({ state: 'detached' });
}

test('a locked cell refuses typing, Delete and paste, and keeps what it holds', async () => {
  await copyFromOwnSheet('mine');
  const before = await input(locked);
  expect(before).toMatch(/^=/);

  await excel.goTo(locked);
  await excel.page.keyboard.press('x');
  await refusedWith(/protected sheet/);
  await excel.page.keyboard.press('Delete');
  await refusedWith(/protected sheet/);
  await excel.page.keyboard.press('Control+v');
  await refusedWith(/protected sheet/);
  expect(await input(locked)).toBe(before);
});

test('by mouse as well: a double click on a locked cell does not open it', async () => {
  await excel.goTo(locked);
  const grid = excel.page.getByRole('grid', { name: 'Cells' });
  await excel.page.waitForFunction(
    () => document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') !== null,
  );
  await excel.page.locator(`#${(await grid.getAttribute('aria-activedescendant')) ?? ''}`).dblclick({ force: true });
  await refusedWith(/protected sheet/);
  expect(await excel.read((workbench) => workbench.editing())).toBeNull();
});

test('a list refuses an entry that it does not have', async () => {
  await excel.goTo(place);
  await excel.page.keyboard.type('Mars');
  await excel.page.keyboard.press('Enter');
  await alert().waitFor();
  expect(await alert().innerText()).toMatch(/Choose an entry of the list/);
  await alert().getByRole('button', { name: 'Cancel' }).click();
  await alert().waitFor({ state: 'detached' });
  expect(await input(place)).toBe('');
});

test('a paste that wipes a list, locks the cell and loses its format is found, and Repair keeps the data', async () => {
  const { page, pane } = excel;
  await copyFromOwnSheet('12');
  for (const address of [place, number]) {
    await excel.goTo(address);
    await page.keyboard.press('Control+v');
    await page.waitForFunction((at) => window.workbench.input(at) === '12', address);
  }
  expect(await page.evaluate((at) => window.workbench.isLocked(at), place)).toBe(true);
  expect(await page.evaluate((at) => window.workbench.validation(at), place)).toBeNull();
  // The cell has become a locked one.
  await excel.goTo(place);
  await page.keyboard.press('1');
  await refusedWith(/protected sheet/);

  await pane.getByRole('tab', { name: /^Check/ }).click();
  await pane.getByRole('button', { name: 'Look for damage to the sheet' }).click();
  await pane.getByText('The sheet is not as it was installed').waitFor();
  expect(await pane.locator('body').innerText()).toMatch(/Place of Service \(POS\)/);
  await pane.getByRole('button', { name: 'Repair' }).click();
  await pane.getByText('your entries are kept', { exact: false }).waitFor();

  expect(await page.evaluate((at) => window.workbench.isLocked(at), place)).toBe(false);
  expect(await page.evaluate((at) => window.workbench.validation(at)?.rule, place)).toBeDefined();
  expect(await page.evaluate((at) => window.workbench.value(at), place)).toBe('12');
  expect(await page.evaluate((at) => window.workbench.value(at), number)).toBe('12');
  expect(await excel.read((workbench) => workbench.isProtected('Invoice'))).toBe(true);
  await excel.goTo(place);
  await page.keyboard.type('Mars');
  await page.keyboard.press('Enter');
  await refusedWith(/Choose an entry of the list/);
});

test('the journal of a pane’s check has no protection call', async () => {
  const mark = await excel.read((workbench) => workbench.mark());
  await excel.pane.getByRole('tab', { name: /^Check/ }).click();
  await excel.pane.getByRole('button', { name: 'Check all lines' }).click();
  await excel.pane.getByText('There are no lines to check yet.').waitFor();
  const part = await excel.page.evaluate((from) => {
    const { syncs, protectionCalls, lockedWrites } = window.workbench.since(from);
    return { syncs, protectionCalls: protectionCalls.length, lockedWrites: lockedWrites.length };
  }, mark);
  expect(part).toEqual({ syncs: 2, protectionCalls: 0, lockedWrites: 0 });
});
