/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { sampleContents } from '../../support/sample-contents.ts';
import { openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook, readySetup } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';

const { billing } = sampleContents(plan.profile).setup;
const npi = 'Billing Provider National Provider Identifier (NPI)';

async function onSetUp(workbook = new MemoryWorkbook()): Promise<{ pane: OpenPane; screen: Screen }> {
  await workbook.install(plan.profile);
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  pane.store.dispatch({ type: 'stepChosen', step: 'setUp' });
  return { pane, screen: await Screen.show(pane) };
}

test('install leads to Set up and says so', async () => {
  const pane = openPane(plan);
  const screen = await Screen.show(pane);
  await screen.after(() => pane.commands.open());
  expect(screen.has('heading', 'Start an invoice workbook')).toBe(true);
  await screen.click('button', 'Add the invoice sheets');
  expect(screen.announced).toContain('The invoice sheets are in the workbook.');
  expect(screen.get('tab', 'Set up').getAttribute('aria-selected')).toBe('true');
  await screen.close();
});

test('a field is not called wrong while it is first typed; once left, with every key until it is right', async () => {
  const { screen } = await onSetUp();
  await screen.type(npi, '12345');
  expect(screen.field(npi).getAttribute('aria-invalid')).not.toBe('true');
  await screen.leave(npi);
  expect(screen.field(npi).getAttribute('aria-invalid')).toBe('true');
  expect(screen.description(npi)).toContain('has to be ten digits');
  await screen.type(npi, '1234567890');
  expect(screen.description(npi)).toContain('does not fit the others');
  await screen.type(npi, '1234567893');
  expect(screen.field(npi).getAttribute('aria-invalid')).not.toBe('true');
  // The guidance's help stays with the field throughout.
  expect(screen.description(npi)).toContain('organi');
  await screen.close();
});

test('a save that leaves something to correct moves the focus to the summary, whose entries lead to their fields', async () => {
  const { pane, screen } = await onSetUp();
  await screen.click('button', 'Save');
  const summary = screen.get('group', 'Please look at these fields');
  expect(document.activeElement).toBe(summary);
  expect(screen.announced).toContain('attention before you can submit');
  const entry = screen.all('button', /Phone Number is required/)[0];
  await screen.after(() => entry?.click());
  expect(document.activeElement).toBe(screen.field('Billing Provider Phone Number'));
  // Coming back later does not move the focus again.
  await screen.click('tab', 'Fill');
  await screen.click('tab', /^Set up/);
  expect(document.activeElement?.getAttribute('role')).toBe('tab');
  expect(pane.state().setUp.tries).toBe(1);
  await screen.close();
});

test('a provider is entered and saved to the sheet', async () => {
  const { pane, screen } = await onSetUp();
  await screen.type(npi, billing.billingProviderNpi);
  await screen.type('Billing Provider Tax Identification Number (TIN)', billing.billingProviderTin);
  await screen.type('Billing Provider Name', billing.billingProviderName);
  await screen.type('Billing Provider Phone Number', billing.billingProviderPhone);
  await screen.type('Billing Provider Address', billing.billingProviderAddress);
  await screen.type('Billing Provider City', billing.billingProviderCity);
  await screen.type('Billing Provider State', billing.billingProviderState);
  await screen.type('Billing Provider Zip', billing.billingProviderZip);
  await screen.click('button', 'Same as the billing provider');
  expect(screen.text).toContain('You have changes that are not saved yet.');
  await screen.click('checkbox', /We have no system/);
  await screen.click('button', 'Save');
  expect(screen.announced).toContain('Saved to the Setup sheet.');
  expect(pane.workbook.setup).toEqual({ ...readySetup(billing), invoiceDate: '' });
  expect(screen.has('group', 'Please look at these fields')).toBe(false);
  await screen.close();
});

test('what is typed is still there after a look at another step', async () => {
  const { screen } = await onSetUp();
  await screen.type('Billing Provider City', 'Oakland');
  await screen.click('tab', 'Fill');
  await screen.click('tab', 'Set up');
  expect(screen.field('Billing Provider City').value).toBe('Oakland');
  await screen.click('button', 'Undo my changes');
  expect(screen.field('Billing Provider City').value).toBe('');
  await screen.close();
});

test('sites are added, made the first one, and removed; every button says of which site', async () => {
  const workbook = new MemoryWorkbook();
  workbook.setup = readySetup(billing);
  const { pane, screen } = await onSetUp(workbook);
  await screen.click('button', 'Add a site');
  await screen.type('Rendering Provider Name', 'Tenancy Office');
  await screen.click('button', 'Make Tenancy Office the first site');
  await screen.click('button', 'Save');
  expect(pane.workbook.setup.sites.map((site) => site.renderingProviderName)).toEqual([
    'Tenancy Office',
    billing.billingProviderName,
  ]);
  await screen.click('button', 'Remove Tenancy Office');
  await screen.click('button', 'Save');
  expect(pane.workbook.setup.sites).toHaveLength(1);
  await screen.close();
});

test('a member is added, found by a part of the name, and edited with the CIN fixed', async () => {
  const { pane, screen } = await onSetUp();
  await screen.click('tab', 'Members');
  await screen.click('button', 'Add a member');
  await screen.type('Member Client Identification Number (CIN)', '99073662S');
  await screen.type('Member First Name', 'José');
  await screen.type('Member Last Name', 'Núñez');
  await screen.type('Member Residential Address', '1 Main St');
  await screen.type('Member Residential City', 'Oakland');
  await screen.type('Member Residential Zip', '94612');
  await screen.type('Member Date of Birth (MM/DD/YYYY)', '10/04/1945');
  await screen.click('button', 'Save member');
  expect(screen.announced).toContain('Member saved.');
  expect(pane.workbook.members).toMatchObject([{ memberCin: '99073662S', memberLastName: 'Núñez' }]);
  await screen.type('Find by name or CIN', 'nunez');
  await screen.click('button', 'Edit: Núñez, José · 99073662S');
  expect(screen.field('Member Client Identification Number (CIN)').getAttribute('readonly')).not.toBeNull();
  await screen.close();
});
