import { startSheetSite, type SheetPage, type SheetSite } from './sheet-page.ts';

let site: SheetSite;
let sheet: SheetPage;

beforeAll(async () => {
  site = await startSheetSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  sheet = await site.open();
});
afterEach(async () => {
  expect(sheet.scriptErrors).toEqual([]);
  await sheet.close();
});

const selection = () => sheet.page.evaluate(() => window.workbench.selection());

test('typing replaces, F2 goes on, Escape gives up, arrow keys end what was typed over', async () => {
  await sheet.type('one');
  await sheet.goTo('A1');
  await sheet.press('F2');
  await sheet.page.keyboard.type(' two');
  await sheet.press('ArrowLeft', 'Enter');
  await sheet.page.waitForFunction(() => window.workbench.value('A1') === 'one two');
  await sheet.goTo('A1');
  await sheet.page.keyboard.type('three');
  await sheet.press('Escape');
  expect(await sheet.value('A1')).toBe('one two');
  await sheet.page.keyboard.type('4');
  await sheet.press('ArrowRight');
  await sheet.page.waitForFunction(() => window.workbench.value('A1') === 4);
  expect((await selection()).cell).toBe('Sheet1!B1');
});

test('values are shown by their formats, formulas by what they give', async () => {
  await sheet.type('1/5/2026');
  await sheet.type('5%');
  await sheet.type('=A2*2');
  await sheet.type('TRUE');
  await sheet.type('=1/0');
  const shown = (address: string) => sheet.page.locator(`[data-address="${address}"]`).innerText();
  expect(await Promise.all(['A1', 'A2', 'A3', 'A4', 'A5'].map(shown))).toEqual([
    '1/5/2026',
    '5%',
    '0.1',
    'TRUE',
    '#DIV/0!',
  ]);
  await sheet.goTo('A3');
  await expect(sheet.page.getByRole('textbox', { name: 'Formula bar' }).inputValue()).resolves.toBe('=A2*2');
});

