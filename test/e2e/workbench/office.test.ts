import type { Page } from 'playwright-core';
import { startSheetSite, type SheetPage, type SheetSite } from './sheet-page.ts';

let site: SheetSite;
let sheet: SheetPage;

beforeAll(async () => {
  site = await startSheetSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  sheet = await site.open();
  await officeReady();
});
afterEach(async () => {
  expect(sheet.scriptErrors).toEqual([]);
  await sheet.close();
});

/** The pane may have been loaded anew. */
async function officeReady(): Promise<void> {
  await sheet.page.locator('.pane iframe').waitFor();
  await sheet.pane().waitForFunction(() => 'Office' in window && 'Excel' in window);
  await sheet.pane().evaluate(() => Office.onReady());
}

async function command(menu: string, name: string | RegExp): Promise<void> {
  await sheet.page.getByRole('button', { name: menu, exact: true }).click();
  await sheet.page.locator('.menu').getByText(name).click();
}

/** Loads the pane anew by a command, and waits for the new one. */
async function reloading(action: () => Promise<void>): Promise<void> {
  await sheet.pane().evaluate(() => {
    Object.assign(window, { isOld: true });
  });
  await action();
  await sheet.page.waitForFunction(() => {
    const pane = document.querySelector<HTMLIFrameElement>('.pane iframe')?.contentWindow;
    return pane?.location.pathname === '/pane.html' && !('isOld' in pane) && 'Excel' in pane;
  });
  await officeReady();
}

const readA1 = () =>
  sheet.pane().evaluate(async () => {
    try {
      return await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
        await context.sync();
        return String(range.values[0]?.[0]);
      });
    } catch (error) {
      return String((error as { code?: string }).code);
    }
  });

test('while a cell is edited the add-in is refused, and served again afterwards', async () => {
  await sheet.page.keyboard.type('half');
  await sheet.page.waitForFunction(() => window.workbench.editing()?.text === 'half');
  expect(await readA1()).toBe('InvalidOperationInCellEditMode');
  await sheet.press('Enter');
  await sheet.page.waitForFunction(() => window.workbench.editing() === null);
  expect(await readA1()).toBe('half');
});

test('what the person does reaches the add-in as events', async () => {
  await sheet.pane().evaluate(() =>
    Excel.run(async (context) => {
      const addresses: string[] = [];
      Object.assign(window, { addresses });
      context.workbook.worksheets.getActiveWorksheet().onChanged.add((event) => {
        addresses.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
    }),
  );
  await sheet.type('1');
  await sheet.goTo('C3');
  await sheet.type('2');
  await sheet
    .pane()
    .waitForFunction(() => JSON.stringify((window as unknown as { addresses: string[] }).addresses) === '["A1","C3"]');
});

test.each([
  ['Dark theme', '#262626'],
  ['High contrast theme', '#000000'],
])('%s is the add-in’s Office theme too', async (name, background) => {
  await sheet.type('kept');
  await reloading(() => command('Excel', name));
  const told = await sheet.pane().evaluate(() => Office.context.officeTheme.bodyBackgroundColor);
  expect(told).toBe(background);
  expect(await sheet.value('A1')).toBe('kept');
});

test('the limits of Excel for the web are switched on', async () => {
  const writeSixMegabytes = () =>
    sheet.pane().evaluate(async () => {
      try {
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A200');
          range.values = Array.from({ length: 200 }, () => ['x'.repeat(32_000)]);
          await context.sync();
        });
        return 'written';
      } catch (error) {
        return String((error as { code?: string }).code);
      }
    });
  await reloading(() => command('Excel', /5 MB/));
  await sheet.page.getByText('5 MB limits').waitFor();
  expect(await writeSixMegabytes()).toBe('RequestPayloadSizeLimitExceeded');
  await reloading(() => command('Excel', /5 MB/));
  expect(await writeSixMegabytes()).toBe('written');
});

