import type { BrowserContext, Request } from 'playwright-core';
import { startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';

let site: WorkbenchSite;
let excel: OpenWorkbench;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
afterEach(() => excel.close());

/** What the workbook can do alone, as each page says it. */
const alone = {
  en: 'you can fill in lines, the lists offer their entries, and badly formed cells turn red.',
  es: 'puede llenar líneas, las listas ofrecen sus entradas y las celdas mal escritas se ponen rojas.',
} as const;

const isOfThePane = (request: Request): boolean => request.frame().url().endsWith('/pane.html');
const isProgram = (request: Request): boolean => ['script', 'stylesheet'].includes(request.resourceType());

/** Nothing but the pane's page itself comes: it was kept from another day. */
async function withoutNetwork(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route, request) =>
    isProgram(request) && isOfThePane(request) ? route.abort('internetdisconnected') : route.continue(),
  );
}

/** The pane's own program comes, Microsoft's does not. */
async function withoutOffice(context: BrowserContext): Promise<void> {
  await context.route('**/office-js/office.js', (route) => route.abort('internetdisconnected'));
}

/** Office.js comes, and never becomes ready (office-js issue 6040). */
async function withOfficeNeverReady(context: BrowserContext): Promise<void> {
  await context.clock.install();
  await context.route('**/office-js/office.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'window.Office = { onReady: () => new Promise(() => undefined) };',
    }),
  );
}

const typedCell = 'Sheet1!A1';

/** The sheet takes what is typed, pane or not. */
async function typeIntoSheet({ goTo, page }: OpenWorkbench): Promise<void> {
  await goTo(typedCell);
  await page.keyboard.type('kept');
  await page.keyboard.press('Enter');
}

/** Once the network is back the pane is opened again: it starts, and the sheet has what was typed meanwhile. */
async function expectToGoOn({ context, page, pane }: OpenWorkbench): Promise<void> {
  await context.unrouteAll();
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    frame.contentWindow?.location.reload();
  });
  await pane.getByRole('button', { name: /^(Add the invoice sheets|Agregar las hojas de factura)$/ }).waitFor();
  expect(await page.evaluate((cell) => window.workbench.text(cell), typedCell)).toBe('kept');
}

test('without a network at opening the page says in both languages what the workbook can do, and what to do', async () => {
  excel = await site.open({ viewport: { width: 1000, height: 900 } }, withoutNetwork);
  const { pane } = excel;
  await pane.getByText('Opening CalAIM Invoice …').waitFor();
  const texts = await pane.locator('#root > p').all();
  const said = await Promise.all(
    texts.map(async (each) => ({
      language: await each.evaluate((element) => element.closest('[lang]')?.getAttribute('lang') ?? ''),
      text: (await each.innerText()).replace(/\s+/g, ' '),
      visible: await each.isVisible(),
    })),
  );
  const of = (language: string): string =>
    said.flatMap((each) => (each.language === language && each.visible ? [each.text] : [])).join(' ');
  expect(of('en')).toContain('If this does not change within half a minute, Excel cannot reach the network.');
  expect(of('en').toLowerCase()).toContain(`nothing is lost: the workbook works without this pane. ${alone.en}`);
  expect(of('en')).toContain('when you are online, close it and open it again.');
  expect(of('es')).toContain('Si esto no cambia en medio minuto, Excel no puede conectarse a la red.');
  expect(of('es').toLowerCase()).toContain(`no se pierde nada: el libro funciona sin este panel. ${alone.es}`);
  expect(of('es')).toContain('cuando tenga conexión, ciérrelo y ábralo de nuevo.');
  await typeIntoSheet(excel);
  await expectToGoOn(excel);
});

const languages = [
  ['en-US', 'Excel did not answer this pane', 'Close it, check your connection, and open it again.', alone.en],
  ['es-US', 'Excel no respondió a este panel', 'Ciérrelo, revise su conexión y ábralo de nuevo.', alone.es],
] as const;

test.each(languages)(
  'Office.js that does not become ready within 15 seconds is said (%s), with what to do',
  async (locale, title, advice, still) => {
    excel = await site.open({ locale }, withOfficeNeverReady);
    const { page, pane } = excel;
    await pane.getByText('Opening CalAIM Invoice …').waitFor();
    await typeIntoSheet(excel);
    await page.clock.fastForward(15_000);
    await pane.getByRole('alert').getByText(title).waitFor();
    const said = await pane.getByRole('alert').filter({ hasText: title }).innerText();
    expect(said).toContain(advice);
    expect(said).toContain(still);
    expect(await pane.locator('html').getAttribute('lang')).toBe(locale);
    await expectToGoOn(excel);
  },
);

test.each(languages)('Office.js that cannot be loaded is said at once (%s)', async (locale, title, advice, still) => {
  excel = await site.open({ locale }, withoutOffice);
  const { pane } = excel;
  await pane.getByRole('alert').getByText(title).waitFor();
  const said = await pane.getByRole('alert').filter({ hasText: title }).innerText();
  expect(said).toContain(advice);
  expect(said).toContain(still);
  await typeIntoSheet(excel);
  await expectToGoOn(excel);
});
