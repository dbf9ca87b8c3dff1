import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.ts';
import { startWorkbench } from '../../../src/workbench/server/start-workbench.ts';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist', 'workbench');

/** An add-in that does nothing by itself: tests run its code in it. */
const paneOfTests = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Pane of the tests</title>
    <script defer src="bridge.js"></script>
    <script defer src="office-js/office.js"></script>
    <script type="module">await Office.onReady();</script>
  </head>
  <body><main><h1>Pane</h1><button type="button">Nothing</button></main></body>
</html>`;

/** The built workbench with a pane of the tests' own, and a browser. */
export interface SheetSite {
  readonly open: (options?: BrowserContextOptions) => Promise<SheetPage>;
  readonly close: () => Promise<void>;
}

/** One browser window with the workbench. */
export interface SheetPage {
  readonly page: Page;
  /** The pane: code of an add-in runs here. */
  readonly pane: () => Frame;
  /** Errors that a script threw anywhere on the page. */
  readonly scriptErrors: readonly string[];
  /** Makes the sheet *Lines*; see {@link makeLines}. */
  readonly makeLines: () => Promise<void>;
  /** Selects cells by the name box, as a person does. */
  readonly goTo: (address: string) => Promise<void>;
  /** Types into the active cell, presses Enter and waits until it is taken over or Excel asks. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Words of the message box that is open. */
  readonly alert: () => Promise<string>;
  readonly answer: (button: string) => Promise<void>;
  readonly value: (address: string) => Promise<string | number | boolean | null>;
  readonly text: (address: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The pages must be built: `npm test` does that. */
export async function startSheetSite(): Promise<SheetSite> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: npm test installs one or says how.');
  const distFolder = await mkdtemp(join(tmpdir(), 'workbench-page-'));
  await cp(dist, join(distFolder, 'workbench'), { recursive: true });
  await cp(join(dist, '..', 'pane', 'assets'), join(distFolder, 'pane', 'assets'), { recursive: true });
  await writeFile(join(distFolder, 'workbench', 'pane.html'), paneOfTests);
  await writeFile(join(distFolder, 'workbench', 'dialog.html'), paneOfTests.replaceAll('Pane', 'Dialog'));
  const server = await startWorkbench({ distFolder, registry: '', port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  return {
    open: (options) => open(browser, server.url, options),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(distFolder, { recursive: true, force: true });
    },
  };
}

async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<SheetPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const scriptErrors: string[] = [];
  context.on('weberror', (error) => scriptErrors.push(error.error().message));
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-address="A1"]').waitFor();
  const pane = (): Frame => {
    const frame = page.frames().find((one) => one.url().endsWith('/pane.html'));
    if (frame === undefined) throw new Error('The pane is not loaded.');
    return frame;
  };
  const alertBox = page.getByRole('alertdialog');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    page,
    pane,
    scriptErrors,
    press,
    makeLines: async () => {
      await pane().waitForFunction(() => 'Office' in window);
      await pane().evaluate(makeLines);
      await page.waitForFunction(() => window.workbench.selection().sheet === 'Lines');
    },
    goTo: async (address) => {
      const nameBox = page.getByRole('textbox', { name: 'Name box' });
      await nameBox.fill(address);
      await nameBox.press('Enter');
      const own = address.replace(/^.*!/, '');
      await page.waitForFunction((area) => window.workbench.selection().areas[0] === area, own);
    },
    type: async (text) => {
      await page.keyboard.type(text);
      await page.waitForFunction((typed) => window.workbench.editing()?.text === typed, text);
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        () => window.workbench.editing() === null || document.querySelector('[role=alertdialog]') !== null,
      );
    },
    alert: async () => {
      await alertBox.waitFor();
      return alertBox.innerText();
    },
    answer: async (button) => {
      await alertBox.getByRole('button', { name: button, exact: true }).click();
      await alertBox.waitFor({ state: 'detached' });
    },
    value: (address) => page.evaluate((at) => window.workbench.value(at), address),
    text: (address) => page.evaluate((at) => window.workbench.text(at), address),
    close: () => context.close(),
  };
}

/**
 * A small protected sheet, made by the add-in: A and C to F are typed, F is text, B has a list, D takes 1 to 10 with a
 * warning, G is locked and calculated, row 1 is a locked heading, row 2 is filled; the first row and column are frozen.
 */
async function makeLines(): Promise<void> {
  await Office.onReady();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Lines');
    const heading = sheet.getRange('A1:G1');
    heading.values = [['Member', 'Service', 'Units', 'Days', 'Cost', 'Number', 'Charge']];
    heading.format.fill.color = '#1F4E79';
    heading.format.font.color = '#FFFFFF';
    heading.format.font.bold = true;
    sheet.getRange('F2:F30').numberFormat = Array.from({ length: 29 }, () => ['@']);
    sheet.getRange('E2:E30').numberFormat = Array.from({ length: 29 }, () => ['#,##0.00']);
    sheet.getRange('G2:G30').numberFormat = Array.from({ length: 29 }, () => ['#,##0.00']);
    sheet.getRange('G2:G30').formulas = Array.from({ length: 29 }, (_row, down) => {
      const row = String(down + 2);
      return [`=IF(C${row}="","",C${row}*E${row})`];
    });
    sheet.getRange('A2:F2').values = [['Ann', 'Housing', 2, 3, 12.5, '0012']];
    sheet.getRange('A2:F30').format.protection.locked = false;
    const list = sheet.getRange('B2:B30').dataValidation;
    list.rule = { list: { inCellDropDown: true, source: 'Housing,Meals,Respite' } };
    list.prompt = { showPrompt: true, title: 'Service', message: 'Choose it from the list.' };
    list.errorAlert = { showAlert: true, style: 'Stop', title: 'Service', message: 'It is not in the list.' };
    const days = sheet.getRange('D2:D30').dataValidation;
    days.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } };
    days.errorAlert = { showAlert: true, style: 'Warning', title: 'Days', message: 'Mostly 1 to 10.' };
    const wrong = sheet.getRange('C2:C30').conditionalFormats.add('Custom');
    wrong.custom.rule.formula = '=AND(C2<>"",C2<=0)';
    wrong.custom.format.fill.color = '#FFC7CE';
    sheet.getRange('A:A').format.columnWidth = 120;
    sheet.freezePanes.freezeAt(sheet.getRange('A1:A1'));
    sheet.protection.protect({ allowFormatColumns: true });
    sheet.activate();
    await context.sync();
  });
}