test('a new workbook with the 1904 date system counts days from there', async () => {
  await sheet.type('old');
  await reloading(() => command('File', /1904/));
  await sheet.page.getByText('1904 dates').waitFor();
  await sheet.goTo('A1');
  await sheet.type('1/2/1904');
  expect(await sheet.value('A1')).toBe(1);
});

test('calculation waits when it is told to, until F9', async () => {
  await sheet.type('2');
  await sheet.type('=A1*10');
  await command('Formulas', 'Calculate when told');
  await sheet.goTo('A1');
  await sheet.type('3');
  expect(await sheet.value('A2')).toBe(20);
  await sheet.page.getByText('Calculate', { exact: true }).waitFor();
  await sheet.press('F9');
  await sheet.page.waitForFunction(() => window.workbench.value('A2') === 30);
});

test('the inspector counts what the add-in asks for', async () => {
  const { page } = sheet;
  await page.getByText('Office inspector').click();
  await page.getByRole('button', { name: 'Count from here' }).click();
  await readA1();
  const count = (name: string) =>
    page.locator('.inspector dl div', { hasText: name }).locator('dd').first().innerText();
  await page.getByText('Range.values', { exact: false }).waitFor();
  expect([await count('Syncs'), await count('Reads'), await count('Writes')]).toEqual(['1', '1', '0']);
});

/** Lets the add-in open a dialog and note what it hears of it. */
async function openDialog(): Promise<void> {
  await sheet.pane().evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    Office.context.ui.displayDialogAsync(`${location.origin}/dialog.html`, { height: 40, width: 30 }, (opened) => {
      heard.push(String(opened.status));
      if (opened.status !== Office.AsyncResultStatus.Succeeded) return;
      opened.value.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
        heard.push('message' in event ? event.message : String(event.error));
        opened.value.close();
      });
      opened.value.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
        heard.push('error' in event ? String(event.error) : event.message);
      });
    });
  });
}

const heard = () => sheet.pane().evaluate(() => (window as unknown as { heard: string[] }).heard);

async function nextWindow(action: () => Promise<void>): Promise<Page> {
  const [dialog] = await Promise.all([sheet.page.context().waitForEvent('page'), action()]);
  await dialog.waitForFunction(() => 'Office' in window);
  return dialog;
}

test('a dialog is a window of its own, its message reaches the pane, and the pane closes it', async () => {
  const dialog = await nextWindow(openDialog);
  await dialog.evaluate(async () => {
    await Office.onReady();
    Office.context.ui.messageParent('hello', { targetOrigin: location.origin });
  });
  await dialog.waitForEvent('close');
  expect(await heard()).toEqual(['succeeded', 'hello']);
});

test('a dialog that the person closes tells the pane 12006', async () => {
  const dialog = await nextWindow(openDialog);
  await dialog.close();
  await sheet.pane().waitForFunction(() => (window as unknown as { heard: string[] }).heard.length === 2);
  expect(await heard()).toEqual(['succeeded', '12006']);
});

describe('where the browser keeps windows back', () => {
  beforeEach(async () => {
    await sheet.page.evaluate(() => {
      const open = window.open.bind(window);
      let isFirst = true;
      window.open = (...args) => {
        if (!isFirst) return open(...args);
        isFirst = false;
        return null;
      };
    });
  });

  test('the person is asked to open the dialog', async () => {
    await openDialog();
    const dialog = await nextWindow(() => sheet.page.getByRole('button', { name: 'Open', exact: true }).click());
    await dialog.evaluate(async () => {
      await Office.onReady();
      Office.context.ui.messageParent('opened', { targetOrigin: location.origin });
    });
    await sheet.pane().waitForFunction(() => (window as unknown as { heard: string[] }).heard.includes('opened'));
  });

  test('and not opening it tells the pane 12006', async () => {
    await openDialog();
    await sheet.page.getByRole('button', { name: 'Cancel' }).click();
    await sheet.pane().waitForFunction(() => (window as unknown as { heard: string[] }).heard.includes('12006'));
  });
});
