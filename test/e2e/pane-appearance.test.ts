import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { arrangeExcel, openScreen, paneScreens, showTheme, themesOfPage } from '../../scripts/pane-screens.ts';
import { startSite, type WorkbenchSite } from '../support/workbench-page.ts';

const list = join(import.meta.dirname, '..', '..', 'plans', 'sample', 'harbor-care-2026-10-dirty.csv');

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Rules whose outcome a theme can change; all others look at what is the same in every theme. */
const themedRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the pane, in short. */
async function violations(page: Parameters<typeof showTheme>[0], rules: 'all' | 'themed'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).include('iframe');
  const { violations: found } = await (rules === 'all' ? axe : axe.withRules(themedRules)).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}

test.each(['light', 'dark'] as const)(
  'every screen, 320 px wide, in Excel’s %s theme and the contrasts of the system: axe finds nothing, nothing is cut off',
  async (excelTheme) => {
    const excel = await site.open();
    const { page, pane } = excel;
    await arrangeExcel(page, excelTheme);
    const seen: Record<string, readonly string[]> = {};
    for (const screen of paneScreens(list)) {
      await openScreen(pane, page, screen);
      for (const theme of themesOfPage[excelTheme]) {
        await showTheme(page, theme);
        const wide = await pane.locator('main').evaluate((main) => main.scrollWidth > main.clientWidth);
        const found = [
          ...(await violations(page, theme === 'light' ? 'all' : 'themed')),
          ...(wide ? ['wider than the pane'] : []),
        ];
        if (found.length > 0) seen[`${screen.name}, ${theme}`] = found;
      }
      await showTheme(page, excelTheme);
    }
    expect(seen).toEqual({});
    expect(excel.scriptErrors).toEqual([]);
    await excel.close();
  },
  600_000,
);
