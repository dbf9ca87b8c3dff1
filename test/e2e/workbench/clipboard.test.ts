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

/** What a cell is, beside what it holds. */
const nature = (address: string) =>
  sheet.page.evaluate(
    (at) => ({
      locked: window.workbench.isLocked(at),
      format: window.workbench.format(at).numberFormat,
      list: window.workbench.validation(at)?.rule.type ?? null,
    }),
    address,
  );

const untilValue = (address: string, value: string | number | null) =>
  sheet.page.waitForFunction(([at, wanted]) => window.workbench.value(String(at)) === wanted, [address, value]);

test('an ordinary paste brings lock and format along and takes the list away; Undo brings all back', async () => {
  const before = await nature('B2');
  expect(before).toEqual({ locked: false, format: 'General', list: 'List' });
  await sheet.goTo('G2');
  await sheet.press('Control+c');
  await sheet.goTo('B2');
  await sheet.press('Control+v');
  await sheet.page.waitForFunction(() => window.workbench.undoLabels().length === 1);
  expect(await nature('B2')).toEqual({ locked: true, format: '#,##0.00', list: null });
  await sheet.press('Control+z');
  await untilValue('B2', 'Housing');
  expect(await nature('B2')).toEqual(before);
  await sheet.press('Control+y');
  await sheet.page.waitForFunction(() => window.workbench.isLocked('B2'));
});

test('Paste values brings the values alone', async () => {
  await sheet.goTo('G2');
  await sheet.press('Control+c');
  await sheet.goTo('B3');
  await sheet.press('Control+Shift+V');
  await untilValue('B3', 25);
  expect(await nature('B3')).toEqual({ locked: false, format: 'General', list: 'List' });
});

test('text from another program is read as typed, past the list, and keeps what the cells are', async () => {
  await sheet.page.evaluate(() => navigator.clipboard.writeText('Eve\tMars\t4\nBob\tMeals\t5'));
  await sheet.goTo('A3');
  await sheet.press('Control+v');
  await untilValue('C4', 5);
  expect(await sheet.page.evaluate(() => window.workbench.values('A3:C4'))).toEqual([
    ['Eve', 'Mars', 4],
    ['Bob', 'Meals', 5],
  ]);
  expect(await nature('B3')).toEqual({ locked: false, format: 'General', list: 'List' });
});

test('a table from a web page brings plain formats, locks included', async () => {
  await sheet.page.evaluate(async () => {
    const html = '<table><tr><td>0042</td></tr></table>';
    const part = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    await navigator.clipboard.write([new ClipboardItem({ ...part('text/html', html), ...part('text/plain', '0042') })]);
  });
  await sheet.goTo('F3');
  await sheet.press('Control+v');
  await untilValue('F3', 42);
  expect(await nature('F3')).toMatchObject({ locked: true, format: 'General' });
});

test('what is copied can be pasted elsewhere as text, and the copied cells are marked until Escape', async () => {
  const { page } = sheet;
  await sheet.goTo('A2:C2');
  await sheet.press('Control+c');
  await page.locator('[data-address="A2"].copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Ann\tHousing\t2\r\n');
  await sheet.press('Escape');
  await page.locator('[data-address="A2"]:not(.copied)').waitFor();
});

test('cut cells move', async () => {
  await sheet.goTo('A2');
  await sheet.press('Control+x');
  await sheet.goTo('A5');
  await sheet.press('Control+v');
  await untilValue('A5', 'Ann');
  expect(await sheet.value('A2')).toBeNull();
});

test('the menu of the cells copies and pastes values', async () => {
  const { page } = sheet;
  await page.locator('[data-address="E2"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy' }).click();
  await page.locator('[data-address="E3"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Paste values' }).click();
  await untilValue('E3', 12.5);
});

test('Fill down and the fill handle', async () => {
  const { page } = sheet;
  await sheet.goTo('A2:A4');
  await sheet.press('Control+d');
  await untilValue('A4', 'Ann');
  await sheet.goTo('F2');
  const handle = await page.locator('.fill-handle').boundingBox();
  const target = await page.locator('[data-address="F5"]').boundingBox();
  if (handle === null || target === null) throw new Error('not in view');
  await page.mouse.move(handle.x + 3, handle.y + 3);
  await page.mouse.down();
  await page.mouse.move(target.x + 10, target.y + 10, { steps: 4 });
  await page.mouse.up();
  await untilValue('F5', '0015');
  expect(await page.evaluate(() => window.workbench.selection().areas)).toEqual(['F2:F5']);
});

test('Delete empties cells, past the list, and Undo fills them again', async () => {
  await sheet.goTo('A2:C2');
  await sheet.press('Delete');
  await untilValue('A2', null);
  expect(await sheet.text('G2')).toBe('');
  await sheet.press('Control+z');
  await untilValue('C2', 2);
  expect(await sheet.text('G2')).toBe('25.00');
});
