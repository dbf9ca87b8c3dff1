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

test('a list refuses another entry: Retry goes on typing, Cancel keeps what was there', async () => {
  await sheet.goTo('B2');
  await sheet.type('Mars');
  expect(await sheet.alert()).toMatch(/It is not in the list/);
  await sheet.answer('Retry');
  await sheet.page.waitForFunction(() => window.workbench.editing()?.text === 'Mars');
  await sheet.press('Control+a');
  await sheet.page.keyboard.type('Meals');
  await sheet.press('Enter');
  await sheet.page.waitForFunction(() => window.workbench.value('B2') === 'Meals');

  await sheet.goTo('B2');
  await sheet.type('Venus');
  await sheet.alert();
  await sheet.answer('Cancel');
  expect(await sheet.value('B2')).toBe('Meals');
  expect(await sheet.page.evaluate(() => window.workbench.editing())).toBeNull();
});

test('a list opens by Alt+Down, and Enter takes the entry that arrow keys chose', async () => {
  const { page } = sheet;
  await sheet.goTo('B3');
  await sheet.press('Alt+ArrowDown');
  await page.getByRole('listbox').waitFor();
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['Housing', 'Meals', 'Respite']);
  await sheet.press('ArrowDown', 'ArrowDown', 'Enter');
  await page.waitForFunction(() => window.workbench.value('B3') === 'Respite');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
});

test('a list opens by its arrow, and a click takes an entry; Escape takes none', async () => {
  const { page } = sheet;
  await page.locator('[data-address="B3"]').click();
  await page.locator('[data-address="B3"] .list-button').click();
  await page.getByRole('option', { name: 'Meals' }).click();
  await page.waitForFunction(() => window.workbench.value('B3') === 'Meals');
  await page.locator('[data-address="B3"] .list-button').click();
  await page.getByRole('listbox').waitFor();
  await sheet.press('ArrowDown', 'Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  expect(await sheet.value('B3')).toBe('Meals');
});

test('a warning asks, and the person may insist', async () => {
  await sheet.goTo('D3');
  await sheet.type('20');
  expect(await sheet.alert()).toMatch(/Mostly 1 to 10\.\s+Continue\?/);
  await sheet.answer('No');
  await sheet.page.waitForFunction(() => window.workbench.editing()?.text === '20');
  await sheet.press('Enter');
  await sheet.alert();
  await sheet.answer('Yes');
  expect(await sheet.value('D3')).toBe(20);
});

test('a note says what belongs into the selected cell', async () => {
  await sheet.goTo('B3');
  await sheet.page.getByText('Choose it from the list.').waitFor();
  await sheet.press('ArrowLeft');
  await sheet.page.getByText('Choose it from the list.').waitFor({ state: 'detached' });
});

test('a malformed cell turns red, and white again when it is mended', async () => {
  const color = (): Promise<string> =>
    sheet.page.locator('[data-address="C3"]').evaluate((cell) => getComputedStyle(cell).backgroundColor);
  await sheet.goTo('C3');
  await sheet.type('-1');
  await expect(color()).resolves.toBe('rgb(255, 199, 206)');
  await sheet.goTo('C3');
  await sheet.type('1');
  await expect(color()).resolves.toBe('rgba(0, 0, 0, 0)');
});
