import AxeBuilder from '@axe-core/playwright';
import { demoAccount } from '../../src/intake/identity/demo-directory.ts';
import { verifyReceipt } from '../../src/submission/receipt.ts';
import { malformedColors } from '../../src/workbook/sheets/style.ts';
import { invoiceCell, startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleContents } from '../support/sample-contents.ts';

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const row = 3;

/** Types into a cell of the Invoice sheet and presses Enter, by the keyboard alone. */
async function type({ page, goTo }: OpenWorkbench, column: Parameters<typeof invoiceCell>[0], text: string) {
  await goTo(`Invoice!${invoiceCell(column, row)}`);
  await page.keyboard.type(text);
  await page.waitForFunction((typed) => window.workbench.editing()?.text === typed, text);
  await page.keyboard.press('Enter');
  // Taken over, or Excel asks.
  await page.waitForFunction(
    () => window.workbench.editing() === null || document.querySelector('[role=alertdialog]') !== null,
  );
}

/** Opens the list of a cell by Alt+Down and picks an entry by its first characters and Enter. */
async function pick({ page, goTo }: OpenWorkbench, column: Parameters<typeof invoiceCell>[0], entry: string) {
  await goTo(`Invoice!${invoiceCell(column, row)}`);
  await page.keyboard.press('Alt+ArrowDown');
  const options = page.getByRole('option');
  await options.first().waitFor();
  const texts = await options.allInnerTexts();
  const place = texts.findIndex((text) => text.trim() === entry);
  expect(place).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Home');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('from an empty workbook to a signed receipt, through the real pane', async () => {
  const profile = await samplePlan();
  const { setup, members } = sampleContents(profile);
  const [member] = members;
  if (member === undefined) throw new Error('no member');
  const excel = await site.open();
  const { page, pane, read } = excel;

  // Install.
  await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await pane.getByText('The invoice sheets are in the workbook.').waitFor();
  expect(await read((workbench) => workbench.sheets())).toEqual([
    'Sheet1',
    'Instructions',
    'Setup',
    'Members',
    'Invoice',
    'Receipts',
  ]);
  expect((await new AxeBuilder({ page }).include('iframe').analyze()).violations).toEqual([]);

  // Set up the provider.
  const field = (name: string) => pane.getByLabel(name, { exact: false }).first();
  const { billing } = setup;
  await field('Billing Provider National Provider Identifier').fill(billing.billingProviderNpi);
  await field('Billing Provider Tax Identification Number').fill(billing.billingProviderTin);
  await field('Billing Provider Name').fill(billing.billingProviderName);
  await field('Billing Provider Phone Number').fill(billing.billingProviderPhone);
  await field('Billing Provider Address').fill(billing.billingProviderAddress);
  await field('Billing Provider City').fill(billing.billingProviderCity);
  await field('Billing Provider State').selectOption(billing.billingProviderState);
  await field('Billing Provider Zip').fill(billing.billingProviderZip);
  await pane.getByRole('button', { name: 'Same as the billing provider' }).click();
  await field('Invoice date for new lines').fill('11/02/2026');
  await pane.getByRole('checkbox').check();
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText('Saved to the Setup sheet.').waitFor();
  expect(await read((workbench) => workbench.value('Setup!B7'))).toBe(billing.billingProviderName);

  // One member.
  await pane.getByRole('tab', { name: 'Members' }).click();
  await pane.getByRole('button', { name: 'Add a member' }).click();
  await field('Member Client Identification Number').fill(member.memberCin);
  await field('Member First Name').fill(member.memberFirstName);
  await field('Member Last Name').fill(member.memberLastName);
  await field('Member Residential Address').fill('100 Main St');
  await field('Member Residential City').fill('Sacramento');
  await field('Member Residential Zip').fill('95814');
  await field('Member Date of Birth').fill(member.memberDateOfBirth);
  await pane.getByRole('button', { name: 'Save member' }).click();
  await pane.getByText('Member saved.').waitFor();

  // A line by keyboard, the service picked from its list.
  await type(excel, 'memberCin', member.memberCin);
  await pick(excel, 'procedureCode', 'G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff');
  await type(excel, 'serviceStartDate', '10/14/2026');
  await type(excel, 'serviceUnitCount', '2');
  await pick(excel, 'placeOfService', '12 · Home');
  await type(excel, 'diagnosisCode1', 'Z60.2');
  await type(excel, 'invoiceNumber', '4300000001');

  // Everything derived appears.
  const shown = (column: Parameters<typeof invoiceCell>[0]) =>
    page.evaluate((address) => window.workbench.text(address), `Invoice!${invoiceCell(column, row)}`);
  await page.waitForFunction(
    (address) => window.workbench.text(address) !== '',
    `Invoice!${invoiceCell('invoiceAmount', row)}`,
  );
  expect({
    npi: await shown('billingProviderNpi'),
    site: await shown('renderingProviderName'),
    lastName: await shown('memberLastName'),
    payer: await shown('payerIdentifier'),
    modifier: await shown('procedureCodeModifier1'),
    endDate: await shown('serviceEndDate'),
    cost: await shown('serviceUnitCost'),
    charge: await shown('serviceChargeAmount'),
    amount: await shown('invoiceAmount'),
    date: await shown('invoiceDate'),
  }).toEqual({
    npi: billing.billingProviderNpi,
    site: billing.billingProviderName,
    lastName: member.memberLastName,
    payer: 'SHP01',
    modifier: 'U2',
    endDate: '10/14/2026',
    cost: '80.00',
    charge: '160.00',
    amount: '160.00',
    date: '11/02/2026',
  });

  // Break the CIN: the list warns, the person insists; red cell and finding.
  await type(excel, 'memberCin', '9123');
  await page.getByRole('button', { name: 'Yes' }).click();
  const cinFill = () =>
    page.evaluate((address) => window.workbench.fillColour(address), `Invoice!${invoiceCell('memberCin', row)}`);
  expect((await cinFill())?.toLowerCase()).toBe(malformedColors.fill);
  await pane.getByRole('tab', { name: /^Check/ }).click();
  await pane.getByRole('button', { name: 'Check all lines' }).click();
  await pane.getByText('has to be eight digits and a letter', { exact: false }).first().waitFor();
  expect(await shown('check')).toMatch(/to mend/);
  await excel.goTo('Sheet1!A1');
  await pane
    .getByRole('button', { name: /^Go to Member Client Identification Number/ })
    .first()
    .click();
  await page.waitForFunction(
    (address) => window.workbench.selection().cell === address,
    `Invoice!${invoiceCell('memberCin', row)}`,
  );

  // Mend, submit with the sign-in in the Office dialog, receipt in the workbook.
  await type(excel, 'memberCin', member.memberCin);
  await pane.getByRole('tab', { name: /^Submit/ }).click();
  const [signIn] = await Promise.all([
    excel.context.waitForEvent('page'),
    pane.getByRole('button', { name: 'Sign in and submit' }).click(),
  ]);
  await signIn.getByLabel('Email address').fill(demoAccount.email);
  await signIn.getByLabel('Password').fill(demoAccount.password);
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await pane.getByText('1 invoice accepted.').waitFor();
  await pane.getByText('The receipt is signed by your plan and written to the Receipts sheet.').waitFor();

  const id = await read((workbench) => String(workbench.value('Receipts!A4')));
  const jws = await read((workbench) => String(workbench.value('Receipts!G4')));
  const { facts } = site.plan.endpoint;
  expect(await verifyReceipt(jws, { planId: profile.id, receiptKeys: facts.receiptKeys }, null)).toMatchObject({
    kind: 'verified',
    receipt: { submissionId: id, counts: { invoices: 1, lines: 1 }, totalCents: 16_000 },
  });
  expect(excel.scriptErrors).toEqual([]);
  await excel.close();
});
