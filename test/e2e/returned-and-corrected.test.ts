import { jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { submit } from '../../src/submission/client.ts';
import type { EnvelopeLine } from '../../src/submission/contract.ts';
import { signInMachine } from '../../src/submission/machine-sign-in.ts';
import { invoiceColumns } from '../../src/workbook/invoice-columns.ts';
import { connect } from '../submission/connections.ts';
import { envelope, readSample } from '../submission/envelopes.ts';
import { correctedFile } from '../support/corrected-file.ts';
import { fillMonth, sampleRows, submitMonth } from '../support/pane-month.ts';
import { invoiceCell, startSite, type OpenWorkbench, type WorkbenchSite } from '../support/workbench-page.ts';

// One story in its order: months pass in it, and every step begins where the one before ended.
jest.setTimeout(240_000);

let site: WorkbenchSite;
let excel: OpenWorkbench;

// The workbook's lines are rows 3 to 9: four invoices.
const lines = 7;
const [sentBefore, voided, untouched, numberTaken] = ['4100001001', '4100001002', '4100001003', '4100001004'];
const corrected = '4100009004';
const receiptWritten = 'The receipt is signed by your plan and written to the Receipts sheet.';

/** What the plan accepted before: the first invoice, from another copy of the workbook, and one with a number of ours. */
async function sendBefore(): Promise<void> {
  const sample = readSample('harbor-care-2026-10.csv');
  const connection = await connect(site.plan.endpoint.facts);
  const signedIn = await signInMachine(connection, demoMachine);
  if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind);
  const ours = sample.find(({ values }) => values.invoiceNumber === sentBefore);
  const other = sample.find(({ values }) => values.invoiceAmount === values.serviceChargeAmount && !isOurs(values));
  if (ours === undefined || other === undefined) throw new Error('The sample has no such lines.');
  const outcome = await submit(
    envelope([
      { ...ours, values: { ...ours.values, controlNumber: 'COPY' } },
      { ...other, values: { ...other.values, invoiceNumber: numberTaken } },
    ]),
    connection,
    { token: signedIn.token },
  );
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.result?.invoices.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
}

const isOurs = ({ invoiceNumber }: EnvelopeLine['values']): boolean =>
  [sentBefore, voided, untouched, numberTaken].includes(invoiceNumber);

const step = (name: RegExp) => excel.pane.getByRole('tab', { name }).click();
const press = (name: string | RegExp) => excel.pane.getByRole('button', { name }).first().click();
const reads = (text: string | RegExp) => excel.pane.getByText(text).first().waitFor();
const textAt = (address: string) => excel.page.evaluate((cell) => window.workbench.text(cell), address);
const valuesAt = (area: string) => excel.page.evaluate((cells) => window.workbench.values(cells), area);

/** Submits, signed in already, and waits for the receipt. */
async function submitAgain(): Promise<void> {
  const count = () => window.workbench.values('Receipts!A4:A20').flat().filter(Boolean).length;
  await step(/^Submit/);
  const before = await excel.page.evaluate(count);
  await press('Submit');
  // The outcome of the one before stands there until this one begins: its receipt tells them apart.
  await excel.page.waitForFunction(
    (receipts) => window.workbench.values('Receipts!A4:A20').flat().filter(Boolean).length > receipts,
    before,
  );
  await excel.pane.getByText('Submitting…').waitFor({ state: 'hidden' });
  await reads(receiptWritten);
}

/** How an invoice stands by its history, and how each submission of it does: the heading and the steps in words. */
async function historyOf(invoiceNumber: string): Promise<string> {
  await step(/^Follow up/);
  await excel.pane.getByLabel('Number of the invoice').fill(invoiceNumber);
  await press('Show the history');
  await excel.pane.getByRole('heading', { name: `History of invoice ${invoiceNumber}` }).waitFor();
  const text = await excel.pane.getByRole('tabpanel').innerText();
  await press('Back');
  return text;
}

beforeAll(async () => {
  site = await startSite();
  await sendBefore();
  excel = await site.open();
  await fillMonth(excel, sampleRows(lines));
});
afterAll(async () => {
  await excel.close();
  await site.close();
});

test('before there is a receipt nothing can be cleared', async () => {
  await step(/^Follow up/);
  await reads('This waits for a receipt that your plan has signed');
  expect(await excel.pane.getByRole('button', { name: /^Clear these/ }).count()).toBe(0);
});

test('of a submission two invoices are accepted and two come back; their findings stand on their lines', async () => {
  const { page, pane } = excel;
  await submitMonth(excel);
  await reads('2 invoices accepted.');
  await reads('2 invoices came back to be corrected:');
  await step(/^Follow up/);
  await reads('2 invoices of this submission are still to correct:');
  for (const row of [3, 9]) {
    await pane
      .getByRole('button', { name: `Go to Invoice Number, row ${String(row)}` })
      .first()
      .click();
    await page.waitForFunction(
      (address) => window.workbench.selection().cell === address,
      `Invoice!${invoiceCell('invoiceNumber', row)}`,
    );
  }
});

