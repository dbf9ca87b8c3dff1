import AxeBuilder from '@axe-core/playwright';
import { paneThemes, showTheme, type PaneTheme } from '../../scripts/pane-screens.ts';
import { loadDecisions } from '../../src/intake/adjudication/load-decisions.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { Adjudications } from '../../src/intake/store/adjudications.ts';
import { recordEncounters } from '../../src/intake/store/encounter-steps.ts';
import { Keyring } from '../../src/intake/store/seal.ts';
import { openStore, type Store } from '../../src/intake/store/store.ts';
import { transact } from '../../src/intake/store/transact.ts';
import { decisionHeaders } from '../../src/submission/adjudications.ts';
import { invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { fillMonth, sampleRows, submitMonth } from '../support/pane-month.ts';
import { startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';

let site: WorkbenchSite;
let store: Store;
let excel: OpenWorkbench;

// Two invoices, of one line and of three.
const [single, triple] = ['4100001001', '4100001002'];

beforeAll(async () => {
  site = await startSite();
  store = await openStore(site.stateDirectory);
  excel = await site.open();
  await fillMonth(excel, sampleRows(4));
  await submitMonth(excel);
});
afterAll(async () => {
  await excel.close();
  await store.destroy();
  await site.close();
});

/** The plan's decisions come in, as from its claims system. */
async function decide(rows: readonly Partial<Record<keyof typeof decisionHeaders, string>>[]): Promise<void> {
  const keys = Object.keys(decisionHeaders) as (keyof typeof decisionHeaders)[];
  const list = [keys.map((key) => decisionHeaders[key]), ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
  const keyring = new Keyring(await loadKeys(site.stateDirectory));
  const parts = { adjudications: new Adjudications(store), keyring, clock: () => new Date() };
  const organisation = { kind: 'plan' as const, id: 'plan', name: 'Plan', plans: ['sample-health-plan'] };
  const bytes = new TextEncoder().encode(list.map((cells) => cells.join(',')).join('\r\n'));
  const reach = { of: 'plan' as const, plans: organisation.plans };
  await loadDecisions(parts, 'sample-health-plan', bytes, { subject: 'claims', organisation, reach });
}

/** What stands beside a term of the facts. */
const fact = (term: string) =>
  excel.pane.locator('dt', { hasText: new RegExp(`^${term}$`) }).locator('xpath=following-sibling::dd[1]');

const heading = (name: RegExp) => excel.pane.getByRole('heading', { name });

/** Today, as decisions are dated. */
function today(): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: 'America/Los_Angeles', year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  return parts.format(new Date());
}

test('from a submission to the history of an invoice and back, by keyboard', async () => {
  const { page, pane } = excel;
  await pane.getByRole('tab', { name: /^Follow up/ }).click();
  const summary = pane.locator('summary', { hasText: 'Invoices of this submission: 2 invoices' });
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await pane
    .getByRole('button', { name: `History of ${single}` })
    .and(pane.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Enter');
  // What was clicked is gone: the heading of what came in its place has the focus.
  await heading(new RegExp(`^History of invoice ${single}$`))
    .and(pane.locator(':focus'))
    .waitFor();
  expect(await fact('State').innerText()).toBe('Accepted, not decided yet');
  expect(await fact('Encounter').innerText()).toBe('Not reported to DHCS yet');
  const steps = await pane.getByRole('listitem').allInnerTexts();
  expect(steps).toEqual([
    expect.stringContaining('Your plan received it.'),
    expect.stringContaining('your plan accepted it.'),
  ]);
  await page.keyboard.press('Tab');
  await pane.getByRole('button', { name: 'Back' }).and(pane.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await heading(/^Follow up$/)
    .and(pane.locator(':focus'))
    .waitFor();
});

test('what the plan decided and DHCS rejected later stands there when it is asked again, on the line and in reach', async () => {
  const { page, pane } = excel;
  const field = pane.getByLabel('Number of the invoice');
  await field.fill(triple);
  await field.press('Enter');
  await heading(new RegExp(`^History of invoice ${triple}$`)).waitFor();

  await decide([
    { invoiceNumber: triple, line: '1', status: 'paid', decidedOn: today(), paid: '12.50', planClaimNumber: 'CL-77' },
    { invoiceNumber: triple, line: '2', status: 'denied', decidedOn: today(), paid: '0.00', reason: 'Not authorized' },
    { invoiceNumber: triple, line: '3', status: 'paid', decidedOn: today(), paid: '150.00' },
  ]);
  const submissionId = String(await page.evaluate(() => window.workbench.value('Receipts!A4')));
  const keyColumn = invoiceColumn('rowKey').letters;
  const rowKey = String(await page.evaluate((address) => window.workbench.value(address), `Invoice!${keyColumn}5`));
  const news = { at: new Date().toISOString(), actor: 'endpoint', detail: {} };
  const place = { submissionId, ordinal: 1 };
  await transact(store, (transaction) => recordEncounters(transaction, [place], { ...news, to: 'written' }));
  const findings = [{ rule: 'DIAGNOSIS_UNKNOWN', reason: 'A7:254', column: 'diagnosisCode1' as const, rowKey }];
  await transact(store, (transaction) =>
    recordEncounters(transaction, [{ ...place, findings }], { ...news, to: 'rejected' }),
  );

  await pane.getByRole('button', { name: 'Ask again' }).click();
  await fact('Encounter').filter({ hasText: 'Rejected by DHCS' }).waitFor();
  expect(await fact('State').innerText()).toBe('Paid');
  const texts = (await pane.getByRole('listitem').allInnerTexts()).join('\n');
  for (const text of [
    `Your plan paid $162.50, by its decision of ${today()}. The plan’s claim number is CL-77.`,
    'Line 1 paid, $12.50.',
    'Line 2 denied, $0.00. Reason: Not authorized',
    'Your plan wrote the encounter, its report of these services to DHCS.',
    'DHCS rejected the encounter. Rejected with code A7:254.',
    'Diagnosis code does not exist',
  ]) {
    expect(texts).toContain(text);
  }
  await pane.getByRole('button', { name: 'Go to Member Diagnosis Code(s) 1, row 5' }).click();
  const address = `Invoice!${invoiceColumn('diagnosisCode1').letters}5`;
  await page.waitForFunction((cell) => window.workbench.selection().cell === cell, address);
});

test.each<[PaneTheme]>(paneThemes.map((theme) => [theme]))(
  'the history in %s: nothing stands in the way of a reader',
  async (theme) => {
    const { page, pane } = excel;
    await showTheme(page, theme);
    await pane.getByRole('tab', { name: /^Follow up/ }).click();
    await heading(/^History of invoice/).waitFor();
    expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([]);
  },
);

test('a number that the plan does not have is said, and the screen stays', async () => {
  const { pane } = excel;
  await showTheme(excel.page, 'light');
  await pane.getByRole('button', { name: 'Back' }).click();
  await pane.getByLabel('Number of the invoice').fill('9999999999');
  await pane.getByRole('button', { name: 'Show the history' }).click();
  await pane.getByRole('status').filter({ hasText: 'Your plan has no invoice 9999999999' }).waitFor();
  await heading(/^Follow up$/).waitFor();
  expect(excel.scriptErrors).toEqual([]);
});
