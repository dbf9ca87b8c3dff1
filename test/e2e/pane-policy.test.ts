import { sampleMonth } from '../support/samples.ts';
import { startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';

let site: WorkbenchSite;
let excel: OpenWorkbench;
let refusals: string[];

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  refusals = [];
  excel = await site.open({}, async (context) => {
    await context.exposeFunction('policyRefused', (text: string) => refusals.push(text));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const tell = Reflect.get(globalThis, 'policyRefused') as (text: string) => void;
        tell(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
  });
  await excel.pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await excel.pane.getByText('The invoice sheets are in the workbook.').waitFor();
});
afterEach(() => excel.close());

test('the built page keeps to its own policy, without inline styles, and looks as it should', async () => {
  const { pane } = excel;
  const policy = await pane.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute('content');
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  for (const name of [/^Fill/, /^Check/, /^Submit/, /^Follow up/, /^Set up/])
    await pane.getByRole('tab', { name }).click();
  const button = pane.getByRole('button', { name: 'Save', exact: true });
  // Fluent's own rules hold: a button without them would be grey and square.
  expect(await button.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('4px');
  // A library asks once whether code may be made from text, and takes the browser's no for an answer.
  expect(refusals.filter((text) => text !== 'script-src eval')).toEqual([]);
});

test('a list is read in a worker, which the policy lets start and which ends with the reading', async () => {
  const { page, pane } = excel;
  let [started, ended] = [0, 0];
  page.on('worker', (worker) => {
    started += 1;
    worker.on('close', () => (ended += 1));
  });
  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByRole('button', { name: 'Import a list' }).click();
  const buffer = Buffer.from(sampleMonth('harbor-care-2026-10'));
  await pane.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await pane.getByRole('button', { name: 'Add 172 lines' }).waitFor();
  expect([started, ended]).toEqual([1, 1]);
  expect(page.workers()).toEqual([]);
  expect(refusals.filter((text) => text !== 'script-src eval')).toEqual([]);
});

test('the browser refuses a call to any address that is not in the registry, and none to the plan’s endpoint', async () => {
  const inner = excel.page.frames().find((frame) => frame.parentFrame() !== null);
  if (inner === undefined) throw new Error('no pane');
  const refused = await inner.evaluate(async (endpoint) => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      seen.push(`${effectiveDirective} ${new URL(blockedURI).origin}`);
    });
    for (const address of ['https://elsewhere.example', endpoint]) {
      // What comes back says nothing here: only whether the browser let the call go.
      await fetch(`${address}/health`).catch(() => undefined);
    }
    return seen;
  }, site.plan.endpoint.facts.endpoint);
  // The policy of the registry refuses; the one of the build lets calls over TLS go.
  expect(refused).toEqual(['connect-src https://elsewhere.example']);
});