test('the error workbook is saved, corrected, and loaded back: the correction is put on its line', async () => {
  const { page, pane } = excel;
  const [download] = await Promise.all([page.waitForEvent('download'), press('Save the error workbook')]);
  expect(download.suggestedFilename()).toMatch(/^errors-[0-9a-f-]+\.xlsx$/);
  const bytes = new Uint8Array(await readFile(await download.path()));
  // Of the two lines that came back the second one.
  const file = correctedFile(bytes, 'Invoice', invoiceCell('invoiceNumber', 4), corrected);
  await pane.getByLabel('Open an error workbook (.xlsx)').setInputFiles({
    ...{ name: download.suggestedFilename(), buffer: Buffer.from(file) },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  await reads('1 line was corrected in the error workbook.');
  expect(await textAt(`Invoice!${invoiceCell('invoiceNumber', 9)}`)).toBe(numberTaken);
  await press('Take the corrections over');
  await reads('Corrections put on 1 line.');
  expect(await textAt(`Invoice!${invoiceCell('invoiceNumber', 9)}`)).toBe(corrected);
  expect(await textAt(`Invoice!${invoiceCell('invoiceNumber', 3)}`)).toBe(sentBefore);
});

test('what was accepted before is sent as its replacement, and nothing else goes with it', async () => {
  await step(/^Follow up/);
  await press(`Send as replacement: Invoice ${sentBefore}`);
  await reads('The workbook now sends 1 replacement and nothing else.');
  await submitAgain();
  await reads('1 invoice accepted.');
  expect(await valuesAt('Receipts!C5:D5')).toEqual([[1, 1]]);
  const history = await historyOf(sentBefore);
  expect(history).toMatch(/State\s+Accepted, not decided yet/);
  expect(history).toMatch(/Replacement of [\s\S]*New invoice of [\s\S]*New invoice of /);
  expect(history).toContain('A later submission replaced it.');
  expect(history).toContain('The check found errors, and it came back.');
});

test('then new invoices go again by themselves: the corrected one is accepted', async () => {
  await submitAgain();
  await reads('1 invoice accepted.');
  expect(await historyOf(corrected)).toMatch(/State\s+Accepted, not decided yet/);
  // The other invoice of that number is still the plan's.
  expect(await historyOf(numberTaken)).toMatch(/State\s+Accepted, not decided yet/);
});

test('one of the accepted invoices is voided, the right one', async () => {
  const { pane } = excel;
  await step(/^Follow up/);
  await pane.getByRole('radio', { name: 'Void them' }).check();
  await pane.getByRole('checkbox', { name: new RegExp(voided) }).check();
  await press('Prepare the void');
  await reads('The workbook now sends 1 void and nothing else.');
  await submitAgain();
  await reads('1 invoice accepted.');
  expect(await historyOf(voided)).toMatch(/State\s+Voided/);
  expect(await historyOf(untouched)).toMatch(/State\s+Accepted, not decided yet/);
});

test('member data are cleared after the receipts, Invoice and Members apart, and the sheets are empty then', async () => {
  const { pane } = excel;
  await step(/^Follow up/);
  await reads('7 lines of accepted invoices can be cleared from the Invoice sheet.');
  await reads('Every member on the Members sheet has a line in this workbook.');
  const entered = invoiceColumns.filter(({ kind }) => kind === 'entry' || kind === 'mark' || kind === 'rowKey');
  /** What people or the pane put on the lines' rows; defaults are formulas. */
  const held = () =>
    excel.page.evaluate(
      (addresses) =>
        addresses.map((address) => window.workbench.input(address)).filter((text) => !/^(=.*)?$/.test(text)),
      entered.flatMap(({ letters }) =>
        Array.from({ length: lines }, (_, row) => `Invoice!${letters}${String(row + 3)}`),
      ),
    );
  const membersHeld = async () =>
    (await valuesAt('Members!A3:I60')).flat().filter((value) => value !== null && value !== '');
  const receipts = await valuesAt('Receipts!A4:G8');
  expect(await held()).not.toEqual([]);

  await press('Clear these lines');
  await reads(/^Clear 7 lines for good\?/);
  await press('Keep them');
  expect(await held()).not.toEqual([]);
  await press('Clear these lines');
  await press('Yes, clear the lines');
  await reads('7 lines cleared from the Invoice sheet.');
  expect(await held()).toEqual([]);
  // What formulas work out is gone with it: no cell of the lines shows anything.
  const shown = await valuesAt(`Invoice!A3:${invoiceColumns.at(57)?.letters ?? ''}${String(lines + 2)}`);
  expect(shown.flat().filter((value) => value !== null && value !== '')).toEqual([]);
  expect(await membersHeld()).not.toEqual([]);

  await press('Clear these members');
  await press('Yes, clear the members');
  await reads(/members? cleared from the Members sheet\./);
  expect(await membersHeld()).toEqual([]);
  expect(await pane.getByRole('button', { name: /^Clear these/ }).count()).toBe(0);
  // The proof of what was sent stays.
  expect(await valuesAt('Receipts!A4:G8')).toEqual(receipts);
  expect(excel.scriptErrors).toEqual([]);
});
