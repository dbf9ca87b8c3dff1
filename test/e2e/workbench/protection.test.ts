import { startSheetSite, type SheetPage, type SheetSite } from './sheet-page.ts';

let site: SheetSite;
let sheet: SheetPage;

beforeAll(async () => {
  site = await startSheetSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  sheet = await site.open();
  await sheet.makeLines();
});
afterEach(async () => {
  expect(sheet.scriptErrors).toEqual([]);
  await sheet.close();
});

const onProtectedSheet = /on a protected sheet/;

test.each(['x', 'Delete', 'F2', 'Backspace', 'Control+d'])('a locked cell refuses %s', async (key) => {
  await sheet.goTo(key === 'Control+d' ? 'G2:G3' : 'G2');
  await sheet.press(key);
  expect(await sheet.alert()).toMatch(onProtectedSheet);
  await sheet.answer('OK');
  expect(await sheet.value('G2')).toBe(25);
  expect(await sheet.page.evaluate(() => [window.workbench.editing(), window.workbench.undoLabels()])).toEqual([
    null,
    [],
  ]);
});

test('a locked cell refuses a double click and the formula bar', async () => {
  const { page } = sheet;
  await page.locator('[data-address="G2"]').dblclick();
  expect(await sheet.alert()).toMatch(onProtectedSheet);
  await sheet.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: 'Formula bar' }).click();
  expect(await sheet.alert()).toMatch(onProtectedSheet);
  await sheet.answer('OK');
  expect(await page.evaluate(() => window.workbench.editing())).toBeNull();
});

test('a paste of which one cell is locked is refused whole', async () => {
  await sheet.goTo('E2:F2');
  await sheet.press('Control+c');
  await sheet.goTo('F3');
  await sheet.press('Control+v');
  expect(await sheet.alert()).toMatch(onProtectedSheet);
  await sheet.answer('OK');
  expect(await sheet.value('F3')).toBeNull();
  expect(await sheet.page.evaluate(() => window.workbench.undoLabels())).toEqual([]);
});

test('Delete over cells of which one is locked empties none', async () => {
  await sheet.goTo('E2:G2');
  await sheet.press('Delete');
  expect(await sheet.alert()).toMatch(onProtectedSheet);
  await sheet.answer('OK');
  expect(await sheet.value('E2')).toBe(12.5);
});

test('rows cannot be inserted, and the status line says why', async () => {
  await sheet.page.getByRole('button', { name: 'Cells' }).click();
  await sheet.page.getByRole('menuitem', { name: 'Insert rows' }).click();
  await sheet.page.getByText('Insert is not available while the sheet is protected.').waitFor();
  expect(await sheet.value('A2')).toBe('Ann');
});

test('Review takes the protection off and on again, as it was', async () => {
  const { page } = sheet;
  const review = async (command: RegExp): Promise<void> => {
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('menuitem', { name: command }).click();
  };
  await review(/Unprotect sheet/);
  await page.waitForFunction(() => !window.workbench.isProtected());
  await sheet.goTo('G2');
  await sheet.type('7');
  expect(await sheet.value('G2')).toBe(7);
  await review(/Protect sheet/);
  await page.waitForFunction(() => window.workbench.isProtected());
  await sheet.goTo('G3');
  await sheet.press('1');
  expect(await sheet.alert()).toMatch(onProtectedSheet);
  await sheet.answer('OK');
});

test('Tab goes from one unlocked cell to the next', async () => {
  await sheet.goTo('F2');
  await sheet.press('Tab');
  expect(await sheet.page.evaluate(() => window.workbench.selection().cell)).toBe('Lines!A3');
});
