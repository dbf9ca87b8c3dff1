import AxeBuilder from '@axe-core/playwright';
import { startSheetSite, type SheetPage, type SheetSite } from './sheet-page.ts';

let site: SheetSite;
let sheet: SheetPage;

beforeAll(async () => {
  site = await startSheetSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  // Small: the checker looks at every cell in view.
  sheet = await site.open({ viewport: { width: 960, height: 420 } });
  await sheet.makeLines();
});
afterEach(() => sheet.close());

/** What the checker finds, one line each, in the part of the page without what is left out. */
async function violations(without: string): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page: sheet.page })
    // The parts of the grid that scroll do so by its keys: the focus is on the grid itself.
    .disableRules('scrollable-region-focusable')
    .exclude(without)
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function setTheme(name: string): Promise<void> {
  await sheet.page.getByRole('button', { name: 'Excel', exact: true }).click();
  await sheet.page.getByRole('menuitemradio', { name }).click();
  await sheet.page.getByRole('menu').waitFor({ state: 'detached' });
}

test.each([
  ['Light theme', '.none'],
  // Cells have the same colors in every theme.
  ['Dark theme', '.cells'],
  ['High contrast theme', '.cells'],
])('%s: nothing stands in the way of a reader', async (name, without) => {
  await setTheme(name);
  await sheet.page.getByText('Office inspector').click();
  await sheet.goTo('B2');
  await sheet.page.getByText('Choose it from the list.').waitFor();
  expect(await violations(without)).toEqual([]);
  await sheet.goTo('B3');
  await sheet.press('Alt+ArrowDown');
  await sheet.page.getByRole('listbox').waitFor();
  expect(await violations(without)).toEqual([]);
  await sheet.press('Escape');
  await sheet.goTo('G2');
  await sheet.press('x');
  await sheet.alert();
  expect(await violations(without)).toEqual([]);
});

test('a message box keeps the focus, and gives it back to the cells', async () => {
  const { page } = sheet;
  await sheet.goTo('B3');
  await sheet.type('Mars');
  await sheet.alert();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe('Retry');
  await sheet.press('Tab');
  expect(await focused()).toBe('Cancel');
  await sheet.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=alertdialog]') !== null)).toBe(true);
  await sheet.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'grid');
});

test('F6 goes round through the parts of the page, the pane included', async () => {
  const { page } = sheet;
  const places: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    await sheet.press('F6');
    places.push(await page.evaluate(() => document.activeElement?.closest('[class]')?.className.split(' ')[0] ?? ''));
  }
  expect(new Set(places).size).toBe(5);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

test('the grid tells a reader which cell is active, what it holds, and where it lies', async () => {
  await sheet.goTo('A2');
  await sheet.page.waitForFunction(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '';
    const cell = document.getElementById(id);
    const row = cell?.closest('[role=row]');
    return (
      cell?.getAttribute('role') === 'gridcell' &&
      cell.textContent === 'Ann' &&
      cell.getAttribute('aria-colindex') === '2' &&
      row?.getAttribute('aria-rowindex') === '3'
    );
  });
});