test('the formula bar edits the cell as well', async () => {
  const { page } = sheet;
  const bar = page.getByRole('textbox', { name: 'Formula bar' });
  await bar.click();
  await page.keyboard.type('=6*7');
  await sheet.press('Enter');
  await page.waitForFunction(() => window.workbench.value('A1') === 42);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

test('selecting by mouse, Shift, Ctrl and the headings', async () => {
  const { page } = sheet;
  const cell = (address: string) => page.locator(`[data-address="${address}"]`);
  await cell('B2').hover();
  await page.mouse.down();
  await cell('D5').hover();
  await page.mouse.up();
  expect((await selection()).areas).toEqual(['B2:D5']);
  await cell('E6').click({ modifiers: ['Shift'] });
  expect((await selection()).areas).toEqual(['B2:E6']);
  await cell('G8').click({ modifiers: ['Control'] });
  expect((await selection()).areas).toEqual(['B2:E6', 'G8']);
  await sheet.press('Shift+ArrowDown', 'Shift+ArrowRight');
  expect((await selection()).areas).toEqual(['G8:H9']);
  await page.locator('[data-column="2"]').click();
  expect((await selection()).areas).toEqual(['C:C']);
  await page.locator('[data-row="3"]').click();
  expect((await selection()).areas).toEqual(['4:4']);
});

test('Ctrl and arrows go to the end of what is filled, Ctrl+Home and Ctrl+End to its corners', async () => {
  await sheet.makeLines();
  await sheet.goTo('A1');
  const cellAfter = async (key: string) => {
    await sheet.press(key);
    return (await selection()).cell;
  };
  expect(await cellAfter('Control+ArrowRight')).toBe('Lines!G1');
  expect(await cellAfter('Control+ArrowDown')).toBe('Lines!G30');
  expect(await cellAfter('Control+Home')).toBe('Lines!B2');
  expect(await cellAfter('Control+End')).toBe('Lines!G30');
  await sheet.goTo('A2');
  await sheet.press('Control+Shift+ArrowRight');
  expect((await selection()).areas).toEqual(['A2:G2']);
});

test('Enter after Tab goes back to where the tabbing began', async () => {
  await sheet.goTo('B2');
  await sheet.press('1', 'Tab', '2', 'Tab', '3', 'Enter');
  await sheet.page.waitForFunction(() => window.workbench.value('D2') === 3);
  expect((await selection()).cell).toBe('Sheet1!B3');
});

test('frozen rows and columns stay while the sheet scrolls', async () => {
  const { page } = sheet;
  await sheet.makeLines();
  await sheet.goTo('Z80');
  await page.locator('[data-address="Z80"]').waitFor();
  const isSeen = (address: string) => page.locator(`[data-address="${address}"]`).isVisible();
  expect([await isSeen('A80'), await isSeen('Z1'), await isSeen('B2')]).toEqual([true, true, false]);
});

test('columns are hidden, shown again and made wider', async () => {
  const { page } = sheet;
  const heading = (column: number) => page.locator(`[data-column="${String(column)}"]`);
  await heading(1).click();
  await page.keyboard.down('Shift');
  await heading(2).click();
  await page.keyboard.up('Shift');
  await heading(2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hide columns', exact: true }).click();
  await heading(1).waitFor({ state: 'detached' });
  await heading(0).click();
  await page.keyboard.down('Shift');
  await heading(3).click();
  await page.keyboard.up('Shift');
  await heading(3).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Unhide columns' }).click();
  await heading(1).waitFor();
  await heading(5).click();
  const before = await heading(1).boundingBox();
  if (before === null) throw new Error('not in view');
  await page.mouse.move(before.x + before.width - 2, before.y + 10);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 48, before.y + 10, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => window.workbench.undoLabels()[0] === 'Column Width');
  expect((await selection()).areas).toEqual(['F:F']);
});

test('a filter hides rows and shows them again', async () => {
  const { page } = sheet;
  await page.evaluate(() => navigator.clipboard.writeText('Service\nHousing\nMeals\nHousing\nRespite'));
  await sheet.press('Control+v');
  await page.waitForFunction(() => window.workbench.value('A5') === 'Respite');
  await sheet.goTo('A1:A5');
  await page.getByRole('button', { name: 'Cells' }).click();
  await page.getByRole('menuitem', { name: 'Filter the selection' }).click();
  await page.locator('[data-address="A1"] .filter-button').click();
  await page.getByRole('checkbox', { name: 'Housing' }).uncheck();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.locator('[data-address="A2"]').waitFor({ state: 'detached' });
  const rows = (await page.locator('.row-heading').allInnerTexts()).slice(0, 4);
  expect(rows).toEqual(['1', '3', '5', '6']);
  await sheet.goTo('A1');
  await sheet.press('Alt+ArrowDown');
  await page.getByRole('checkbox', { name: '(Select all)' }).check();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.locator('[data-address="A2"]').waitFor();
});

test('hidden sheets have no tab, and the tabs go to their sheets', async () => {
  const { page } = sheet;
  await sheet.makeLines();
  await sheet.pane().evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('Lists').visibility = 'Hidden';
      context.workbook.worksheets.add('State').visibility = 'VeryHidden';
      await context.sync();
    }),
  );
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Sheet1', 'Lines']);
  await page.getByRole('tab', { name: 'Sheet1' }).click();
  await page.waitForFunction(() => window.workbench.selection().sheet === 'Sheet1');
  await sheet.goTo('Lines!C2');
  expect(await selection()).toMatchObject({ sheet: 'Lines', cell: 'Lines!C2' });
});

test('of 5,000 rows and 65 columns only those in view are in the page', async () => {
  const { page } = sheet;
  await sheet.pane().waitForFunction(() => 'Office' in window);
  await sheet.pane().evaluate(async () => {
    await Office.onReady();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:BM5000');
      range.values = Array.from({ length: 5000 }, (_row, down) =>
        Array.from({ length: 65 }, (_cell, across) => `${String(down)} ${String(across)}`),
      );
      await context.sync();
    });
  });
  await page.locator('.text', { hasText: /^0 0$/ }).waitFor();
  await sheet.goTo('BM5000');
  await page.locator('.text', { hasText: /^4999 64$/ }).waitFor();
  expect(await page.locator('.cell').count()).toBeLessThan(1500);
  await sheet.press('Control+Home');
  await page.locator('.text', { hasText: /^0 0$/ }).waitFor();
});
